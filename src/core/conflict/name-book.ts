import type { CustomerRecordId } from '../model/judgement.ts';
import type { LikenessKeys } from './assemble-likeness-keys.ts';
import { BigramSignatures, type ScanLimits } from './bigram-signatures.ts';
import type { CustomerRecord } from './conflict-world.ts';
import { assembleCustomerKeys, type CustomerKeys } from './customer-keys.ts';
import { COMMON_FROM, LETTER_LIMITS, SOUND_LIMITS } from './likeness-index.ts';
import { assembleSigns, findBySigns, isCommonable, partnerSign } from './name-signs.ts';

/**
 * A row of the book: a line with the part it belongs to and what it begins with, then lines of its own. `signs`: a sign and
 * the IDs that have it, in order of the signs. `letters` and `sounds`: an ID and the text, in order of their length.
 * `syllabic`: the sounds of names in a syllabary. `words`: in how many names a common word is. The first row is the head:
 * a check over all others, and what the book was made of.
 */
export type NameBookRow = string;

/** A record as the book takes it in. */
export interface BookedRecord {
  readonly id: CustomerRecordId;
  readonly keys: CustomerKeys;
  /** The partner whose registration it is; null for an account. */
  readonly partner: string | null;
}

/** What a book was made of. */
export interface NameBookFacts {
  /** The journal entry up to which it knows the records. */
  readonly upTo: number;
  /** How many names. */
  readonly names: number;
  /** By which signs and rows: a later version of this code may make others. */
  readonly way: string;
}

const HEAD = 'book';

/** Below the 50,000 characters that a cell holds. */
const MOST_CHARACTERS = 45_000;

/** A word in fewer names is as rare as can be. */
const COUNTED_FROM = 8;

/** The number of an ID in few characters: `A-0360` is `Aa0`. */
function shorten(id: CustomerRecordId): string {
  return id.charAt(0) + Number(id.slice(2)).toString(36);
}

function lengthen(short: string): CustomerRecordId {
  const number = Number.parseInt(short.slice(1), 36);
  return `${short.charAt(0)}-${String(number).padStart(4, '0')}` as CustomerRecordId;
}

function chunk(part: string, lines: readonly string[], firstOf: (line: string) => string): NameBookRow[] {
  const rows: NameBookRow[] = [];
  let taken: string[] = [];
  let length = 0;
  const close = (): void => {
    const [first] = taken;
    if (first !== undefined) rows.push(`${part}\t${firstOf(first)}\n${taken.join('\n')}\n`);
    [taken, length] = [[], 0];
  };
  for (const line of lines) {
    if (length + line.length + 1 > MOST_CHARACTERS) close();
    taken.push(line);
    length += line.length + 1;
  }
  close();
  return rows;
}

/** The book of these records: what finds them without reading them. */
export function assembleNameBook(records: Iterable<BookedRecord>, upTo: number): readonly NameBookRow[] {
  const bySign = new Map<string, string[]>();
  const letters: string[] = [];
  const sounds: string[] = [];
  const syllabic: string[] = [];
  const counts = new Map<string, number>();
  let names = 0;
  for (const { id, keys, partner } of records) {
    const short = shorten(id);
    const { signs, distinctive, sound, words } = assembleSigns(keys);
    names += 1;
    for (const sign of partner === null ? signs : [...signs, partnerSign(partner)]) {
      const known = bySign.get(sign);
      if (known === undefined) bySign.set(sign, [short]);
      else known.push(short);
    }
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    letters.push(`${short} ${distinctive}`);
    sounds.push(`${short} ${sound}`);
    if (keys.isSyllabic) syllabic.push(`${short} ${sound}`);
  }
  const signLines = [...bySign]
    .filter(([sign, ids]) => ids.length < COMMON_FROM || !isCommonable(sign))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sign, ids]) => splitIds(sign, ids));
  const byLength = (lines: string[]) => lines.sort((a, b) => textOf(a).length - textOf(b).length);
  const lengthOf = (line: string) => String(textOf(line).length);
  const wordLines = [...counts]
    .filter(([, count]) => count >= COUNTED_FROM)
    .map(([word, count]) => `${word}\t${count}`);
  const rows = [
    ...chunk('signs', signLines, (line) => line.slice(0, line.indexOf('\t'))),
    ...chunk('letters', byLength(letters), lengthOf),
    ...chunk('sounds', byLength(sounds), lengthOf),
    ...chunk('syllabic', byLength(syllabic), lengthOf),
    ...chunk('words', wordLines, () => ''),
  ];
  const facts: NameBookFacts = { upTo, names, way: tellWay() };
  return [`${HEAD}\t${checkOf(rows)}\n${JSON.stringify(facts)}`, ...rows];
}

/** Many records of one name or domain take several lines. */
function splitIds(sign: string, ids: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let from = 0; from < ids.length; from += COMMON_FROM) {
    lines.push(`${sign}\t${ids.slice(from, from + COMMON_FROM).join(' ')}`);
  }
  return lines;
}

function textOf(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}

/** Looked up once: in some hosts every look at a global is slow. */
const { imul } = Math;

/** A number for what rows say: people may remove, move or type over them. */
function checkOf(rows: readonly NameBookRow[]): string {
  let check = rows.length;
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 1) check = (imul(check, 31) + row.charCodeAt(i)) | 0;
    check = (imul(check, 31) + row.length) | 0;
  }
  return (check >>> 0).toString(36);
}

/** Names that show how signs are made: a legal form, initials, an umlaut, a syllabary, another script, a domain. */
const SAMPLES: readonly CustomerRecord[] = [
  'Globex Zyklon Optics GmbH & Co. KG',
  'International Business Machines Corp. (IBM)',
  'Müller-Lüdenscheidt Söhne',
  'トヨタ自動車株式会社',
  'ОАО Газпром',
].map((name) => ({
  id: 'A-0001',
  name,
  website: 'www.shop.globex-optics.co.uk/about',
  country: 'Germany',
  emails: [],
  ownDomains: [],
}));

/** Raised when rows are made in another way of the same signs: 2 begins rows of texts with their true length. */
const MAKE = 2;

let way = '';

/** Tells how this version of the code makes a book. */
function tellWay(): string {
  if (way === '') {
    const samples = SAMPLES.map((sample) => {
      const { signs, distinctive, sound, words } = assembleSigns(assembleCustomerKeys(sample));
      return JSON.stringify([[...signs], distinctive, sound, words]);
    });
    way = checkOf([String(MAKE), ...samples]);
  }
  return way;
}

/** The part of a row, what it begins with, and where its own lines begin. */
function openRow(row: NameBookRow): OpenRow {
  const [tab, end] = [row.indexOf('\t'), row.indexOf('\n')];
  return { part: row.slice(0, tab), first: row.slice(tab + 1, end), text: row.slice(end + 1) };
}

interface OpenRow {
  readonly part: string;
  readonly first: string;
  readonly text: string;
}

/** Texts of about one length, ready to be scanned. */
interface Shelf {
  readonly shortest: number;
  readonly text: string;
  scanned: { readonly ids: readonly string[]; readonly signatures: BigramSignatures } | null;
}

/** What finds records by their names without reading them. Derived from the records, never the truth about them. */
export class NameBook {
  readonly facts: NameBookFacts;
  readonly #signs: readonly OpenRow[];
  readonly #shelves: Readonly<Record<string, readonly Shelf[]>>;
  readonly #words: readonly OpenRow[];
  #counts: Map<string, number> | null = null;

  private constructor(facts: NameBookFacts, rows: readonly OpenRow[]) {
    this.facts = facts;
    const partOf = (wanted: string) => rows.filter(({ part }) => part === wanted);
    this.#signs = partOf('signs');
    this.#words = partOf('words');
    const shelve = (part: string) =>
      partOf(part).map(({ first, text }): Shelf => ({ shortest: Number(first), text, scanned: null }));
    this.#shelves = {
      letters: shelve('letters'),
      sounds: shelve('sounds'),
      syllabic: shelve('syllabic'),
    };
  }

  /** The book of these rows; null where there is none, it is not whole, or another version of this code made it. */
  static parse(rows: readonly NameBookRow[]): NameBook | null {
    const [head, ...rest] = rows;
    if (head === undefined) return null;
    const { part, first, text } = openRow(head);
    if (part !== HEAD || first !== checkOf(rest)) return null;
    try {
      const facts = JSON.parse(text) as NameBookFacts;
      return facts.way === tellWay() ? new NameBook(facts, rest.map(openRow)) : null;
    } catch {
      return null;
    }
  }

  /** In how many names a word is, as far as it is common. */
  countOf(word: string): number {
    this.#counts ??= new Map(
      this.#words.flatMap(({ text }) =>
        text.split('\n').flatMap((line) => {
          const tab = line.indexOf('\t');
          return tab < 0 ? [] : [[line.slice(0, tab), Number(line.slice(tab + 1))] as const];
        }),
      ),
    );
    return this.#counts.get(word) ?? 0;
  }

  /** IDs of the records that have a sign, in the order in which they were put in. */
  find(sign: string): readonly CustomerRecordId[] {
    const ids: CustomerRecordId[] = [];
    for (let at = this.#lastNotBehind(sign); at >= 0; at -= 1) {
      const row = this.#signs[at];
      ids.unshift(...idsIn(row?.text ?? '', sign));
      // A sign of many lines may begin in an earlier row.
      if (row?.first !== sign) break;
    }
    return ids;
  }

  /** IDs of the records that may be alike to these keys. */
  *findCandidates(own: LikenessKeys): Iterable<CustomerRecordId> {
    const found = findBySigns(own, (sign) => this.find(sign));
    const take = (id: CustomerRecordId) => found.add(id);
    this.#scan('letters', own.distinctive, LETTER_LIMITS, take);
    this.#scan(own.isSyllabic ? 'sounds' : 'syllabic', own.sound, SOUND_LIMITS, take);
    yield* found;
  }

  /** The last row that begins with the sign or one before it. */
  #lastNotBehind(sign: string): number {
    let [low, high] = [0, this.#signs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#signs[middle]?.first ?? '') <= sign) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #scan(
    part: 'letters' | 'sounds' | 'syllabic',
    text: string,
    limits: ScanLimits,
    take: (id: CustomerRecordId) => void,
  ): void {
    const shelves = this.#shelves[part] ?? [];
    for (const [i, shelf] of shelves.entries()) {
      const longest = shelves[i + 1]?.shortest ?? Number.POSITIVE_INFINITY;
      if (shelf.shortest > text.length + limits.mostLonger || longest < text.length - limits.mostLonger)
        continue;
      shelf.scanned ??= readShelf(shelf.text);
      const { ids, signatures } = shelf.scanned;
      signatures.scan(text, limits, (position) => take(lengthen(ids[position] ?? '')));
    }
  }
}

function readShelf(text: string): { readonly ids: readonly string[]; readonly signatures: BigramSignatures } {
  const ids: string[] = [];
  const signatures = new BigramSignatures();
  for (let from = 0; ; ) {
    const end = text.indexOf('\n', from);
    if (end < 0) return { ids, signatures };
    const space = text.indexOf(' ', from);
    ids.push(text.slice(from, space));
    signatures.add(text.slice(space + 1, end));
    from = end + 1;
  }
}

function idsIn(text: string, sign: string): readonly CustomerRecordId[] {
  const ids: CustomerRecordId[] = [];
  const begin = `${sign}\t`;
  for (let from = text.startsWith(begin) ? 0 : text.indexOf(`\n${begin}`) + 1; ; ) {
    if (!text.startsWith(begin, from)) return ids;
    const end = text.indexOf('\n', from);
    for (const short of text.slice(from + begin.length, end).split(' ')) ids.push(lengthen(short));
    from = end + 1;
  }
}
