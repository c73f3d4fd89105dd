import { COMMISSION_STATUSES } from '../../../core/model/commission-line.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { CommissionRecord, SnapshotRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, SHOWN } from '../column-builders.ts';

const currency = (r: CommissionRecord) => r.line.amount.currency;

/** One row for each commission line: what finance reads and pays from. */
export const COMMISSIONS: Tab<CommissionRecord> = {
  kind: 'commissions',
  name: 'Commissions',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One row for each signed amount owed to (or back from) a partner for a deal.',
  columns: [
    computed('id', 'Commission ID', 'text', 'Given in order of creation.', (r) => r.id, {
      ...SHOWN,
      width: 110,
    }),
    computed('lead', 'Lead ID', 'text', 'The registration.', (r) => r.line.lead, { ...SHOWN, width: 80 }),
    computed('deal', 'Deal ID', 'text', 'The deal.', (r) => r.line.deal, { ...SHOWN, width: 80 }),
    computed('partnerName', 'Referral partner', 'text', 'Who is paid.', (r) => r.partnerName, SHOWN),
    computed('kind', 'Kind', 'choice', 'commission, or adjustment of one already paid.', (r) => r.line.kind, {
      ...SHOWN,
      choices: ['commission', 'adjustment'],
    }),
    computed(
      'rate',
      'Rate',
      'rate',
      'Share of the net revenue in force at approval.',
      (r) => r.line.rate,
      SHOWN,
    ),
    computed(
      'base',
      'Base',
      'amount',
      'Net first-year SaaS revenue; of an adjustment its change.',
      (r) => formatAmount(r.line.base),
      { ...SHOWN, currency },
    ),
    computed(
      'amount',
      'Amount',
      'amount',
      'Rate × base, rounded once, half away from zero.',
      (r) => formatAmount(r.line.amount),
      { ...SHOWN, currency },
    ),
    computed('currency', 'Currency', 'text', 'The contract’s currency.', currency, { ...SHOWN, width: 80 }),
    computed('status', 'Status', 'choice', 'Only Due lines can be paid.', (r) => r.line.status, {
      ...SHOWN,
      choices: COMMISSION_STATUSES,
    }),
    computed(
      'c1',
      'C1',
      'answer',
      'Registered, active and associated with the partner on the signing date.',
      (r) => r.line.conditions.c1,
      { ...SHOWN, width: 70 },
    ),
    computed(
      'c2',
      'C2',
      'answer',
      'A decision maker introduced by the signing date, and confirmed.',
      (r) => r.line.conditions.c2,
      { ...SHOWN, width: 70 },
    ),
    computed('c3', 'C3', 'answer', 'A SaaS licence deal is signed.', (r) => r.line.conditions.c3, {
      ...SHOWN,
      width: 70,
    }),
    computed('c4', 'C4', 'answer', 'Signed within the window after approval.', (r) => r.line.conditions.c4, {
      ...SHOWN,
      width: 70,
    }),
    computed(
      'c5',
      'C5',
      'answer',
      'The first SaaS licence deal under this registration.',
      (r) => r.line.conditions.c5,
      { ...SHOWN, width: 70 },
    ),
    computed(
      'firstReceiptOn',
      'First cash receipt',
      'date',
      'Starts the clock.',
      (r) => r.line.firstReceiptOn ?? '',
      SHOWN,
    ),
    computed(
      'dueOn',
      'Due on',
      'date',
      'First cash receipt plus the payment days.',
      (r) => r.line.dueOn ?? '',
      SHOWN,
    ),
    computed(
      'paidOn',
      'Paid on',
      'date',
      'The day of the payment.',
      (r) => (r.line.status === 'Paid' ? r.line.paidOn : ''),
      SHOWN,
    ),
    computed(
      'reference',
      'Payment reference',
      'text',
      'The payment’s reference.',
      (r) => (r.line.status === 'Paid' ? r.line.reference : ''),
      SHOWN,
    ),
    computed(
      'holdReason',
      'Hold reason',
      'long-text',
      'Why the line is on hold.',
      (r) => (r.line.status === 'Paid' ? '' : r.line.holdReason),
      SHOWN,
    ),
    computed('customer', 'Customer', 'text', 'The customer referred.', (r) => r.customer, SHOWN),
    computed(
      'recordedAt',
      'Recorded at',
      'moment',
      'When the registry first wrote the line.',
      (r) => r.line.recordedAt,
    ),
  ],
};

/** One row for each snapshot made for a partner. */
export const SNAPSHOTS: Tab<SnapshotRecord> = {
  kind: 'snapshots',
  name: 'Snapshots',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One row for each monthly spreadsheet made for a partner.',
  columns: [
    computed('id', 'Snapshot ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 90 }),
    computed('partnerName', 'Referral partner', 'text', 'For whom it was made.', (r) => r.partnerName),
    computed('month', 'Month', 'text', 'The registry as it stood at the end of this month.', (r) => r.month, {
      width: 80,
    }),
    computed('sharedWith', 'Shared with', 'long-text', 'Who may view it.', (r) => r.sharedWith.join(', ')),
    computed('file', 'File', 'link', 'The spreadsheet; empty while it is being made.', (r) => r.file),
    computed('madeAt', 'Made at', 'moment', 'When it was made.', (r) => r.madeAt),
  ],
};
