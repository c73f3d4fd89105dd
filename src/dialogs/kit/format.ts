const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A calendar date in words, such as `Tuesday, 31 March 2026`; '' for any other text. */
export function spellDate(text: string): string {
  const [, year, month, day] = SHAPE.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return '';
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.toISOString().slice(0, 10) !== text.trim()) return '';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
}

/** An amount with its thousands told apart, such as `1,234,567.50 USD`; '' where the text is no amount. */
export function spellAmount(text: string, currency: string): string {
  const [, sign, whole, decimals] = /^(-?)(\d+)(\.\d+)?$/.exec(text.trim()) ?? [];
  if (whole === undefined || whole.length < 4) return '';
  return `${sign ?? ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals ?? ''} ${currency}`.trim();
}
