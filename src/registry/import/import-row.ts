import type { Issue } from '../../core/result.ts';
import { fieldOf, type ImportKind } from './import-kinds.ts';
import type { FileCell } from './read-value.ts';

/** What is wrong with a row, and where. */
export interface RowProblem {
  /** The column's header in the file, the field's name where it has no column; '' where the row as a whole is meant. */
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
  /** Fields whose cell cannot be read, or is empty and needed. */
  readonly #unread = new Set<string>();
  /** Fields of which something is wrong. */
  readonly #wrong = new Set<string>();
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

  /** Adds that a cell cannot be read, or is empty and needed: of that field nothing else is to be said. */
  refuseCell(field: string, message: string): void {
    this.refuse(field, message);
    this.#unread.add(field);
  }

  /** Adds a problem of a field; the same is said once. */
  refuse(field: string, message: string): void {
    if (this.#unread.has(field)) return;
    const { column = '', cell = '' } = this.#cells.get(field) ?? {};
    const named = column === '' && fieldOf(this.place.kind, field) !== undefined ? field : column;
    if (field !== '') this.#wrong.add(field);
    if (this.#problems.some((known) => known.column === named && known.message === message)) return;
    this.#problems.push({ column: named, value: String(cell), message });
  }

  /**
   * Adds what a command said, whose fields may have other names than the row's. Of a field that was found wrong before
   * it says nothing new.
   */
  refuseAll(issues: readonly Issue[], names: { readonly [field: string]: string } = {}): void {
    const before = new Set(this.#wrong);
    for (const { field = '', message } of issues) {
      const own = names[field] ?? field;
      if (!before.has(own)) this.refuse(own, message);
    }
  }

  /** Whether the field's cell cannot be read, or is empty and needed. */
  isUnread(field: string): boolean {
    return this.#unread.has(field);
  }

  /** Whether something is wrong with the field. */
  isWrong(field: string): boolean {
    return this.#wrong.has(field);
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
