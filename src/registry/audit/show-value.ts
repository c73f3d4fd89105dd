import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import { currencyDigits, isCurrency } from '../../core/money/currency-digits.ts';
import { groupThousands } from '../../core/money/format-money.ts';
import { shortenText } from '../../core/text/quote-text.ts';
import type { RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';

/** Longer texts hide what is said about them. */
const MOST_CHARACTERS = 160;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A column's canonical text for people: amounts with their currency, moments as clocks of the time zone show them. */
export function showValue(
  { type, currency }: Column<never>,
  text: string,
  record: RecordTypes[keyof RecordTypes] | undefined,
  timeZone: string,
): string {
  if (type === 'amount' && DECIMAL.test(text)) {
    const code = record === undefined ? '' : (currency?.(record as never) ?? '');
    return `${code} ${groupThousands(padDecimals(text, code))}`.trim();
  }
  if (type === 'moment') {
    const at = parseInstant(text);
    return at === null ? text : formatInstant(at, timeZone).slice(0, 19).replace('T', ' ');
  }
  return text;
}

/** Both sides on one line each; of long texts the part that begins shortly before they part. */
export function showBoth(
  found: string,
  expected: string,
): { readonly found: string; readonly expected: string } {
  let same = 0;
  while (same < found.length && found[same] === expected[same]) same += 1;
  const from = Math.max(found.length, expected.length) > MOST_CHARACTERS ? Math.max(0, same - 20) : 0;
  const show = (text: string) =>
    `${from > 0 ? '…' : ''}${shortenText(text.slice(from).replaceAll('\n', ' '), MOST_CHARACTERS)}`;
  return { found: show(found), expected: show(expected) };
}

/** With the decimals of the currency where there are fewer; more stay, since they are what is wrong. */
function padDecimals(text: string, code: string): string {
  const digits = isCurrency(code) ? currencyDigits(code) : 0;
  const [whole = '', rest = ''] = text.split('.');
  return digits === 0 && rest === '' ? whole : `${whole}.${rest.padEnd(digits, '0')}`;
}
