import { chainEntry } from '../journal/format-entry.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';

/** What stands in place of a name. */
const NOBODY = '[erased]';

/** A journal without some texts, and how often each was found. */
export interface ErasedJournal {
  readonly journal: readonly JournalEntry[];
  readonly found: ReadonlyMap<string, number>;
}

/**
 * The journal without these names and addresses of persons, wherever they stand as whole words or as a whole address, in
 * capitals or not. What remains says the same of everything else, and is chained anew from its first entry: it is another journal, whose hashes
 * those of the first one do not prove. An address becomes one that nobody can have, the same everywhere, because records
 * are told apart by addresses.
 */
export function eraseTexts(
  journal: readonly JournalEntry[],
  texts: readonly string[],
  digest: (text: string) => string,
): ErasedJournal {
  const found = new Map(texts.map((text) => [text, 0]));
  // Longer ones first: "Dana Chief" before "Dana".
  const rules = texts
    .map((text, i) => ({
      text,
      shape: shapeOf(text),
      by: text.includes('@') ? `erased-${i + 1}@erased.invalid` : NOBODY,
    }))
    .sort((a, b) => b.text.length - a.text.length);
  const erase = (value: string): string =>
    rules.reduce(
      (left, { text, shape, by }) =>
        left.replace(shape, () => {
          found.set(text, (found.get(text) ?? 0) + 1);
          return by;
        }),
      value,
    );
  const chained: JournalEntry[] = [];
  for (const { entry: _number, hash: _hash, ...said } of journal) {
    const last = chained.at(-1);
    const mark = { applied: last?.entry ?? 0, hash: last?.hash ?? '' };
    chained.push(chainEntry(eachText(said, erase) as typeof said, mark, digest));
  }
  return { journal: chained, found };
}

/**
 * Around an address a sign belongs to it only where it joins it to a letter or digit: a full stop behind it ends a
 * sentence, a hyphen before it begins an item, and the slash of a record's key is none of its signs.
 */
const ADDRESS = {
  before: "(?<![\\p{L}\\p{N}][._%+&'~-]*)",
  behind: '(?!\\.?[\\p{L}\\p{N}]|-+[\\p{L}\\p{N}]|@)',
};

/**
 * A name is not part of a double name, an address or a website: what hyphens, dots and the like join is one word. An
 * apostrophe ends it, as in the possessive.
 */
const NAME = {
  before: '(?<![\\p{L}\\p{N}_@][._%+&~-]*)(?<!@)',
  behind: '(?![._%+&~-]*[\\p{L}\\p{N}@])',
};

function shapeOf(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const { before, behind } = text.includes('@') ? ADDRESS : NAME;
  return new RegExp(`${before}${literal}${behind}`, 'giu');
}

/** The same value with every text in it changed, those that name its fields excepted. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => eachText(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, eachText(item, change)]));
}
