import type { Context } from '../commands/context.ts';
import type { RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { TABS } from '../schema/schema.ts';
import type { Fact } from './form-description.ts';
import type { SubjectKind } from './form-spec.ts';
import { formatValue } from './format-value.ts';

/** The columns that say what a person needs to know of a record before acting on it, in their order. */
const KEYS: { readonly [K in SubjectKind]: readonly string[] } = {
  leads: [
    'status',
    'partnerName',
    'website',
    'country',
    'registeredAt',
    'contacts',
    'note',
    'conflictEvidence',
    'objections',
    'salesOwner',
    'approvedOn',
    'activeUntil',
    'attention',
  ],
  introductions: [
    'lead',
    'title',
    'email',
    'relation',
    'decisionMaker',
    'introducedOn',
    'confirmed',
    'confirmedBy',
  ],
  deals: ['lead', 'kind', 'status', 'signedOn', 'gross', 'deductions', 'credits', 'net'],
  receipts: ['deal', 'receivedOn', 'amount', 'reference', 'voids', 'voidReason'],
  commissions: [
    'lead',
    'deal',
    'kind',
    'base',
    'amount',
    'status',
    'dueOn',
    'holdReason',
    'dispute',
    'paidOn',
    'reference',
  ],
  partners: [
    'status',
    'manager',
    'contacts',
    'country',
    'joinedOn',
    'paymentDetails',
    'requestedAt',
    'note',
    'reason',
  ],
  team: ['role', 'active', 'awayFrom', 'awayUntil', 'cover'],
};

/** What is known of a record, in the words of its tab; what is empty is left out. */
export function listFacts<K extends SubjectKind>(
  kind: K,
  record: RecordTypes[K],
  { settings }: Context,
  keys: readonly string[] = KEYS[kind],
): readonly Fact[] {
  const columns: readonly Column<RecordTypes[K]>[] = TABS[kind].columns;
  return keys.flatMap((key) => {
    const column = columns.find((candidate) => candidate.key === key);
    const text = column === undefined ? '' : formatValue(column, record, settings.timeZone);
    return column === undefined || text === '' ? [] : [{ label: column.header, text }];
  });
}
