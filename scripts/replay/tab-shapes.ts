import type { ColumnType } from '../../src/registry/schema/column.ts';
import { JOURNAL_TAB, TAB_ORDER, TABS } from '../../src/registry/schema/schema.ts';

/** What the replay knows of a tab of the registry: how its rows are told apart and what its columns hold. */
export interface TabShape {
  readonly name: string;
  readonly idHeader: string;
  /** By header text; columns that people added are not in it. */
  readonly types: ReadonlyMap<string, ColumnType>;
}

const JOURNAL_TYPES: ReadonlyMap<string, ColumnType> = new Map([['At', 'moment']]);

/** Every tab that a scenario's output shows, in the order of the workbook. */
export const TAB_SHAPES: readonly TabShape[] = [
  ...TAB_ORDER.map((kind): TabShape => {
    const tab = TABS[kind];
    const columns: readonly { readonly key: string; readonly header: string; readonly type: ColumnType }[] =
      tab.columns;
    return {
      name: tab.name,
      idHeader: columns.find((column) => column.key === tab.idKey)?.header ?? '',
      types: new Map(columns.map((column) => [column.header, column.type])),
    };
  }),
  { name: JOURNAL_TAB.name, idHeader: JOURNAL_TAB.headers[0], types: JOURNAL_TYPES },
];
