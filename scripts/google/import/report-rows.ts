import { type CsvCell, formatCsv } from '../../../src/core/text/format-csv.ts';
import { IMPORT_KINDS } from '../../../src/registry/import/import-kinds.ts';
import type { ImportRow, Verdict } from '../../../src/registry/import/import-row.ts';

/** How many rows of each kind are added, are there already, and are refused. */
export type Counts = { readonly [kind: string]: { readonly [V in Verdict]: number } };

const VERDICTS: readonly Verdict[] = ['added', 'already there', 'refused'];

/** Counts the verdicts by kind; kinds without rows are left out. */
export function countVerdicts(rows: readonly ImportRow[]): Counts {
  const kinds = IMPORT_KINDS.filter((kind) => rows.some(({ place }) => place.kind === kind));
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = rows.filter(({ place }) => place.kind === kind);
      const count = (verdict: Verdict) => own.filter((row) => row.verdict === verdict).length;
      return [
        kind,
        { added: count('added'), 'already there': count('already there'), refused: count('refused') },
      ];
    }),
  );
}

/** The counts, a line a kind. */
export function describeCounts(counts: Counts, isDone: boolean): readonly string[] {
  return Object.entries(counts).map(([kind, verdicts]) => {
    const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => {
      const word = verdict === 'added' && !isDone ? 'will be added' : verdict;
      return `${verdicts[verdict].toLocaleString('en-US')} ${word}`;
    });
    return `${kind.padEnd(14)}${parts.join(', ')}`;
  });
}

/** Every problem of every refused row, in a line each. */
export function describeProblems(rows: readonly ImportRow[], most: number): readonly string[] {
  const lines = rows.flatMap(({ name, problems }) =>
    problems.map(({ column, message }) => `${name}${column === '' ? '' : `, ${column}`}: ${message}`),
  );
  const left = lines.length - most;
  return left > 0
    ? [...lines.slice(0, most), `… and ${left.toLocaleString('en-US')} more; --report FILE writes them all`]
    : lines;
}

const HEADERS = ['File', 'Tab', 'Row', 'Kind', 'Verdict', 'Record', 'Column', 'Value', 'What is to be known'];

/** The verdict of every row as CSV: a line a problem, otherwise a line a row. */
export function formatReport(rows: readonly ImportRow[]): string {
  const lines = rows.flatMap((row): readonly (readonly CsvCell[])[] => {
    const { file, sheet, row: number, kind } = row.place;
    const begin: readonly CsvCell[] = [
      { text: file },
      { text: sheet },
      { plain: String(number) },
      { text: kind },
      { text: row.verdict },
      { text: row.id },
    ];
    if (!row.isRefused) return [[...begin, { text: '' }, { text: '' }, { text: row.note }]];
    return row.problems.map(({ column, value, message }) => [
      ...begin,
      { text: column },
      { text: value },
      { text: message },
    ]);
  });
  return formatCsv(HEADERS, lines);
}
