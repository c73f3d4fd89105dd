import * as currencies from 'dinero.js/currencies';

interface Currency {
  readonly code: string;
  readonly base: number | readonly number[];
  readonly exponent: number;
}

/**
 * The ouguiya and the ariary divide into fifths, which the library counts as one digit of base 5. ISO 4217 lists
 * two digits for both, and that is how they are written.
 */
function digitsOf(currency: Currency): number {
  return currency.base === 10 ? currency.exponent : 2;
}

const digitsByCode: ReadonlyMap<string, number> = new Map(
  Object.values<Currency>(currencies).map((currency) => [currency.code, digitsOf(currency)]),
);

/** Whether the text is a currency's code by ISO 4217, in capitals: `USD`, `JPY`, `KWD`. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code);
}

/**
 * How many decimals amounts of the currency have by ISO 4217: USD 2, JPY 0, KWD 3. Throws a RangeError where the
 * code is unknown: `isCurrency` or `parseCurrency` is asked first.
 */
export function currencyDigits(code: string): number {
  const digits = digitsByCode.get(code);
  if (digits === undefined) throw new RangeError(`Unknown currency: ${code}`);
  return digits;
}
