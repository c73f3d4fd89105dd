import * as v from 'valibot';
import type { Instant, Month, PlainDate } from '../../core/calendar/dates.ts';
import { parseLocalTime } from '../../core/calendar/parse-local-time.ts';
import { parseMonth } from '../../core/calendar/parse-month.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import type { Email } from '../../core/model/ids.ts';
import { AMOUNT_SHAPE, describeAmount } from '../../core/money/parse-amount.ts';
import { parseCurrency } from '../../core/money/parse-currency.ts';
import type { Issue, IssueCode } from '../../core/result.ts';
import { parseText, type TextKind } from '../../core/text/clean-text.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import { quoteText, quoteTexts, shortenText } from '../../core/text/quote-text.ts';
import type { FieldCalendar, RawInput } from './command-spec.ts';
import { readGiven, readGivenAnswer, readGivenList } from './read-given.ts';

/** What a field's parser answers: the value, or what is wrong with it. */
type Parsed<T> =
  | { readonly value: T }
  | { readonly code: Extract<IssueCode, 'required' | 'invalid'>; readonly message: string };

type Parser<T> = (text: string, given: unknown) => Parsed<T>;
/** The text of what was sent, null where it has none. */
type Reader = (given: unknown) => string | null;

/**
 * A schema of one field of a command. A missing field, null and '' are the same to people and arrive as ''.
 * The issue's `expected` carries the code of refusal.
 */
function field<T>(parse: Parser<T>, read: Reader = readGiven) {
  return v.optional(
    v.pipe(
      v.unknown(),
      v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
        const given = dataset.value ?? '';
        const text = read(given);
        const parsed: Parsed<T> =
          text === null ? { code: 'invalid', message: describeForeign(given) } : parse(text, given);
        if ('value' in parsed) return parsed.value;
        addIssue({ message: parsed.message, expected: parsed.code });
        return NEVER;
      }),
    ),
    '',
  );
}

function required<T>(message: string, parse: Parser<T>, read?: Reader) {
  return field<T>((text, given) => (text === '' ? { code: 'required', message } : parse(text, given)), read);
}

function given<T>(parse: Parser<T | null>, read?: Reader) {
  return field<T | null>((text, value) => (text === '' ? { value: null } : parse(text, value)), read);
}

/** What to say of a value that is no text at all. */
function describeForeign(given: unknown): string {
  const what = Array.isArray(given)
    ? 'a list'
    : typeof given === 'object'
      ? 'an object'
      : quoteText(String(given));
  return `Write a text here, not ${what}.`;
}

function checkText(text: string, kind: TextKind): Parsed<string> {
  const parsed = parseText(text, kind, '');
  return parsed.ok
    ? { value: parsed.value }
    : { code: 'invalid', message: parsed.issues[0]?.message ?? 'Too long.' };
}

/** Required text of a kind; cleaned. */
export const text = (label: string, kind: TextKind = 'name') =>
  required<string>(`${label} is required.`, (value) => {
    const parsed = checkText(value, kind);
    return 'value' in parsed && parsed.value === ''
      ? { code: 'required', message: `${label} is required.` }
      : parsed;
  });

/** Text that may be missing: then null, so that "not given" and "emptied" can be told apart where it matters. */
export const someText = (kind: TextKind = 'name') =>
  given((value): Parsed<string | null> => {
    const parsed = checkText(value, kind);
    // Nothing to see is nothing given.
    return 'value' in parsed && parsed.value === '' ? { value: null } : parsed;
  });

const dateOf =
  (label: string) =>
  (value: string): Parsed<PlainDate> => {
    const date = parsePlainDate(value);
    return date === null
      ? {
          code: 'invalid',
          message: `${label} must be a date such as 2026-03-31, from 1900-01-01 to 2999-12-31; ${quoteText(value)} is none.`,
        }
      : { value: date };
  };
export const date = (label: string) =>
  required<PlainDate>(`${label} is required, as YYYY-MM-DD.`, dateOf(label));
export const someDate = (label: string) => given<PlainDate>(dateOf(label));

const pastDateOf =
  (label: string, today: PlainDate) =>
  (value: string): Parsed<PlainDate> => {
    const parsed = dateOf(label)(value);
    return 'value' in parsed && parsed.value > today
      ? { code: 'invalid', message: `${label} is ${value}, in the future: record it once it has happened.` }
      : parsed;
  };
/** A date of something that has happened: today or earlier. */
export const pastDate = (label: string, { today }: FieldCalendar) =>
  required<PlainDate>(`${label} is required, as YYYY-MM-DD.`, pastDateOf(label, today));
export const somePastDate = (label: string, { today }: FieldCalendar) =>
  given<PlainDate>(pastDateOf(label, today));

/** A local time in the programme time zone that is not in the future, or null where it was not given. */
export const somePastTime = (label: string, { timeZone, now }: FieldCalendar) =>
  given<Instant>((value) => {
    const instant = parseLocalTime(value, timeZone);
    if (instant === null) {
      return {
        code: 'invalid',
        message: `${label} must be a local time such as 2026-03-31T09:30; ${quoteText(value)} is none.`,
      };
    }
    return instant > now
      ? { code: 'invalid', message: `${label} is ${value}, in the future: state when the request came in.` }
      : { value: instant };
  });

const monthOf =
  (label: string) =>
  (value: string): Parsed<Month> => {
    const month = parseMonth(value);
    return month === null
      ? { code: 'invalid', message: `${label} must be a month such as 2026-03; ${quoteText(value)} is none.` }
      : { value: month };
  };
export const month = (label: string) => required<Month>(`${label} is required, as YYYY-MM.`, monthOf(label));
export const someMonth = (label: string) => given<Month>(monthOf(label));

const emailOf =
  (label: string) =>
  (value: string): Parsed<Email> => {
    const email = parseEmail(value);
    return email === null
      ? { code: 'invalid', message: `${label} must be an e-mail address; ${quoteText(value)} is none.` }
      : { value: email };
  };
export const email = (label: string) =>
  required<Email>(`${label} is required: an e-mail address.`, emailOf(label));
export const someEmail = (label: string) => given<Email>(emailOf(label));

const choiceOf =
  <T extends string>(label: string, words: readonly T[]) =>
  (value: string): Parsed<T> => {
    const word = words.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    return word === undefined
      ? {
          code: 'invalid',
          message: `${label} must be one of ${words.join(', ')}; ${quoteText(value)} is none.`,
        }
      : { value: word };
  };
export const choice = <T extends string>(label: string, words: readonly T[]) =>
  required<T>(`${label} is required: one of ${words.join(', ')}.`, choiceOf(label, words));
export const someChoice = <T extends string>(label: string, words: readonly T[]) =>
  given<T>(choiceOf(label, words));

const yesNoOf =
  (label: string) =>
  (value: string): Parsed<boolean> => {
    const word = value.toLowerCase();
    if (word === 'true' || word === 'yes') return { value: true };
    if (word === 'false' || word === 'no') return { value: false };
    return { code: 'invalid', message: `${label} must be yes or no; ${quoteText(value)} is neither.` };
  };
export const yesNo = (label: string) =>
  required<boolean>(`${label} is required: yes or no.`, yesNoOf(label), readGivenAnswer);
export const someYesNo = (label: string) => given<boolean>(yesNoOf(label), readGivenAnswer);

/** A currency's ISO 4217 code, in capitals. */
export const someCurrency = (label: string) =>
  given((value): Parsed<string | null> => {
    const parsed = parseCurrency(value, '');
    return parsed.ok
      ? { value: parsed.value }
      : { code: 'invalid', message: parsed.issues[0]?.message ?? `${label} is no currency.` };
  });

function checkAmount(value: string): Parsed<string> {
  return AMOUNT_SHAPE.test(value) ? { value } : { code: 'invalid', message: describeAmount(value, 2) };
}

/** An amount as it was written: decimals and digits can be counted only once its currency is known. */
export const amount = (label: string) =>
  required<string>(`${label} is required: an amount such as 1234.50.`, checkAmount);
export const someAmount = () => given<string>(checkAmount);

/** Words in a list, or in one text separated by commas, semicolons or line ends; null where an item is no text. */
function splitList(value: string, items: unknown): readonly string[] | null {
  const list = Array.isArray(items) ? items.map(readGiven) : value.split(/[,;\n]/);
  const texts = list.filter((item) => item !== null);
  if (texts.length < list.length) return null;
  return texts.map((item) => item.trim()).filter((item) => item !== '');
}

/** So many addresses still fit one cell, each as long as an address may be. */
const MOST_EMAILS = 180;

function emailsOf(label: string) {
  return (value: string, items: unknown): Parsed<readonly Email[]> => {
    const emails: Email[] = [];
    const wrong: string[] = [];
    const list = splitList(value, items);
    if (list === null) return { code: 'invalid', message: `${label} must be e-mail addresses.` };
    for (const item of list) {
      const parsed = parseEmail(item);
      if (parsed === null) wrong.push(item);
      else if (!emails.includes(parsed)) emails.push(parsed);
    }
    if (wrong.length > 0) {
      return {
        code: 'invalid',
        message: `${label} must be e-mail addresses; not one: ${quoteTexts(wrong)}.`,
      };
    }
    if (emails.length > MOST_EMAILS) {
      return {
        code: 'invalid',
        message: `${label} are ${emails.length} addresses; at most ${MOST_EMAILS} are kept.`,
      };
    }
    return emails.length === 0
      ? { code: 'required', message: `${label} is required: at least one e-mail address.` }
      : { value: emails };
  };
}
export const someEmails = (label: string) => given<readonly Email[]>(emailsOf(label), readGivenList);

const wordsOf =
  (label: string, expected: string) =>
  (value: string, items: unknown): Parsed<readonly string[]> => {
    const list = splitList(value, items);
    if (list === null) return { code: 'invalid', message: `${label} must be words: ${expected}.` };
    const wrong = list.filter((word) => !parseText(word, 'name', '').ok);
    if (wrong.length > 0) {
      return {
        code: 'invalid',
        message: `${label} must be words; these cannot be kept: ${quoteTexts(wrong)}.`,
      };
    }
    return list.length === 0
      ? { code: 'required', message: `${label} is required: ${expected}.` }
      : { value: list };
  };
export const words = (label: string, expected: string) =>
  required<readonly string[]>(`${label} is required: ${expected}.`, wordsOf(label, expected), readGivenList);
export const someWords = (label: string, expected: string) =>
  given<readonly string[]>(wordsOf(label, expected), readGivenList);

/** A list with something in it, whose items the command reads itself. */
export const items = (message: string) =>
  field<readonly unknown[]>(
    (_text, value) => (Array.isArray(value) && value.length > 0 ? { value } : { code: 'required', message }),
    () => '',
  );

/** Any value, for commands that read it themselves. */
export const anything = () => v.optional(v.unknown());

/**
 * Every field given that a command does not have, as refusals. The schema itself names the first alone, and takes
 * names that every object of JavaScript has, such as `constructor`, for known ones.
 */
export function unknownFields(schema: v.GenericSchema, raw: RawInput): readonly Issue[] {
  if (!isStrictObject(schema)) return [];
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(schema.entries, name));
  return unknown.map((name) => ({
    code: 'invalid',
    field: shortenText(name, 80),
    message: `This command has no field ${quoteText(name)}.`,
  }));
}

function isStrictObject(schema: v.GenericSchema): schema is v.GenericSchema & { readonly entries: object } {
  return schema.type === 'strict_object' && 'entries' in schema && typeof schema.entries === 'object';
}

/** The issues of a schema as refusals, each with the field it is about; unknown fields are not among them. */
export function toIssues(issues: readonly v.BaseIssue<unknown>[]): readonly Issue[] {
  return issues
    .filter(({ expected }) => expected !== 'never')
    .map((issue) => {
      const path = issue.path?.map((item) => String(item.key)).join('.') ?? '';
      const code = issue.expected === 'required' ? 'required' : 'invalid';
      return { code, field: path, message: issue.message };
    });
}
