import type { Kind } from '../../registry/records.ts';
import { assembleWrites, type RowChange } from '../../registry/rows/assemble-writes.ts';
import { findTypedRows } from '../../registry/rows/find-typed-rows.ts';
import { idText } from '../../registry/rows/table-image.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { readGuessed, readImage } from './read-rows.ts';
import type { OpenTable } from './tables.ts';
import { FEW_NEW_ROWS, settleTables, type WrittenTable, writeTable } from './write-table.ts';

/** Where new records may stand already. */
export interface Standing {
  /** In rows with their ID: what shows them may have been done before. */
  readonly byId: boolean;
  /** In rows without one, which people typed. */
  readonly typed: boolean;
}

/**
 * Shows changed records in their tabs: changed cells only, rows found by ID at this moment, new rows behind everything
 * else; then sees to it that it stands where it should, whatever people do to the tabs meanwhile.
 */
export function showChanges(
  services: Services,
  tables: readonly OpenTable[],
  changes: readonly RecordChange[],
  shown: { readonly records: RecordsView; readonly timeZone: string; readonly standing: Standing },
): void {
  settleTables(
    services,
    tables.map((table) => {
      const ours = changes.filter(({ kind }: { readonly kind: Kind }) => kind === table.kind);
      return writeChanges(table, ours, shown);
    }),
  );
}

function writeChanges(
  opened: OpenTable,
  changes: readonly RowChange[],
  {
    records,
    timeZone,
    standing,
  }: { readonly records: RecordsView; readonly timeZone: string; readonly standing: Standing },
): WrittenTable {
  const { kind } = opened;
  const fresh = changes.filter(({ before }) => before === null);
  const isPlain = fresh.length === changes.length && fresh.length <= FEW_NEW_ROWS && !standing.byId;
  const table = isPlain ? opened : findRows(opened, changes, records, standing);
  const { layout } = table;
  const missing = fresh.filter(({ id }) => !table.image.ids.some((cell) => idText(cell) === id));
  const writes = assembleWrites(changes, {
    layout,
    ids: table.image.ids,
    adopted: standing.typed
      ? findTypedRows(
          table.image,
          layout,
          missing.map(({ after }) => after),
          timeZone,
        )
      : new Map(),
    width: table.image.headers.length,
    timeZone,
    recordOf: (id) => (id === '' ? undefined : records.get(kind, id)),
  });
  return writeTable(table, writes, {
    intended: new Map(changes.map(({ id, before, after }) => [id, changedKeys(table, before, after)])),
    mustStand: new Set(fresh.map(({ id }) => id)),
    recordOf: (id) => records.get(kind, id),
    timeZone,
  });
}

function findRows(
  table: OpenTable,
  changes: readonly RowChange[],
  records: RecordsView,
  standing: Standing,
): OpenTable {
  const isNew = ({ before }: RowChange) => before === null;
  const fresh = changes.filter(isNew).length;
  if (!standing.byId && fresh <= FEW_NEW_ROWS) {
    const ids = new Set(changes.filter((change) => !isNew(change)).map(({ id }) => id));
    const guesses = new Map<string, number>();
    // The registry adds rows in the order of creation.
    records.list(table.kind).forEach(({ id }, i) => {
      if (ids.has(id)) guesses.set(id, i + 2);
    });
    const guessed = readGuessed(table, guesses);
    if (guessed) return guessed;
  }
  return readImage(table, {
    ids: new Set(changes.map(({ id }) => id)),
    end: fresh > FEW_NEW_ROWS,
    withoutId: standing.typed && fresh > 0,
  });
}

function changedKeys(
  { layout }: OpenTable,
  before: RowChange['before'],
  after: RowChange['after'],
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, { key, value }] of layout.columns) {
    if (before === null || value(before as never) !== value(after as never)) keys.add(key);
  }
  return keys;
}
