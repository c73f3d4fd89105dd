import { CURRENCIES } from './generated/currencies.generated.ts';

let known: ReadonlyMap<string, number> | null = null;

/** Made when it is first asked for: every execution loads this module, few read amounts. */
function digitsByCode(): ReadonlyMap<string, number> {
  known ??= new Map(
    CURRENCIES.flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, digits] as const)),
  );
  return known;
}

/** Whether the text is a currency's code by ISO 4217, in capitals: `USD`, `JPY`, `KWD`. */
export function isCurrency(code: string): boolean {
  return digitsByCode().has(code);
}

/**
 * How many decimals amounts of the currency have by ISO 4217: USD 2, JPY 0, KWD 3. Throws a RangeError where the
 * code is unknown: `isCurrency` or `parseCurrency` is asked first.
 */
export function currencyDigits(code: string): number {
  const digits = digitsByCode().get(code);
  if (digits === undefined) throw new RangeError(`Unknown currency: ${code}`);
  return digits;
}
