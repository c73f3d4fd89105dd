const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A decimal text with its thousands told apart and its minus as one: `-1234.50` is `−1,234.50`. No digit is lost. */
export function groupDigits(amount: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return whole === ''
    ? amount
    : `${sign === '' ? '' : '−'}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`;
}

/** A share in whole per cent; a dash where there is nothing to have a share of. */
export function spellShare({ part, whole }: { readonly part: number; readonly whole: number }): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

/** `2026-03` as `Mar 2026`. */
export function spellMonth(month: string): string {
  return `${shortMonth(month)} ${month.slice(0, 4)}`;
}

/** `2026-03` as `Mar`. */
export function shortMonth(month: string): string {
  return MONTHS[Number(month.slice(5)) - 1] ?? month;
}

/** Every month from one to another, both included. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let n = numberOf(first); n <= numberOf(last); n += 1) months.push(monthOfNumber(n));
  return months;
}

/** The month so many months before. */
export function monthsBefore(month: string, count: number): string {
  return monthOfNumber(numberOf(month) - count);
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOfNumber(n: number): string {
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}

/** A count with its word: `1 lead`, `2 leads`. */
export function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
