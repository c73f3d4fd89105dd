import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, describeLoss } from './bridge.ts';

/** A report as it was answered, or what keeps it from being shown. */
export interface Report<Value> {
  readonly value: Value | null;
  readonly problem: string;
  readonly isBusy: boolean;
  readonly load: (given: object) => void;
}

/** Asks a question of the registry, at once where `first` says with what, and again whenever it is told to. */
export function useReport<Value>(question: string, first: object | null): Report<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(first !== null);
  const load = useCallback(
    (given: object) => {
      setBusy(true);
      setProblem('');
      ask<Value>(question, given)
        .then((answer) => {
          setValue(answer.ok ? (answer.value ?? null) : null);
          if (!answer.ok) setProblem(answer.issues.map(({ message }) => message).join(' '));
        })
        .catch((error: unknown) => setProblem(describeLoss(error)))
        .finally(() => setBusy(false));
    },
    [question],
  );
  useEffect(() => {
    if (first !== null) load(first);
  }, [load]);
  return { value, problem, isBusy, load };
}
