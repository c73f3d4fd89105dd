import type { Services } from '../services/services.ts';
import type { ColumnPlan, TabPlan } from './assemble-tab-plans.ts';
import { type ColumnPlaces, placeColumns } from './place-columns.ts';
import { repairColours } from './repair-colours.ts';
import { repairFilter } from './repair-filter.ts';
import { repairValidations } from './repair-validations.ts';
import { runsOf } from './runs-of.ts';
import type { Findings } from './set-up-report.ts';
import { SHOWING } from './showing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER_BACKGROUND = '#d9e2f3';

/** A tab of the workbook and how it is to look. */
export interface PlannedTab {
  readonly plan: TabPlan;
  readonly sheet: Sheet;
  readonly isNew: boolean;
  /** What people had renamed it to; null where it had its name. */
  readonly formerName: string | null;
}

/** Where the columns of a tab stand, from 0. */
export type Positions = ReadonlyMap<string, number>;

/** A tab that looks as planned. */
export interface RepairedTab extends PlannedTab {
  readonly positions: Positions;
  /** Whether the tab or some of its columns are new, so that the records have to be shown again. */
  readonly lacksValues: boolean;
  /** Whether the tab was there and looked as planned already. */
  readonly wasRight: boolean;
}

/**
 * Makes one tab look as planned: headers, notes, formats, dropdowns, frozen row. Columns that people added or moved stay,
 * and so do the widths they chose.
 */
export function repairTab(services: Services, tab: PlannedTab, findings: Findings): RepairedTab {
  const { plan, sheet, isNew } = tab;
  const notesBefore = readNotes(sheet);
  const places = readPlaces(plan, sheet, notesBefore);
  const { positions, added, restored } = places;
  growColumns(sheet, Math.max(...positions.values()) + 1);
  // Cut off behind the headers, the next run sees a tab that has them, and no reason to fill them.
  if (!isNew && added.length + restored.length > 0) services.properties.set(SHOWING, 'yes');
  writeHeaders(plan, sheet, places);
  writeNotes(plan, sheet, positions);
  const formats = writeFormats(plan, sheet, positions);
  const dropdowns = repairValidations(services, plan, sheet, positions);
  const colours = repairColours(services, plan, sheet, positions);
  writeWidths(plan, sheet, positions, isNew ? plan.columns.map(({ header }) => header) : added);
  const hid = freeze(plan, sheet, isNew);
  const filtered = repairFilter(plan, sheet);
  const repairs = isNew
    ? []
    : [
        ...describeRepairs(plan, places, {
          dropdowns,
          colours,
          formats,
          hid,
          filtered,
          notes: countNotes(plan, positions, notesBefore),
        }),
      ];
  if (tab.formerName !== null)
    repairs.unshift(`Tab "${plan.name}": gave it its name back; it was called "${tab.formerName}".`);
  findings.repaired.push(...repairs);
  return {
    ...tab,
    positions,
    lacksValues: isNew || added.length > 0 || restored.length > 0,
    wasRight: !isNew && repairs.length === 0,
  };
}

function readNotes(sheet: Sheet): readonly string[] {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getNotes()[0] ?? []);
}

function readPlaces(plan: TabPlan, sheet: Sheet, notes: readonly string[]): ColumnPlaces {
  if (notes.length === 0) return placeColumns(plan, [], []);
  return placeColumns(plan, sheet.getRange(1, 1, 1, notes.length).getValues()[0] ?? [], notes);
}

/** How many declared headers had another note, or none. */
function countNotes(plan: TabPlan, positions: Positions, before: readonly string[]): number {
  return plan.columns.filter(({ header, note }) => (before[positions.get(header) ?? -1] ?? '') !== note)
    .length;
}

function growColumns(sheet: Sheet, needed: number): void {
  const columns = sheet.getMaxColumns();
  if (needed > columns) sheet.insertColumnsAfter(columns, needed - columns);
}

function writeHeaders(plan: TabPlan, sheet: Sheet, { positions, added, restored }: ColumnPlaces): void {
  const headerAt = new Map([...added, ...restored].map((header) => [positions.get(header) ?? -1, header]));
  for (const { from, count } of runsOf([...headerAt.keys()])) {
    const headers = Array.from({ length: count }, (_, i) => headerAt.get(from + i) ?? '');
    sheet.getRange(1, from + 1, 1, count).setValues([headers]);
  }
  for (const { from, count } of runsOf([...positions.values()])) {
    sheet
      .getRange(1, from + 1, 1, count)
      .setFontWeight('bold')
      .setBackground(HEADER_BACKGROUND);
  }
  if (plan.columns.length > 0 && sheet.getFrozenRows() < 1) sheet.setFrozenRows(1);
}

function writeNotes(plan: TabPlan, sheet: Sheet, positions: Positions): void {
  const noteAt = new Map(plan.columns.map(({ header, note }) => [positions.get(header) ?? -1, note]));
  for (const { from, count } of runsOf([...positions.values()])) {
    const notes = Array.from({ length: count }, (_, i) => noteAt.get(from + i) ?? '');
    if (notes.some((note) => note !== '')) sheet.getRange(1, from + 1, 1, count).setNotes([notes]);
  }
}

/**
 * Formats hold for the whole column, so that rows that come later have them too. Returns how many columns had another in
 * their first row.
 */
function writeFormats(plan: TabPlan, sheet: Sheet, positions: Positions): number {
  const rows = sheet.getMaxRows() - 1;
  const before = sheet.getRange(2, 1, 1, sheet.getMaxColumns()).getNumberFormats()[0] ?? [];
  const differs = ({ header, format }: ColumnPlan) =>
    format !== null && before[positions.get(header) ?? -1] !== format;
  const formats = new Set(plan.columns.flatMap(({ format }) => (format === null ? [] : [format])));
  for (const format of formats) {
    const wanted = plan.columns.filter((column) => column.format === format);
    for (const { from, count } of runsOf(positionsOf(wanted, positions))) {
      sheet.getRange(2, from + 1, rows, count).setNumberFormat(format);
    }
  }
  return plan.columns.filter(differs).length;
}

function positionsOf(columns: readonly ColumnPlan[], positions: Positions): readonly number[] {
  return columns.flatMap(({ header }) => positions.get(header) ?? []);
}

function writeWidths(plan: TabPlan, sheet: Sheet, positions: Positions, headers: readonly string[]): void {
  const fresh = plan.columns.filter(({ header }) => headers.includes(header));
  for (const width of new Set(fresh.map((column) => column.width))) {
    const wanted = fresh.filter((column) => column.width === width);
    for (const { from, count } of runsOf(positionsOf(wanted, positions))) {
      sheet.setColumnWidths(from + 1, count, width);
    }
  }
}

/** Freezes and hides; returns whether a tab that should be hidden was shown. */
function freeze(plan: TabPlan, sheet: Sheet, isNew: boolean): boolean {
  if (isNew && plan.frozenColumns > 0) sheet.setFrozenColumns(plan.frozenColumns);
  if (!plan.hidden || sheet.isSheetHidden()) return false;
  sheet.hideSheet();
  return true;
}

interface Repairs {
  readonly dropdowns: number;
  /** Columns. */
  readonly colours: number;
  readonly formats: number;
  readonly notes: number;
  readonly hid: boolean;
  readonly filtered: boolean;
}

function describeRepairs(
  plan: TabPlan,
  { added, restored }: ColumnPlaces,
  { dropdowns, colours, formats, notes, hid, filtered }: Repairs,
): readonly string[] {
  const isWhole = added.length + restored.length === 0;
  const done = [
    ...(added.length > 0 ? [`added the column ${quote(added)}`] : []),
    ...(restored.length > 0 ? [`wrote the header ${quote(restored)} again`] : []),
    ...(dropdowns > 0 ? [`put ${count(dropdowns, 'dropdown')} back`] : []),
    ...(isWhole && colours > 0 ? [`put the colours of ${count(colours, 'column')} back`] : []),
    // New columns had neither format nor note, which their own line says.
    ...(isWhole && formats > 0 ? [`put ${count(formats, 'number format')} right`] : []),
    ...(isWhole && notes > 0 ? [`wrote ${count(notes, 'note')} again`] : []),
    ...(filtered ? ['put its filter back'] : []),
    ...(hid ? ['hid it again'] : []),
  ];
  return done.map((what) => `Tab "${plan.name}": ${what}.`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function quote(headers: readonly string[]): string {
  return headers.map((header) => `"${header}"`).join(', ');
}
