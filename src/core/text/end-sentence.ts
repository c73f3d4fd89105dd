/** A text that ends with a full stop, be it that of an abbreviation such as `Acme Inc.`. */
export function endSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
