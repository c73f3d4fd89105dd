import { schemaOfBooks } from '../../../src/registry/migrations/schema-version.ts';
import { STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { type BooksMark, MARK_KEY, State } from '../../../src/registry/state/state.ts';
import { type LiveMeta, type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';

/**
 * The mark of a registry's books; undefined where there is none yet. Of `_state` the keys are read, and the last mark: the
 * records themselves may be many.
 */
export async function readMark(book: LiveWorkbook, { tabs }: LiveMeta): Promise<BooksMark | undefined> {
  const tab = tabs.find(({ title }) => title === STATE_TAB.name);
  if (tab === undefined) return undefined;
  const [keys = []] = await book.read([{ ...wholeTab(tab), columns: 1 }]);
  const at = keys.map(([key]) => key).lastIndexOf(MARK_KEY);
  if (at < 0) return undefined;
  const [rows = []] = await book.read([{ ...wholeTab(tab), row: at + 1, rows: 1 }]);
  return State.parse(rows).mark;
}

/** The version of a registry's records; undefined where there are none yet. */
export async function readSchema(book: LiveWorkbook, meta: LiveMeta): Promise<number | undefined> {
  const mark = await readMark(book, meta);
  return mark === undefined ? undefined : schemaOfBooks(mark, []);
}
