import type { World } from '../../scripts/replay/world.ts';
import { TAB_ORDER, TABS } from '../../src/registry/schema/schema.ts';

/** A tab as it stands: rows of records with what declared and own columns say, and rows that are nobody's. */
export interface ReadTab {
  readonly rows: readonly {
    readonly id: string;
    readonly said: ReadonlyMap<string, unknown>;
    readonly own: ReadonlyMap<string, unknown>;
  }[];
  readonly nobodys: readonly ReadonlyMap<string, unknown>[];
}

/** Reads a tab by its headers; a column without one is named by its place. */
export function tableOf({ workspace, spreadsheetId }: World, name: string): ReadTab {
  const kind = TAB_ORDER.find((one) => TABS[one].name === name);
  if (kind === undefined) throw new Error(`No tab ${name}.`);
  const { columns, idKey } = TABS[kind];
  const declared = new Set<string>(columns.map(({ header }) => header));
  const idHeader = columns.find(({ key }) => key === idKey)?.header ?? '';
  const [headers = [], ...cells] = workspace.table(spreadsheetId, name);
  const names = headers.map((header, i) => (header === '' ? `column ${i + 1}` : String(header)));
  const rows = cells
    .map((row) => new Map(names.map((header, i) => [header, row[i] ?? ('' as unknown)])))
    .filter((row) => [...row.values()].some((cell) => cell !== ''));
  return {
    rows: rows
      .filter((row) => row.get(idHeader) !== '')
      .map((row) => ({
        id: String(row.get(idHeader)),
        said: new Map([...row].filter(([header]) => declared.has(header))),
        own: new Map([...row].filter(([header]) => !declared.has(header))),
      })),
    nobodys: rows.filter((row) => row.get(idHeader) === ''),
  };
}
