import { cleanLine, cleanText, TEXT_LIMITS, type TextKind } from '../../../core/text/clean-text.ts';

/** The answer to a question, cleaned and cut to what is kept; `cut` says that it was longer. */
export function readAnswer(
  answers: unknown,
  question: string,
  kind: TextKind,
): { readonly text: string; readonly cut: boolean } {
  const given: unknown =
    typeof answers === 'object' && answers !== null ? Reflect.get(answers, question) : '';
  const written = given === undefined || given === null ? '' : String(given);
  const text = kind === 'note' ? cleanText(written) : cleanLine(written);
  return { text: text.slice(0, TEXT_LIMITS[kind]), cut: text.length > TEXT_LIMITS[kind] };
}
