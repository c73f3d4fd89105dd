/**
 * The facts that a judgement was made on, as one short readable text. Equal exactly where name, website and country
 * read the same to a person: spacing at the ends and runs of spaces make no difference.
 * Programme rules, section 3: the answer is remembered for that pair of records.
 */
export function fingerprintFacts(name: string, website: string, country: string): string {
  const facts = [name, website, country].map((fact) => fact.normalize('NFC').replace(/\s+/g, ' ').trim());
  return JSON.stringify(facts);
}
