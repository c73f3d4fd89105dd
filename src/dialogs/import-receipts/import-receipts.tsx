import { useId, useRef, useState } from 'preact/hooks';
import { ask, close, describeLoss, execute, newRequestId } from '../kit/bridge.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { LongTextField } from '../kit/text-fields.tsx';
import { type ListRow, parseList } from './parse-list.ts';
import { type Checked, Verdicts } from './verdicts.tsx';

/** Loads the bank's list: what each row would become is shown before anything is done. */
export function ImportReceipts() {
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly ListRow[]>([]);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [loaded, setLoaded] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  // One name for the click until it is answered: sent again after a lost answer it loads nothing twice.
  const requestId = useRef('');
  const id = useId();

  const during = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(describeLoss(error));
    } finally {
      setBusy(false);
    }
  };
  const check = () =>
    during(async () => {
      const list = parseList(text);
      setRows(list);
      setLoaded(null);
      setChecked(null);
      requestId.current = newRequestId();
      const answer = await ask<Checked>('importReceipts', { rows: list, dryRun: true });
      if (answer.ok) setChecked(answer.value ?? null);
      else setProblem(answer.issues.map(({ message }) => message).join(' '));
    });
  const load = () =>
    during(async () => {
      const answer = await execute('importReceipts', { rows, dryRun: false }, requestId.current);
      if (answer.ok) setLoaded(checked?.counts.matched ?? 0);
      else setProblem(answer.issues.map(({ message }) => message).join(' '));
    });
  const isWhole = checked !== null && checked.counts.unknown + checked.counts.malformed === 0;
  const canLoad = isWhole && checked.counts.matched > 0 && loaded === null;
  return (
    <form
      class="page report"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (canLoad ? load() : check());
      }}
    >
      <div class="body">
        <p>
          Paste the bank’s list with its headers: Deal ID, Received on, Amount, Reference and, if you like,
          Currency. Rows that are in the registry already add nothing.
        </p>
        <LongTextField
          id={id}
          label="The list"
          help="From a CSV file or copied from a spreadsheet; dates as 2026-03-31, amounts as 1234.50."
          required
          problems={problem === '' ? [] : [problem]}
          rows={6}
          value={text}
          onChange={(value) => {
            setText(value);
            setChecked(null);
          }}
        />
        {isBusy ? <Loading what="The list is being read." /> : null}
        {loaded === null ? null : (
          <Notice
            tone="good"
            title={loaded === 1 ? '1 receipt is recorded.' : `${loaded} receipts are recorded.`}
          />
        )}
        {checked === null || isBusy ? null : <Verdicts checked={checked} isWhole={isWhole} />}
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={close}>
          Close
        </button>
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {canLoad ? `Record ${countOf(checked.counts.matched)}` : 'Check'}
        </button>
      </div>
    </form>
  );
}

function countOf(receipts: number): string {
  return receipts === 1 ? '1 receipt' : `${receipts} receipts`;
}
