import { groupThousands } from '../../../core/money/format-money.ts';
import type { RecordTypes } from '../../records.ts';
import type { Column } from '../../schema/column.ts';
import { TABS } from '../../schema/schema.ts';
import type { PartnerRows } from './partner-rows.ts';

/** One record that is new or says something else than before, in words. */
export interface Change {
  readonly record: string;
  readonly customer: string;
  readonly what: string;
}

type ShownKind = 'leads' | 'deals' | 'commissions';

/** Whose changes a partner is told: columns that it sees anyway, without those that only repeat others. */
const WATCHED = {
  leads: ['status', 'customer', 'contactsIntroduced', 'salesOwner', 'activeUntil'],
  deals: ['kind', 'status', 'signedOn', 'net'],
  commissions: ['kind', 'amount', 'status', 'dueOn', 'paidOn'],
} as const satisfies { readonly [K in ShownKind]: readonly string[] };

/** What changed for a partner between two moments: leads, then deals, then commissions, each in order of creation. */
export function listChanges(before: PartnerRows, after: PartnerRows): readonly Change[] {
  const customers = new Map(after.leads.map(({ id, registration }) => [id as string, registration.customer]));
  return [
    ...changesOf('leads', before.leads, after.leads, ({ registration }) => registration.customer),
    ...changesOf('deals', before.deals, after.deals, ({ deal }) => customers.get(deal.lead) ?? ''),
    ...changesOf('commissions', before.commissions, after.commissions, ({ customer }) => customer),
  ];
}

function changesOf<K extends ShownKind>(
  kind: K,
  before: readonly RecordTypes[K][],
  after: readonly RecordTypes[K][],
  customerOf: (record: RecordTypes[K]) => string,
): readonly Change[] {
  const keys: readonly string[] = WATCHED[kind];
  const all: readonly Column<RecordTypes[K]>[] = TABS[kind].columns;
  const columns = all.filter(({ key, partners }) => partners && keys.includes(key));
  const known = new Map(before.map((record) => [record.id as string, record]));
  return after.flatMap((record) => {
    const earlier = known.get(record.id);
    const what =
      earlier === undefined ? describeNew(columns, record) : describeChanged(columns, earlier, record);
    return what === '' ? [] : [{ record: record.id, customer: customerOf(record), what }];
  });
}

function describeNew<R>(columns: readonly Column<R>[], record: R): string {
  const said = columns
    .filter((column) => column.key !== 'customer' && column.value(record) !== '')
    .map((column) => `${column.header}: ${showValue(column, record)}`);
  return `New. ${said.join('; ')}`;
}

function describeChanged<R>(columns: readonly Column<R>[], before: R, after: R): string {
  return columns
    .filter(({ value }) => value(before) !== value(after))
    .map((column) => `${column.header}: ${showValue(column, before)} → ${showValue(column, after)}`)
    .join('; ');
}

function showValue<R>({ type, value, currency }: Column<R>, record: R): string {
  const text = value(record);
  if (text === '') return '–';
  return type === 'amount' ? `${currency?.(record) ?? ''} ${groupThousands(text)}`.trim() : text;
}
