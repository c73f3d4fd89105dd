import type { RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { TABS, type TabKind } from '../schema/schema.ts';
import { ruleOf } from './column-rules.ts';
import { showBoth, showValue } from './show-value.ts';

/** A column under which two versions of a record say different things. */
export interface ColumnDifference {
  readonly key: string;
  readonly header: string;
  readonly found: string;
  readonly expected: string;
  readonly section: string;
}

/** Under which of the columns a record says something else than it should; all columns without `keys`. */
export function compareRecord<K extends TabKind>(
  kind: K,
  found: RecordTypes[K],
  expected: RecordTypes[K],
  keys?: readonly string[],
): readonly ColumnDifference[] {
  const columns = TABS[kind].columns as readonly Column<never>[];
  return columns.flatMap((column) => {
    const { key, header, value } = column;
    if (keys !== undefined && !keys.includes(key)) return [];
    const [says, should] = [value(found as never), value(expected as never)];
    if (says === should) return [];
    const show = (text: string, record: RecordTypes[K]) => showValue(column, text, record, 'UTC');
    const { section } = ruleOf(kind, key);
    return [{ key, header, section, ...showBoth(show(says, found), show(should, expected)) }];
  });
}
