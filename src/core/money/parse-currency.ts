import { ok, type Result, refuse } from '../result.ts';
import { quoteText } from '../text/quote-text.ts';
import { isCurrency } from './currency-digits.ts';

/** The currency's code in capitals; `invalid` where ISO 4217 does not list it, `required` where nothing is written. */
export function parseCurrency(text: string, field: string): Result<string> {
  const code = text.trim().toUpperCase();
  if (code === '') {
    return refuse({ code: 'required', field, message: 'Name the currency, for example USD.' });
  }
  // Letters of other scripts become Latin ones in capitals; they were never a currency's.
  if (/^[a-z]+$/i.test(text.trim()) && isCurrency(code)) return ok(code);
  return refuse({
    code: 'invalid',
    field,
    message: `${quoteText(text.trim())} is not a currency: write its three letters by ISO 4217, for example USD, EUR or JPY.`,
  });
}
