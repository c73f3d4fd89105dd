/** A currency as the library lists it. */
export interface ListedCurrency {
  readonly code: string;
  readonly base: number | readonly number[];
  readonly exponent: number;
}

/** The codes of the currencies, sorted and grouped by how many decimals ISO 4217 gives them. */
export function listCurrencies(
  currencies: readonly ListedCurrency[],
): readonly { readonly digits: number; readonly codes: string }[] {
  const byDigits = new Map<number, string[]>();
  for (const currency of currencies) {
    const digits = digitsOf(currency);
    byDigits.set(digits, [...(byDigits.get(digits) ?? []), currency.code]);
  }
  return [...byDigits]
    .sort(([a], [b]) => a - b)
    .map(([digits, codes]) => ({ digits, codes: codes.sort().join(' ') }));
}

/**
 * The ouguiya and the ariary divide into fifths, which the library counts as one digit of base 5. ISO 4217 lists
 * two digits for both, and that is how they are written.
 */
function digitsOf(currency: ListedCurrency): number {
  return currency.base === 10 ? currency.exponent : 2;
}
