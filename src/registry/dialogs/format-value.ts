import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import type { Column } from '../schema/column.ts';

/** A moment as the programme's clocks show it, to the minute: `2026-01-06 10:00`. */
export function formatMoment(text: string, timeZone: string): string {
  const instant = parseInstant(text);
  return instant === null ? text : formatInstant(instant, timeZone).slice(0, 16).replace('T', ' ');
}

/** An amount with its thousands told apart and its currency: `12,345.68 USD`. */
export function formatMoney(amount: string, currency: string): string {
  const [whole = '', decimals] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${decimals === undefined ? grouped : `${grouped}.${decimals}`} ${currency}`.trim();
}

/** What a record says in a column, for people to read; '' where it says nothing. */
export function formatValue<R>(column: Column<R>, record: R, timeZone: string): string {
  const text = column.value(record);
  if (text === '') return '';
  switch (column.type) {
    case 'moment':
      return formatMoment(text, timeZone);
    case 'amount':
      return formatMoney(text, column.currency?.(record) ?? '');
    default:
      return text;
  }
}
