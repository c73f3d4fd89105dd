import { type ApiValue, type LiveTab, type LiveWorkbook, wholeTab } from './live-workbook.ts';

/** A row of a tab by the headers of its columns, wherever people have moved these; '' where a cell is empty. */
export type TabRow = (header: string) => ApiValue;

/** Which columns are wanted of which tabs, by title and headers. */
export type WantedColumns<Title extends string> = Readonly<Record<Title, readonly string[]>>;

/** Reads one row of headers of each tab, in one request. */
export async function readHeaders(
  book: LiveWorkbook,
  tabs: readonly LiveTab[],
): Promise<readonly (readonly string[])[]> {
  if (tabs.length === 0) return [];
  const heads = await book.read(tabs.map((tab) => ({ ...wholeTab(tab), rows: 1 })));
  return heads.map(([row = []]) => row.map((header) => String(header).trim()));
}

/**
 * The rows of those tabs by the tabs' titles, in two requests: the columns that are named and no others, for some hold
 * whole messages. Tabs and columns that are missing have no rows and no values.
 */
export async function readTabRows<Title extends string>(
  book: LiveWorkbook,
  tabs: readonly LiveTab[],
  wanted: WantedColumns<Title>,
): Promise<Readonly<Record<Title, readonly TabRow[]>>> {
  const there = tabs.filter(({ title }) => title in wanted);
  const headers = await readHeaders(book, there);
  const columns = there.flatMap((tab, i) =>
    wanted[tab.title as Title].flatMap((header) => {
      const at = headers[i]?.indexOf(header) ?? -1;
      return at < 0
        ? []
        : [{ title: tab.title, header, block: { ...wholeTab(tab), column: at + 1, columns: 1 } }];
    }),
  );
  const read = columns.length === 0 ? [] : await book.read(columns.map(({ block }) => block));
  const rowsOf = (title: string): readonly TabRow[] => {
    const own = columns.flatMap((column, i) =>
      column.title === title ? [{ header: column.header, cells: read[i] ?? [] }] : [],
    );
    const cells = new Map(own.map((column) => [column.header, column.cells]));
    const rows = Math.max(1, ...own.map((column) => column.cells.length)) - 1;
    return Array.from({ length: rows }, (_, i) => (header) => cells.get(header)?.[i + 1]?.[0] ?? '');
  };
  return Object.fromEntries(Object.keys(wanted).map((title) => [title, rowsOf(title)])) as Record<
    Title,
    readonly TabRow[]
  >;
}
