import type { Money } from './money.ts';

/**
 * Throws where the two amounts are of different currencies: these are never added together, so asking for it is a
 * defect of the caller. Programme rules, section 5.7.
 */
export function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new TypeError(`Amounts of ${a.currency} and ${b.currency} cannot be added together.`);
  }
}

/** An amount of that many minor units; throws where the integer is too large to be exact. */
export function exactMoney(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} ${currency} is too large to be exact.`);
  return { minor, currency };
}
