/** The package's module build; its plain name would be Node's own deprecated module in tests. */
declare module 'punycode/punycode.es6.js' {
  /** The domain with its `xn--` labels as Unicode; throws RangeError where a label is malformed. */
  export function toUnicode(domain: string): string;
}
