import { toDecimal } from 'dinero.js/bigint';
import type { Money } from './money.ts';
import { toDinero } from './to-dinero.ts';

/** Remembers what is always the same: totals ask for a few amounts, zero above all, over and over. */
const textsOf = new Map<string, Map<number, string>>();

/**
 * The amount as a decimal text with exactly the currency's digits and `.` before them: `12345.68` (USD), `123457`
 * (JPY), `100.001` (KWD), `-0.50`. `parseAmount` reads it back unchanged.
 */
export function formatAmount(money: Money): string {
  const { minor, currency } = money;
  let texts = textsOf.get(currency);
  if (texts === undefined) {
    texts = new Map();
    textsOf.set(currency, texts);
  }
  let text = texts.get(minor);
  if (text === undefined) {
    text = toDecimal(toDinero(money));
    texts.set(minor, text);
  }
  return text;
}
