import type { RecordTypes } from '../../../src/registry/records.ts';
import type { Column } from '../../../src/registry/schema/column.ts';
import { TAB_ORDER, TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';

/** Everything that people write into the tabs, by `tab/ID/key`. */
export type Shown = ReadonlyMap<string, string>;

/** What the columns that people write say of every record, and the record's own words that no command may lose. */
export function showColumns(records: RecordsView): Shown {
  const shown = new Map<string, string>();
  for (const kind of TAB_ORDER) {
    for (const record of records.list(kind)) showRecord(shown, kind, record);
  }
  return shown;
}

function showRecord(shown: Map<string, string>, kind: TabKind, record: RecordTypes[TabKind]): void {
  for (const column of TABS[kind].columns as readonly Column<never>[]) {
    if (column.writer === 'computed' && !OWN_WORDS.includes(column.key)) continue;
    shown.set(`${kind}/${record.id}/${column.key}`, column.value(record as never));
  }
}

/** Computed columns that show what somebody wrote. */
const OWN_WORDS = [
  'note',
  'reference',
  'paymentReference',
  'registeredAt',
  'joinedOn',
  'amount',
  'receivedOn',
];

/** Columns that follow from other records' changes. */
const FOLLOWING = ['status', 'standing', 'confirmed', 'amount', 'active'];

/**
 * The columns that a done command changed although they are neither of its record nor named in its input, nor follow
 * from others.
 */
export function findChangedNeighbours(
  before: Shown,
  after: Shown,
  answer: { readonly id: string },
  input: { readonly [field: string]: unknown },
): readonly string[] {
  const changed: string[] = [];
  for (const [place, text] of before) {
    const now = after.get(place);
    if (now === text) continue;
    const [kind = '', id = '', key = ''] = place.split('/');
    if (FOLLOWING.includes(key) || kind === 'settings') continue;
    const isOwn = id === answer.id && (Object.hasOwn(input, key) || OWN_FIELDS.includes(key));
    if (!isOwn) changed.push(`${place}: ${JSON.stringify(text)} became ${JSON.stringify(now)}`);
  }
  return changed;
}

/** Columns whose field has another name, or several. */
const OWN_FIELDS = [
  'salesOwner',
  'contacts',
  'manager',
  'awayFrom',
  'awayUntil',
  'cover',
  'paymentReference',
  'reference',
  'reason',
  'joinedOn',
];
