import type { Issue } from '../../core/result.ts';
import type { ImportKind } from './import-kinds.ts';
import type { FileCell } from './read-value.ts';

/** What is wrong with a row, and where. */
export interface RowProblem {
  /** The column's header in the file; '' where the row as a whole is meant. */
  readonly column: string;
  /** What stands there. */
  readonly value: string;
  /** What is wrong with it and what is expected. */
  readonly message: string;
}

/** What becomes of a row: it is added, it is there already, or it is refused. */
export type Verdict = 'added' | 'already there' | 'refused';

/** Where a row stands in the files. */
export interface RowPlace {
  readonly kind: ImportKind;
  readonly file: string;
  readonly sheet: string;
  /** As the file counts, the row of headers being the first. */
  readonly row: number;
}

/** A row of a file by fields, with everything that was found about it. */
export class ImportRow {
  readonly place: RowPlace;
  /** What the row says in the registry's notation; '' where it says nothing or what cannot be read. */
  readonly values: { readonly [field: string]: string };
  readonly #cells: ReadonlyMap<string, { readonly column: string; readonly cell: FileCell }>;
  readonly #problems: RowProblem[] = [];
  #id = '';
  #isThere = false;
  #note = '';

  constructor(
    place: RowPlace,
    values: { readonly [field: string]: string },
    cells: ReadonlyMap<string, { readonly column: string; readonly cell: FileCell }>,
  ) {
    this.place = place;
    this.values = values;
    this.#cells = cells;
  }

  /** What the row says of a field, '' where nothing. */
  get(field: string): string {
    return this.values[field] ?? '';
  }

  /** Such as `row 12 of leads.csv`. */
  get name(): string {
    const { row, file, sheet } = this.place;
    return `row ${row} of ${file}${sheet === '' ? '' : ` (${sheet})`}`;
  }

  /** Adds a problem of a field; the same is said once. */
  refuse(field: string, message: string): void {
    const { column = '', cell = '' } = this.#cells.get(field) ?? {};
    if (this.#problems.some((known) => known.column === column && known.message === message)) return;
    this.#problems.push({ column, value: String(cell), message });
  }

  /** Adds what a command said, whose fields may have other names than the row's. */
  refuseAll(issues: readonly Issue[], names: { readonly [field: string]: string } = {}): void {
    for (const { field = '', message } of issues) this.refuse(names[field] ?? field, message);
  }

  /** The row has become this record. */
  become(id: string): void {
    this.#id = id;
  }

  /** The registry has it already, as this record. */
  found(id: string): void {
    this.#id = id;
    this.#isThere = true;
  }

  /** Something to know although the row is no problem. */
  remark(note: string): void {
    this.#note = note;
  }

  get isRefused(): boolean {
    return this.#problems.length > 0;
  }

  get problems(): readonly RowProblem[] {
    return this.#problems;
  }

  get id(): string {
    return this.isRefused ? '' : this.#id;
  }

  get note(): string {
    return this.#note;
  }

  get verdict(): Verdict {
    if (this.isRefused) return 'refused';
    return this.#isThere ? 'already there' : 'added';
  }
}
