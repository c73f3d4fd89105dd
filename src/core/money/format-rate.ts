/** A rate for people to read, as the percentage that it is: `0.1` is `10 %`, `0.0875` is `8.75 %`. */
export function formatRate(rate: string): string {
  const [whole = '0', decimals = ''] = rate.split('.');
  const digits = whole + decimals.padEnd(2, '0');
  const point = whole.length + 2;
  const rest = digits.slice(point).replace(/0+$/, '');
  return `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`} %`;
}
