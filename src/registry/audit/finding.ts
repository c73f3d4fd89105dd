import type { Check } from './checks.ts';

/** Something that is not as it has to be, and where. */
export interface Finding {
  readonly check: Check;
  /** A tab of the workbook; of an archived year of the journal the name of its spreadsheet. */
  readonly tab: string;
  /** Such as `J14`; '' where it is about no single cell. */
  readonly cell: string;
  /** The record that it is about, '' where there is none. */
  readonly id: string;
  /** The column's header, or what else is meant. */
  readonly column: string;
  /** For people; '' for nothing. */
  readonly found: string;
  readonly expected: string;
  /** Section of the programme rules, '' where they don't say it. */
  readonly section: string;
  /** More about it, a sentence; '' where there is nothing to add. */
  readonly note: string;
  /** A `notice` is for people to judge and may be right. */
  readonly severity: 'difference' | 'notice';
}

/** A finding as it is noted: what is left out is ''. */
export type FoundBy = Pick<Finding, 'tab' | 'found' | 'expected'> & Partial<Omit<Finding, 'check'>>;

/** What an audit has looked at so far, and what it has found. */
export class AuditNotes {
  readonly #looked = new Map<Check, number>();
  readonly #findings: Finding[] = [];
  readonly #unaudited: string[] = [];

  /** Counts so many more things that were looked at. */
  looked(check: Check, things: number): void {
    this.#looked.set(check, (this.#looked.get(check) ?? 0) + things);
  }

  find(check: Check, found: FoundBy): void {
    this.#findings.push({
      cell: '',
      id: '',
      column: '',
      section: '',
      note: '',
      severity: 'difference',
      ...found,
      check,
    });
  }

  /** Notes in a sentence what could not be looked at. */
  missed(sentence: string): void {
    this.#unaudited.push(sentence);
  }

  countOf(check: Check): number {
    return this.#looked.get(check) ?? 0;
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  get unaudited(): readonly string[] {
    return this.#unaudited;
  }
}
