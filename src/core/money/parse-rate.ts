import { ok, type Result, refuse } from '../result.ts';
import { quoteText } from '../text/quote-text.ts';

const SHAPE = /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/;

/**
 * A commission rate as the shortest decimal text, such as `0.1`: a share from 0 to 1 with at most 6 decimals.
 * `invalid` for anything else; `10 %` is answered with what to write instead. Programme rules, section 5.2.
 */
export function parseRate(written: string | number, field: string): Result<string> {
  const text = String(written).trim();
  if (SHAPE.test(text)) {
    return ok(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  }
  return refuse({
    code: 'invalid',
    field,
    message: `${quoteText(text)} is not a rate: write a share from 0 to 1 with at most 6 decimals${hintFor(text)}.`,
  });
}

/** What a percentage would be as a share, where the text is one of up to two digits and four decimals. */
function hintFor(text: string): string {
  const [, whole, decimals = ''] = /^(\d{1,2})(?:\.(\d{1,4}))?\s*%?$/.exec(text) ?? [];
  if (whole === undefined) return ', for example 0.1 for ten per cent';
  const share = `0.${whole.padStart(2, '0')}${decimals}`.replace(/\.?0+$/, '');
  return `, for example ${share} for ${Number(`${whole}.${decimals || '0'}`)} %`;
}
