import type { Money } from './money.ts';

/** Nothing, in that currency. */
export function zeroMoney(currency: string): Money {
  return { minor: 0, currency };
}
