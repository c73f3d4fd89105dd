import type { Answer, Condition, Eligibility } from '../model/commission-line.ts';

export function yes(evidence: string): Condition {
  return { answer: 'yes', evidence };
}

export function no(evidence: string): Condition {
  return { answer: 'no', evidence };
}

export function notYet(evidence: string): Condition {
  return { answer: 'not yet', evidence };
}

/**
 * The five conditions with the answer that follows: `no` as soon as one is `no`, `yes` when all hold, otherwise
 * `not yet`. Programme rules, section 4.
 */
export function combineConditions(conditions: Omit<Eligibility, 'answer'>): Eligibility {
  const { c1, c2, c3, c4, c5 } = conditions;
  return { answer: combineAnswers([c1.answer, c2.answer, c3.answer, c4.answer, c5.answer]), ...conditions };
}

function combineAnswers(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('not yet') ? 'not yet' : 'yes';
}
