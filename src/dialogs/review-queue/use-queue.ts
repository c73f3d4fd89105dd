import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReviewLine, ReviewQueue } from '../../registry/dialogs/form-description.ts';
import { type Answer, ask, describeLoss } from '../kit/bridge.ts';
import type { Comparison } from './comparison.ts';

function told<Value>(answer: Answer<Value>): { readonly value: Value | null; readonly problem: string } {
  if (answer.ok) return { value: answer.value ?? null, problem: '' };
  return { value: null, problem: answer.issues.map(({ message }) => message).join(' ') };
}

/** The queue and the evidence of the requests that were looked at, as the registry answered them. */
export function useQueue() {
  const [queue, setQueue] = useState<ReviewQueue | null>(null);
  const [problem, setProblem] = useState('');
  const [comparisons, setComparisons] = useState<ReadonlyMap<string, Comparison>>(new Map());
  const [evidenceProblem, setEvidenceProblem] = useState('');

  const reload = useCallback(async (): Promise<readonly ReviewLine[]> => {
    setProblem('');
    try {
      const answer = told(await ask<ReviewQueue>('listReviews'));
      setProblem(answer.problem);
      if (answer.value !== null) setQueue(answer.value);
      // A decision may change what the check says of the others.
      setComparisons(new Map());
      return answer.value?.reviews ?? [];
    } catch (error) {
      setProblem(describeLoss(error));
      return [];
    }
  }, []);

  const compare = useCallback(
    async (lead: string) => {
      if (comparisons.has(lead)) return;
      setEvidenceProblem('');
      try {
        const { value, problem: why } = told(await ask<Comparison>('compareMatches', { lead }));
        setEvidenceProblem(why);
        if (value !== null) setComparisons((known) => new Map(known).set(lead, value));
      } catch (error) {
        setEvidenceProblem(describeLoss(error));
      }
    },
    [comparisons],
  );

  useEffect(() => {
    void reload();
  }, [reload]);

  return { queue, problem, reload, compare, comparisons, evidenceProblem };
}
