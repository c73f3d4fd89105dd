import { ID_SHAPES, type Kind, type NumberedKind } from '../records.ts';
import { idNumber } from './record-key.ts';

/** A record as `_state` keeps it: the entry that wrote it, and the record as JSON. */
export interface KeptRecord {
  readonly id: string;
  readonly entry: number;
  readonly json: string;
}

/**
 * Many records of one kind in one row, in order of creation: a line each, with ID, entry and JSON. A sheet of rows costs
 * what its cells cost, and a hundred thousand records are read in a few hundred cells. Lines are read when they are asked
 * for.
 */
export interface Pack {
  readonly kind: Kind;
  /** The numbers of the first and last ID. */
  readonly from: number;
  readonly to: number;
  /** How many records. */
  readonly size: number;
  /** The highest entry that wrote any of them. */
  readonly newest: number;
  readonly text: string;
}

const KEY = /^pack\/([a-z]+)\/(\d+)-(\d+)\/(\d+)$/;

/** Characters of one pack: what one cell holds, so that texts need not be put together before they are searched. */
const MOST_CHARACTERS = 44_000;

/** Whether records of this kind have numbers, by which packs are ordered. */
export function isPackable(kind: Kind): kind is NumberedKind {
  return kind in ID_SHAPES;
}

/** Whether a row of `_state` is a pack. */
export function isPackKey(record: string): boolean {
  return record.startsWith('pack/');
}

/** The record column of a pack. */
export function packKey({ kind, from, to, size }: Pack): string {
  return `pack/${kind}/${from}-${to}/${size}`;
}

/** The pack of a row; null for text that people left of one. */
export function parsePack(record: string, newest: number, text: string): Pack | null {
  const [, kind, from, to, size] = KEY.exec(record) ?? [];
  if (kind === undefined || !isPackable(kind as Kind)) return null;
  return { kind: kind as Kind, from: Number(from), to: Number(to), size: Number(size), newest, text };
}

/** Packs of these records, which are of one kind and in order of creation. One too long for a pack is left over. */
export function assemblePacks(
  kind: Kind,
  records: readonly KeptRecord[],
): { readonly packs: readonly Pack[]; readonly left: readonly KeptRecord[] } {
  const packs: Pack[] = [];
  const left: KeptRecord[] = [];
  let lines: string[] = [];
  let taken: KeptRecord[] = [];
  let length = 0;
  const close = (): void => {
    const [first, last] = [taken[0], taken.at(-1)];
    if (first === undefined || last === undefined) return;
    packs.push({
      kind,
      from: idNumber(first.id),
      to: idNumber(last.id),
      size: taken.length,
      newest: Math.max(...taken.map(({ entry }) => entry)),
      text: lines.join(''),
    });
    [lines, taken, length] = [[], [], 0];
  };
  for (const record of records) {
    const line = `${record.id}\t${record.entry}\t${record.json}\n`;
    if (line.length > MOST_CHARACTERS) {
      left.push(record);
      continue;
    }
    if (length + line.length > MOST_CHARACTERS) close();
    lines.push(line);
    taken.push(record);
    length += line.length;
  }
  close();
  return { packs, left };
}

/** The record of this ID; undefined where the pack has none. Lines stand in order of their IDs' numbers. */
export function findInPack({ text }: Pack, id: string): KeptRecord | undefined {
  const number = idNumber(id);
  let [low, high] = [0, text.length];
  while (low < high) {
    const start = text.lastIndexOf('\n', Math.max(low, (low + high) >> 1) - 1) + 1;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end);
    const found = line.slice(0, line.indexOf('\t'));
    if (found === id) return parseLine(line);
    if (idNumber(found) < number) low = end < 0 ? text.length : end + 1;
    else high = start;
  }
  return undefined;
}

/** All records, in order of creation. */
export function listPack({ text }: Pack): readonly KeptRecord[] {
  return text.split('\n').flatMap((line) => parseLine(line) ?? []);
}

function parseLine(line: string): KeptRecord | undefined {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  if (first < 0 || second < 0) return undefined;
  return {
    id: line.slice(0, first),
    entry: Number(line.slice(first + 1, second)),
    json: line.slice(second + 1),
  };
}
