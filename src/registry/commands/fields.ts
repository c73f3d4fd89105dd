import * as v from 'valibot';
import type { Instant, Month, PlainDate } from '../../core/calendar/dates.ts';
import { parseLocalTime } from '../../core/calendar/parse-local-time.ts';
import { parseMonth } from '../../core/calendar/parse-month.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import type { Email } from '../../core/model/ids.ts';
import { parseCurrency } from '../../core/money/parse-currency.ts';
import type { Issue, IssueCode } from '../../core/result.ts';
import { parseText, type TextKind } from '../../core/text/clean-text.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import type { FieldCalendar } from './command-spec.ts';

/** What a field's parser answers: the value, or what is wrong with it. */
type Parsed<T> =
  | { readonly value: T }
  | { readonly code: Extract<IssueCode, 'required' | 'invalid'>; readonly message: string };

/**
 * A schema of one field of a command. A missing field, null and '' are the same to people and arrive as ''.
 * The issue's `expected` carries the code of refusal.
 */
function field<T>(parse: (text: string, given: unknown) => Parsed<T>) {
  return v.optional(
    v.pipe(
      v.unknown(),
      v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
        const given = dataset.value ?? '';
        const parsed = parse(typeof given === 'string' ? given.trim() : String(given), given);
        if ('value' in parsed) return parsed.value;
        addIssue({ message: parsed.message, expected: parsed.code });
        return NEVER;
      }),
    ),
    '',
  );
}

function required<T>(message: string, parse: (text: string, given: unknown) => Parsed<T>) {
  return field<T>((text, given) => (text === '' ? { code: 'required', message } : parse(text, given)));
}

function given<T>(parse: (text: string, given: unknown) => Parsed<T>) {
  return field<T | null>((text, value) => (text === '' ? { value: null } : parse(text, value)));
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
export const someText = (kind: TextKind = 'name') => given<string>((value) => checkText(value, kind));

const dateOf =
  (label: string) =>
  (value: string): Parsed<PlainDate> => {
    const date = parsePlainDate(value);
    return date === null
      ? { code: 'invalid', message: `${label} must be a date such as 2026-03-31; "${value}" is none.` }
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
        message: `${label} must be a local time such as 2026-03-31T09:30; "${value}" is none.`,
      };
    }
    return instant > now
      ? { code: 'invalid', message: `${label} is ${value}, in the future: state when the request came in.` }
      : { value: instant };
  });

export const someMonth = (label: string) =>
  given<Month>((value) => {
    const month = parseMonth(value);
    return month === null
      ? { code: 'invalid', message: `${label} must be a month such as 2026-03; "${value}" is none.` }
      : { value: month };
  });

const emailOf =
  (label: string) =>
  (value: string): Parsed<Email> => {
    const email = parseEmail(value);
    return email === null
      ? { code: 'invalid', message: `${label} must be an e-mail address; "${value}" is none.` }
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
      ? { code: 'invalid', message: `${label} must be one of ${words.join(', ')}; "${value}" is none.` }
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
    return { code: 'invalid', message: `${label} must be yes or no; "${value}" is neither.` };
  };
export const yesNo = (label: string) => required<boolean>(`${label} is required: yes or no.`, yesNoOf(label));
export const someYesNo = (label: string) => given<boolean>(yesNoOf(label));

/** A currency's ISO 4217 code, in capitals. */
export const someCurrency = (label: string) =>
  given<string>((value) => {
    const parsed = parseCurrency(value, '');
    return parsed.ok
      ? { value: parsed.value }
      : { code: 'invalid', message: parsed.issues[0]?.message ?? `${label} is no currency.` };
  });

/** An amount as it was written: it can be read only once its currency is known. */
export const amount = (label: string) =>
  required<string>(`${label} is required: an amount such as 1234.50.`, (value) => ({ value }));
export const someAmount = () => given<string>((value) => ({ value }));

/** Words in a list, or in one text separated by commas, semicolons or line ends. */
function splitList(value: string, items: unknown): readonly string[] {
  const list = Array.isArray(items) ? items.map(String) : value.split(/[,;\n]/);
  return list.map((item) => item.trim()).filter((item) => item !== '');
}

function emailsOf(label: string) {
  return (value: string, items: unknown): Parsed<readonly Email[]> => {
    const emails: Email[] = [];
    const wrong: string[] = [];
    for (const item of splitList(value, items)) {
      const parsed = parseEmail(item);
      if (parsed === null) wrong.push(item);
      else if (!emails.includes(parsed)) emails.push(parsed);
    }
    if (wrong.length > 0) {
      return { code: 'invalid', message: `${label} must be e-mail addresses; not one: ${wrong.join(', ')}.` };
    }
    return emails.length === 0
      ? { code: 'required', message: `${label} is required: at least one e-mail address.` }
      : { value: emails };
  };
}
export const someEmails = (label: string) => given<readonly Email[]>(emailsOf(label));

export const words = (label: string, expected: string) =>
  required<readonly string[]>(`${label} is required: ${expected}.`, (value, items) => {
    const list = splitList(value, items);
    return list.length === 0
      ? { code: 'required', message: `${label} is required: ${expected}.` }
      : { value: list };
  });

/** Any value, for commands that read it themselves. */
export const anything = () => v.optional(v.unknown());

/** The issues of a schema as refusals, each with the field it is about. */
export function toIssues(issues: readonly v.BaseIssue<unknown>[]): readonly Issue[] {
  return issues.map((issue) => {
    const path = issue.path?.map((item) => String(item.key)).join('.') ?? '';
    const code = issue.expected === 'required' ? 'required' : 'invalid';
    if (issue.expected === 'never') {
      return { code: 'invalid', field: path, message: `This command has no field "${path}".` };
    }
    return { code, field: path, message: issue.message };
  });
}
