import { formatAmount } from './format-amount.ts';
import type { Money } from './money.ts';

/** An amount for people to read: currency first, thousands apart, such as `USD 12,345.68` or `JPY -1,234`. */
export function formatMoney(money: Money): string {
  return `${money.currency} ${groupThousands(formatAmount(money))}`;
}

/** A decimal text with its thousands apart: `-12345.68` is `-12,345.68`. */
export function groupThousands(amount: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(amount) ?? [];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}
