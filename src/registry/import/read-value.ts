import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { quoteText } from '../../core/text/quote-text.ts';
import type { ImportField } from './import-kinds.ts';

/** What a cell of a file holds: text of a CSV file; of a workbook also numbers, answers, and dates as `YYYY-MM-DD`. */
export type FileCell = string | number | boolean;

/** How dates and decimals look in the files; nothing is guessed. */
export interface Locale {
  /** Such as `DD.MM.YYYY`; a time of day may follow as `HH:mm`. */
  readonly dateFormat: string;
  readonly decimal: '.' | ',';
  /** What stands between thousands, '' where nothing does. */
  readonly thousands: string;
}

/** What a cell says in the registry's own notation, or what was expected of it. */
export type ReadValue = { readonly value: string } | { readonly expected: string };

/** Reads one cell by its field's type; `words` translates the words of the file. */
export function readValue(
  cell: FileCell,
  field: ImportField,
  locale: Locale,
  words: { readonly [word: string]: string } = {},
): ReadValue {
  const text = textOf(cell).trim();
  const translated = findWord(text, words) ?? text;
  if (translated === '') return { value: '' };
  switch (field.type) {
    case 'date':
      return readDate(translated, locale);
    case 'moment':
      return readMoment(translated, locale);
    case 'amount':
      return typeof cell === 'number' ? readNumber(cell) : readAmount(translated, locale);
    case 'answer':
      return readAnswer(translated);
    case 'choice':
      return readChoice(translated, field.choices ?? []);
    default:
      return { value: translated };
  }
}

function textOf(cell: FileCell): string {
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}

function findWord(text: string, words: { readonly [word: string]: string }): string | undefined {
  const found = Object.keys(words).find((word) => word.trim().toLowerCase() === text.toLowerCase());
  return found === undefined ? undefined : words[found];
}

const TOKENS = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
} as const;

const ISO = 'YYYY-MM-DD';

/** Whether a date format names year, month and day once each and nothing else than signs between them. */
export function isDateFormat(format: string): boolean {
  return /^(?:(?:YYYY|MM?|DD?)(?:[./\- ]+|$)){3}$/.test(format) && shapeOf(format) !== null;
}

const shapes = new Map<string, RegExp | null>();

function shapeOf(format: string): RegExp | null {
  const known = shapes.get(format);
  if (known !== undefined) return known;
  const parts = format.match(/YYYY|MM?|DD?/g) ?? [];
  const isWhole = new Set(parts.map((part) => part[0])).size === 3 && parts.length === 3;
  const escaped = format.replace(/YYYY|MM?|DD?|[^YMD]/g, (part) =>
    part in TOKENS ? TOKENS[part as keyof typeof TOKENS] : `\\${part}`,
  );
  const shape = isWhole ? new RegExp(`^${escaped}$`) : null;
  shapes.set(format, shape);
  return shape;
}

function readDate(text: string, { dateFormat }: Locale): ReadValue {
  const date = parseDate(text, dateFormat);
  return date === null ? { expected: `a date such as ${exampleOf(dateFormat)}` } : { value: date };
}

/** `YYYY-MM-DD` has one meaning only and is read whatever the files' own way. */
function parseDate(text: string, format: string): string | null {
  for (const one of [ISO, format]) {
    const { year, month, day } = shapeOf(one)?.exec(text)?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) continue;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return parsePlainDate(date);
  }
  return null;
}

function readMoment(text: string, locale: Locale): ReadValue {
  const [, day = text, time] = /^(.*?)[T ](\d{1,2}:\d\d(?::\d\d)?)$/.exec(text) ?? [];
  const date = parseDate(day, locale.dateFormat);
  const clock =
    time === undefined ? '' : `T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}`;
  const isTime = clock === '' || /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock);
  if (date !== null && isTime) return { value: `${date}${clock}` };
  const example = exampleOf(locale.dateFormat);
  return { expected: `a date such as ${example}, with or without a time such as ${example} 09:30` };
}

function exampleOf(format: string): string {
  return format.replace('YYYY', '2026').replace(/MM?/, '03').replace(/DD?/, '31');
}

function readNumber(cell: number): ReadValue {
  const digits = String(cell);
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? { value: digits } : { expected: 'an amount in digits' };
}

function readAmount(text: string, { decimal, thousands }: Locale): ReadValue {
  const [d, t] = [`\\${decimal}`, thousands === '' ? null : `\\${thousands}`];
  const grouped = t === null ? null : new RegExp(`^[-+]?\\d{1,3}(?:${t}\\d{3})+(?:${d}\\d+)?$`);
  const plain = new RegExp(`^[-+]?\\d+(?:${d}\\d+)?$`);
  if (plain.test(text) || grouped?.test(text)) {
    const bare = thousands === '' ? text : text.replaceAll(thousands, '');
    return { value: bare.replace(decimal, '.').replace('+', '') };
  }
  const example = `1234${decimal}50`;
  const spaced = thousands === '' ? '' : ` or ${`1${thousands}234`}${decimal}50`;
  return { expected: `an amount such as ${example}${spaced}, without a currency` };
}

function readAnswer(text: string): ReadValue {
  const word = text.toLowerCase();
  if (['yes', 'true'].includes(word)) return { value: 'yes' };
  if (['no', 'false'].includes(word)) return { value: 'no' };
  return { expected: 'yes or no' };
}

function readChoice(text: string, choices: readonly string[]): ReadValue {
  const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase());
  return choice === undefined
    ? { expected: `one of ${choices.join(', ')}; other words are translated in the mapping, under words` }
    : { value: choice };
}

/** What is wrong with a cell, in a sentence. */
export function describeUnread(label: string, cell: FileCell, expected: string): string {
  return `${label} must be ${expected}; ${quoteText(textOf(cell))} is none.`;
}
