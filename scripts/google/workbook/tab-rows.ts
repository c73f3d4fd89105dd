import { type ApiValue, type LiveTab, type LiveWorkbook, wholeTab } from './live-workbook.ts';

/** A row of a tab by the headers of its columns, wherever people have moved these; '' where a cell is empty. */
export type TabRow = (header: string) => ApiValue;

/** The rows of those tabs that are there, by the tabs' titles; a tab that is missing has none. */
export async function readTabRows<Title extends string>(
  book: LiveWorkbook,
  tabs: readonly LiveTab[],
  titles: readonly Title[],
): Promise<Readonly<Record<Title, readonly TabRow[]>>> {
  const wanted = titles.map((title) => tabs.find((tab) => tab.title === title));
  const there = wanted.filter((tab) => tab !== undefined);
  const read = there.length === 0 ? [] : await book.read(there.map(wholeTab));
  const rowsOf = (tab: LiveTab | undefined) =>
    tab === undefined ? [] : toRows(read[there.indexOf(tab)] ?? []);
  return Object.fromEntries(titles.map((title, i) => [title, rowsOf(wanted[i])])) as Record<
    Title,
    readonly TabRow[]
  >;
}

function toRows([headers = [], ...rows]: readonly (readonly ApiValue[])[]): readonly TabRow[] {
  const places = new Map(headers.map((header, at) => [String(header).trim(), at]));
  return rows.map((cells) => (header) => cells[places.get(header) ?? -1] ?? '');
}
