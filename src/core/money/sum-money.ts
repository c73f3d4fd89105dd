import { addMoney } from './add-money.ts';
import type { Money } from './money.ts';
import { zeroMoney } from './zero-money.ts';

/** The sum of the amounts, nothing of that currency for none. Throws where one is of another currency. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, zeroMoney(currency));
}
