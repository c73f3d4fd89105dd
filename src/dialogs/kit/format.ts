const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A calendar date in words, such as `Tuesday, 31 March 2026`; '' for any other text. */
export function spellDate(text: string): string {
  const [, year, month, day] = SHAPE.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return '';
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.toISOString().slice(0, 10) !== text.trim()) return '';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
}

/** An amount with its thousands told apart and its currency, such as `1,234,567.50 USD`; '' where that adds nothing. */
export function spellAmount(text: string, currency: string): string {
  const spelt = spellMoney(text);
  return spelt.includes(',') ? `${spelt} ${currency}`.trim() : '';
}

/** An amount with its thousands told apart; any other text as it is. */
export function spellMoney(text: string): string {
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return text;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`;
}
