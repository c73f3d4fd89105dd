import { currencyDigits } from '../money/currency-digits.ts';
import type { Money } from '../money/money.ts';
import { parseAmount } from '../money/parse-amount.ts';
import type { Settings } from './settings.ts';

/**
 * The smallest amount of that currency that a payment run pays; null where everything above zero is paid. An amount for
 * every currency counts with as many decimals as the currency has.
 */
export function minimumPayoutOf({ minimumPayout }: Settings, currency: string): Money | null {
  const own = minimumPayout.get(currency);
  const text = own ?? cutDecimals(minimumPayout.get('') ?? '', currencyDigits(currency));
  if (text === '') return null;
  const parsed = parseAmount(text, currency, { field: 'amount', sign: 'not-negative' });
  return parsed.ok && parsed.value.minor > 0 ? parsed.value : null;
}

function cutDecimals(text: string, digits: number): string {
  const [whole = '', decimals = ''] = text.split('.');
  const kept = decimals.slice(0, digits);
  return kept === '' ? whole : `${whole}.${kept}`;
}
