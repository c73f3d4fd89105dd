import { useId, useState } from 'preact/hooks';
import { ask, describeLoss } from '../kit/bridge.ts';
import { LongTextField, TextField } from '../kit/text-fields.tsx';

interface Exported {
  readonly name: string;
  readonly lines: number;
  readonly csv: string;
}

/** A paid run, or a single payment, as a CSV file for the books. */
export function Export() {
  const [reference, setReference] = useState('');
  const [exported, setExported] = useState<Exported | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const load = async () => {
    setBusy(true);
    setProblem('');
    setExported(null);
    try {
      const answer = await ask<Exported>('exportPayments', { reference });
      if (answer.ok) setExported(answer.value ?? null);
      else setProblem(answer.issues.map(({ message }) => message).join(' '));
    } catch (error) {
      setProblem(describeLoss(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="group export">
      <h2>Export what was paid</h2>
      <div class="as-of">
        <TextField
          id={`${id}-reference`}
          label="Reference"
          help="Of a run, or of a single payment."
          required
          problems={problem === '' ? [] : [problem]}
          value={reference}
          onChange={setReference}
        />
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void load();
          }}
        >
          {isBusy ? 'Exporting…' : 'Export'}
        </button>
      </div>
      {exported === null ? null : (
        <>
          <p>
            <a
              class="link"
              download={exported.name}
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(exported.csv)}`}
            >
              Download {exported.name}
            </a>{' '}
            ({exported.lines === 1 ? '1 line' : `${exported.lines} lines`})
          </p>
          <LongTextField
            id={`${id}-text`}
            label="The same as text"
            help="To copy, where the browser keeps the download from starting."
            required={false}
            problems={[]}
            value={exported.csv}
            onChange={() => undefined}
          />
        </>
      )}
    </section>
  );
}
