/** Stands for the ID that an entry of the diary will answer. */
export class IdOf {
  readonly entry: Entry;

  constructor(entry: Entry) {
    this.entry = entry;
  }
}

/** Stands for the ID of the commission line that an entry of the diary brings into being. */
export class LineOf {
  readonly entry: Entry;

  constructor(entry: Entry) {
    this.entry = entry;
  }
}

/** What somebody does, as a step of a scenario says it, with other entries in place of the IDs that they answer. */
export type Deed =
  | { readonly do: string; readonly with: { readonly [field: string]: unknown } }
  | { readonly form: string; readonly answers: { readonly [question: string]: string } }
  | {
      readonly edit: {
        readonly tab: string;
        readonly row: IdOf | string;
        readonly column: string;
        readonly value: string;
      };
    }
  | {
      readonly import: {
        readonly tab: string;
        readonly rows: readonly { readonly [header: string]: string }[];
      };
    };

export interface Entry {
  /** Local time `YYYY-MM-DDTHH:mm` in the programme time zone. */
  readonly at: string;
  readonly as: string;
  readonly deed: Deed;
  /** The code with which the registry is to refuse this; null where it is to be done. */
  readonly refusal: string | null;
  /** Whether a commission line comes into being with it. */
  readonly makesLine: boolean;
}

/** A step as a scenario file holds it. */
export type RawStep = { readonly at: string; readonly [field: string]: unknown };

/** What people of the example did, noted in any order. */
export class Diary {
  readonly #entries: Entry[] = [];

  /** Notes what somebody does at a local time; answers the entry, so that others can refer to it. */
  note(
    at: string,
    as: string,
    deed: Deed,
    { refusal = null, makesLine = false }: Partial<Pick<Entry, 'refusal' | 'makesLine'>> = {},
  ): Entry {
    const entry = { at, as, deed, refusal, makesLine };
    this.#entries.push(entry);
    return entry;
  }

  /** The entries in the order in which they happen; of one minute in the order in which they were noted. */
  inOrder(): readonly Entry[] {
    return [...this.#entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

/**
 * The steps of a scenario for these entries. Lines of commission are numbered in the order in which they come into
 * being, which is known beforehand because no step answers them. Throws where an entry refers to a later one.
 */
export function toSteps(entries: readonly Entry[]): readonly RawStep[] {
  const numbers = new Map(entries.map((entry, n) => [entry, n + 1]));
  const lines = new Map(
    entries.filter(({ makesLine }) => makesLine).map((entry, n) => [entry, numberLine(n + 1)]),
  );
  return entries.map((entry, n) => {
    const resolve = (value: unknown): unknown => {
      if (value instanceof IdOf) return `$${earlier(numbers.get(value.entry), n + 1, entry)}`;
      if (value instanceof LineOf) return lines.get(value.entry);
      return value;
    };
    return { at: entry.at, as: entry.as, ...resolveDeed(entry.deed, resolve) };
  });
}

function resolveDeed(
  deed: Deed,
  resolve: (value: unknown) => unknown,
): { readonly [field: string]: unknown } {
  if ('do' in deed) {
    const fields = Object.entries(deed.with).map(([field, value]) => [field, resolve(value)]);
    return { do: deed.do, with: Object.fromEntries(fields) };
  }
  if ('edit' in deed) return { edit: { ...deed.edit, row: resolve(deed.edit.row) } };
  return { ...deed };
}

function earlier(referred: number | undefined, number: number, { at }: Entry): number {
  if (referred === undefined || referred >= number) {
    throw new Error(`The entry of ${at} refers to one that is not earlier.`);
  }
  return referred;
}

function numberLine(n: number): string {
  return `C-${String(n).padStart(4, '0')}`;
}
