import type { PlainDate } from '../../core/calendar/dates.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { assembleFinance } from '../rows/assemble-finance.ts';
import { parseCell, sameCell } from '../rows/cell-values.ts';
import { idText, isBlank } from '../rows/table-image.ts';
import { FINANCE_TAB, type FinanceColumn } from '../schema/tabs/finance.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditDay } from './audit-day.ts';
import { cellName } from './cell-name.ts';
import type { AuditNotes } from './finding.ts';
import { showBoth, showValue } from './show-value.ts';
import type { Rows } from './workbook-read.ts';

const AS_OF = FINANCE_TAB.columns.findIndex(({ header }) => header === 'As of');
/** Currency, partner and month stand first. */
const KEYS = 3;
const CURRENCY = FINANCE_TAB.columns.findIndex(({ header }) => header === 'Currency');

interface FinanceAudit {
  readonly timeZone: string;
  readonly notes: AuditNotes;
}

/**
 * The Finance tab added up again as of the day that it names, which has to be today or the day before. Programme rules,
 * section 5.7.
 */
export function auditFinance(
  rows: Rows | null,
  records: RecordsView,
  day: AuditDay,
  { timeZone, notes }: FinanceAudit,
): void {
  const tab = FINANCE_TAB.name;
  if (rows === null) {
    notes.find('finance', { tab, found: 'no such tab', expected: 'a tab of this name' });
    return;
  }
  const asOf = asOfIn(rows, timeZone) ?? day.today;
  auditAsOf(asOf, day, notes);
  const [headers = [], ...wanted] = assembleFinance(records, asOf);
  auditRow(0, rows[0] ?? [], headers, { timeZone, notes });
  auditRows(rows, wanted, { timeZone, notes });
}

/** Rows are known by currency, partner and month, wherever people sorted them. */
function auditRows(
  rows: Rows,
  wanted: readonly (readonly string[])[],
  { timeZone, notes }: FinanceAudit,
): void {
  const standing = new Map<string, number>();
  const strangers: number[] = [];
  const isWanted = new Set(wanted.map(keyOf));
  rows.forEach((cells, i) => {
    if (i === 0 || isBlank(cells.slice(0, FINANCE_TAB.columns.length))) return;
    const key = keyOf(cells);
    if (isWanted.has(key) && !standing.has(key)) standing.set(key, i);
    else strangers.push(i);
  });
  for (const texts of wanted) {
    const at = standing.get(keyOf(texts));
    if (at !== undefined) auditRow(at, rows[at] ?? [], texts, { timeZone, notes });
    else tellMissing(texts, notes);
  }
  for (const i of strangers) tellStranger(i, rows[i] ?? [], { timeZone, notes });
}

function keyOf(cells: readonly unknown[]): string {
  return cells.slice(0, KEYS).map(idText).join(', ');
}

function auditAsOf(asOf: PlainDate, { today, reportSince }: AuditDay, notes: AuditNotes): void {
  if (reportSince <= asOf && asOf <= today) return;
  notes.find('finance', {
    tab: FINANCE_TAB.name,
    cell: cellName(2, AS_OF + 1),
    column: FINANCE_TAB.columns[AS_OF]?.header ?? '',
    found: asOf,
    expected: `a day from ${reportSince} to ${today}`,
    section: '5.7',
  });
}

function auditRow(
  i: number,
  cells: readonly unknown[],
  wanted: readonly string[],
  { timeZone, notes }: FinanceAudit,
): void {
  notes.looked('finance', 1);
  FINANCE_TAB.columns.forEach((column, j) => {
    const type = i === 0 ? 'text' : column.type;
    const text = wanted[j] ?? '';
    if (sameCell(type, text, cells[j], timeZone)) return;
    const show = showCell(column, wanted[CURRENCY] ?? '', timeZone);
    notes.find('finance', {
      tab: FINANCE_TAB.name,
      cell: cellName(i + 1, j + 1),
      id: i === 0 ? '' : keyOf(wanted),
      column: column.header,
      ...showBoth(show(parseCell(type, cells[j], timeZone)), show(text)),
      section: '5.7',
    });
  });
}

/** The day that most rows name: one that names another is told by its cell. */
function asOfIn(rows: Rows, timeZone: string): PlainDate | null {
  const days = rows.slice(1).map((cells) => parsePlainDate(parseCell('date', cells[AS_OF], timeZone)));
  return mostFrequent(days.flatMap((day) => day ?? []));
}

function mostFrequent(days: readonly PlainDate[]): PlainDate | null {
  const counts = new Map<PlainDate, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function showCell({ type, header }: FinanceColumn, currency: string, timeZone: string) {
  const code = header === 'Open in reporting currency' ? '' : currency;
  const column = { type, currency: () => code } as never;
  return (text: string) => showValue(column, text, {} as never, timeZone);
}

function tellMissing(texts: readonly string[], notes: AuditNotes): void {
  notes.looked('finance', 1);
  notes.find('finance', {
    tab: FINANCE_TAB.name,
    id: keyOf(texts),
    found: 'no row',
    expected: 'a row of these totals',
    section: '5.7',
  });
}

/** By its first filled cells, of which the first is named: there may be nothing in the columns of the keys. */
function tellStranger(i: number, cells: readonly unknown[], { timeZone, notes }: FinanceAudit): void {
  const texts = FINANCE_TAB.columns.map(({ type }, j) => parseCell(type, cells[j], timeZone));
  notes.find('finance', {
    tab: FINANCE_TAB.name,
    cell: cellName(i + 1, texts.findIndex((text) => text !== '') + 1),
    found: texts
      .filter((text) => text !== '')
      .slice(0, KEYS)
      .join(', '),
    expected: 'no such totals, or not a second time',
    section: '5.7',
  });
}
