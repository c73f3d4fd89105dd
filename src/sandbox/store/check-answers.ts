import type { FormItemState } from '../world-state.ts';

/** Items that take answers, and so have a column. */
export function isQuestion(item: Pick<FormItemState, 'type'>): boolean {
  return item.type !== 'SECTION_HEADER';
}

/** What is wrong with the answer to one question, in the words that stand below it on the form. */
export interface AnswerProblem {
  readonly item: number;
  readonly title: string;
  readonly kind: 'missing' | 'invalid';
  readonly message: string;
}

/** Everything that is wrong with the answers, given by title, in the order of the questions. */
export function findAnswerProblems(
  items: readonly FormItemState[],
  answers: Readonly<Record<string, string>>,
): readonly AnswerProblem[] {
  return items.filter(isQuestion).flatMap((item): AnswerProblem[] => {
    const answer = answers[item.title] ?? '';
    const about = { item: item.id, title: item.title };
    if (answer === '') {
      return item.required ? [{ ...about, kind: 'missing', message: 'This is a required question' }] : [];
    }
    const message = problemOf(item, answer);
    return message === undefined ? [] : [{ ...about, kind: 'invalid', message }];
  });
}

function problemOf(item: FormItemState, answer: string): string | undefined {
  const hasChoices = item.type === 'LIST' || item.type === 'MULTIPLE_CHOICE';
  if (hasChoices && !item.choices.includes(answer)) return `${answer} is none of the choices`;
  if (item.type === 'TEXT' && answer.includes('\n')) return 'The answer takes one line';
  if (item.type === 'DATE' && !/^\d{4}-\d{2}-\d{2}$/.test(answer)) return 'Must be a date';
  const rule = item.validation;
  if (rule === null || satisfies(rule, answer)) return undefined;
  return rule.help === '' ? (USUAL_HELP[rule.type] ?? 'This answer is not accepted') : rule.help;
}

/** What the platform says where a rule brings no words of its own. */
const USUAL_HELP: Readonly<Record<string, string>> = {
  EMAIL: 'Must be a valid email address',
  URL: 'Must be a valid URL',
  NUMBER: 'Must be a number',
  WHOLE_NUMBER: 'Must be a whole number',
  PATTERN: 'Must match the pattern',
  CONTAINS_PATTERN: 'Must contain the pattern',
  MAX_LENGTH: 'Too many characters',
  MIN_LENGTH: 'Too few characters',
};

function satisfies(rule: NonNullable<FormItemState['validation']>, answer: string): boolean {
  const [value = ''] = rule.values;
  switch (rule.type) {
    case 'EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer);
    case 'URL':
      return /^https?:\/\/\S+\.\S+$/.test(answer);
    case 'NUMBER':
      return answer.trim() !== '' && Number.isFinite(Number(answer));
    case 'WHOLE_NUMBER':
      return /^[+-]?\d+$/.test(answer);
    case 'PATTERN':
      return new RegExp(`^(?:${value})$`).test(answer);
    case 'CONTAINS_PATTERN':
      return new RegExp(String(value)).test(answer);
    case 'MAX_LENGTH':
      return answer.length <= Number(value);
    case 'MIN_LENGTH':
      return answer.length >= Number(value);
    default:
      return true;
  }
}
