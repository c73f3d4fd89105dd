import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import { CommandForm } from '../command-form/command-form.tsx';
import { ask, close, describeLoss } from '../kit/bridge.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { DateField } from '../kit/text-fields.tsx';
import { Export } from './export.tsx';
import { Group, type PaymentGroup } from './payment-group.tsx';

/** The form that is shown in place of the run. */
interface Opening {
  readonly form: string;
  readonly record?: string;
}

interface Run {
  readonly asOf: string;
  readonly groups: readonly PaymentGroup[];
}

/** What is to be paid as of a day, by partner and currency; each due line can be paid from here. */
export function PaymentRun() {
  const [asOf, setAsOf] = useState('');
  const [today, setToday] = useState('');
  const [run, setRun] = useState<Run | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opening | null>(null);
  const id = useId();

  const prepare = useCallback(async (day: string) => {
    setBusy(true);
    setProblem('');
    try {
      const answer = await ask<Run>('preparePaymentRun', { asOf: day });
      if (answer.ok) setRun(answer.value ?? null);
      else setProblem(answer.issues.map(({ message }) => message).join(' '));
    } catch (error) {
      setProblem(describeLoss(error));
    } finally {
      setBusy(false);
    }
  }, []);

  useEffect(() => {
    // The programme's date, which need not be the one where the person sits: a day early would propose what is not due.
    ask<{ today: string }>('describeForm', { form: 'payRun' }).then(
      (answer) => {
        if (!answer.ok) return setProblem(answer.issues.map(({ message }) => message).join(' '));
        const now = answer.value?.today ?? '';
        setToday(now);
        setAsOf(now);
        return prepare(now);
      },
      (error: unknown) => setProblem(describeLoss(error)),
    );
  }, [prepare]);

  if (opened !== null) {
    const back = () => {
      setOpened(null);
      void prepare(asOf);
    };
    return <CommandForm opening={opened} closeLabel="Back" onClose={back} />;
  }
  const payLine = (record: string) => setOpened({ form: 'recordPayment', record });
  return (
    <form
      class="page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void prepare(asOf);
      }}
    >
      <div class="body">
        <p class="intro">
          What is due, net of what partners owe back. It only proposes: pay at the bank, then pay the run
          here, or single lines of it.
        </p>
        <div class="as-of">
          <DateField
            id={id}
            label="As of"
            required
            problems={problem === '' ? [] : [problem]}
            value={asOf}
            today={today}
            onChange={setAsOf}
          />
          <button type="submit" class="button" aria-disabled={isBusy}>
            {isBusy ? 'Preparing…' : 'Prepare'}
          </button>
        </div>
        {run === null && problem === '' ? <Loading what="The payment run is being prepared." /> : null}
        {run !== null && run.groups.length === 0 ? (
          <Notice tone="good" title={`Nothing is due on ${run.asOf}.`}>
            <p>Lines become due once the payment days after the first cash receipt are over.</p>
          </Notice>
        ) : null}
        {run?.groups.map((group) => (
          <Group key={`${group.partner} ${group.currency}`} group={group} onPay={payLine} />
        ))}
        <Export />
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={close}>
          Close
        </button>
        {run?.groups.some(({ pays }) => pays) ? (
          <button type="button" class="button primary" onClick={() => setOpened({ form: 'payRun' })}>
            Pay this run…
          </button>
        ) : null}
      </div>
    </form>
  );
}
