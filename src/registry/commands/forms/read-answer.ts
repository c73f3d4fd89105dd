import {
  cleanText,
  hasLines,
  isBlank,
  normaliseText,
  TEXT_LIMITS,
  type TextKind,
} from '../../../core/text/clean-text.ts';
import { cutText } from '../../../core/text/cut-text.ts';

/** An answer as it is kept. */
export interface ReadAnswer {
  readonly text: string;
  /** What of it could not be kept as it was written, as a sentence; '' where all of it is. */
  readonly loss: string;
}

/**
 * The answer to a question: what `parseText` would refuse of it is left out, since nobody is there to be asked again,
 * and `loss` says so. The form keeps every answer whole.
 */
export function readAnswer(answers: unknown, question: string, kind: TextKind): ReadAnswer {
  const given: unknown =
    typeof answers === 'object' && answers !== null && Object.hasOwn(answers, question)
      ? Reflect.get(answers, question)
      : '';
  const written = normaliseText(typeof given === 'string' ? given : '');
  const cleaned = hasLines(kind)
    ? cleanText(written)
    : cleanText(written.replace(/[\n\t\u2028\u2029]+/g, ' '));
  const limit = TEXT_LIMITS[kind];
  const text = cutText(cleaned, limit).trim();
  const losses: string[] = [];
  if (cleaned !== written) losses.push('had characters that cannot be kept');
  if (cleaned.length > limit)
    losses.push(`had ${cleaned.length} characters, of which the first ${limit} are here`);
  return {
    text: isBlank(text) ? '' : text,
    loss: losses.length === 0 ? '' : `${question} ${losses.join(' and ')}; the form has the whole answer.`,
  };
}

/** The note with what was lost of the answers below it, cut to what a note may be: the losses are never cut. */
export function noteLosses(note: string, losses: readonly string[]): string {
  const told = losses.filter((loss) => loss !== '').join('\n');
  if (told === '') return note;
  const kept = cutText(note, TEXT_LIMITS.note - told.length - 2).trim();
  return kept === '' ? told : `${kept}\n\n${told}`;
}
