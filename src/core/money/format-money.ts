import { formatAmount } from './format-amount.ts';
import type { Money } from './money.ts';

/** An amount for people to read: currency first, thousands apart, such as `USD 12,345.68` or `JPY -1,234`. */
export function formatMoney(money: Money): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(formatAmount(money)) ?? [];
  return `${money.currency} ${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}
