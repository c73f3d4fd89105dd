import {
  COMMISSION_STATUSES,
  type CommissionLine,
  type Dispute,
  type RunMark,
} from '../../../core/model/commission-line.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { CommissionRecord, SnapshotRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, SHOWN } from '../column-builders.ts';

const currency = (r: CommissionRecord) => r.line.amount.currency;

/** What has to hold for a commission, in order. Programme rules, section 4. */
export const CONDITIONS = [
  { key: 'c1', meaning: 'Registered, active and associated with the partner on the signing date.' },
  { key: 'c2', meaning: 'A decision maker introduced by the signing date, and confirmed.' },
  { key: 'c3', meaning: 'A SaaS licence deal is signed.' },
  { key: 'c4', meaning: 'Signed within the window after approval.' },
  { key: 'c5', meaning: 'The first SaaS licence deal under this registration.' },
] as const;

/** One row for each commission line: what finance reads and pays from. */
export const COMMISSIONS: Tab<CommissionRecord> = {
  kind: 'commissions',
  name: 'Commissions',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  isFiltered: true,
  meaning: 'One row for each signed amount owed to (or back from) a partner for a deal.',
  columns: [
    computed('id', 'Commission ID', 'text', 'Given in order of creation.', (r) => r.id, {
      ...SHOWN,
      width: 140,
    }),
    // Who is paid how much, whether it may be paid and when, and what became of it.
    computed('partnerName', 'Referral partner', 'text', 'Who is paid.', (r) => r.partnerName, SHOWN),
    computed('customer', 'Customer', 'text', 'The customer referred.', (r) => r.customer, SHOWN),
    computed(
      'amount',
      'Amount',
      'amount',
      'Rate × base, rounded once, half away from zero.',
      (r) => formatAmount(r.line.amount),
      { ...SHOWN, currency },
    ),
    computed('currency', 'Currency', 'text', 'The contract’s currency.', currency, { ...SHOWN, width: 100 }),
    computed('status', 'Status', 'choice', 'Only Due lines can be paid.', (r) => r.line.status, {
      ...SHOWN,
      choices: COMMISSION_STATUSES,
    }),
    computed(
      'dueOn',
      'Due on',
      'date',
      'First cash receipt plus the payment days.',
      (r) => r.line.dueOn ?? '',
      { ...SHOWN, overdue: { header: 'Status', word: 'Due' } },
    ),
    computed(
      'holdReason',
      'Hold reason',
      'long-text',
      'Why the line is on hold.',
      (r) => (r.line.status === 'Paid' ? '' : r.line.holdReason),
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
    // Where the amount comes from.
    computed('kind', 'Kind', 'choice', 'commission, or adjustment of one already paid.', (r) => r.line.kind, {
      ...SHOWN,
      choices: ['commission', 'adjustment'],
    }),
    computed(
      'base',
      'Base',
      'amount',
      'Net first-year SaaS revenue; of an adjustment its change.',
      (r) => formatAmount(r.line.base),
      { ...SHOWN, currency },
    ),
    computed(
      'rate',
      'Rate',
      'rate',
      'Share of the net revenue in force at approval.',
      (r) => r.line.rate,
      SHOWN,
    ),
    computed(
      'firstReceiptOn',
      'First cash receipt',
      'date',
      'Starts the clock.',
      (r) => r.line.firstReceiptOn ?? '',
      SHOWN,
    ),
    ...CONDITIONS.map(({ key, meaning }) =>
      computed<CommissionRecord>(key, key.toUpperCase(), 'answer', meaning, (r) => r.line.conditions[key], {
        ...SHOWN,
        width: 70,
      }),
    ),
    computed('deal', 'Deal ID', 'text', 'The deal.', (r) => r.line.deal, { ...SHOWN, width: 80 }),
    computed('lead', 'Lead ID', 'text', 'The registration.', (r) => r.line.lead, { ...SHOWN, width: 80 }),
    // What happened to the line, and who is answerable.
    computed(
      'voids',
      'Voided payment',
      'text',
      'Of the lines that a voided payment made: the line whose payment it was, and why.',
      (r) => describeVoiding(r.line),
      { ...SHOWN, width: 200 },
    ),
    computed(
      'dispute',
      'Dispute',
      'long-text',
      'What the partner objected to, and what was decided.',
      (r) => (r.line.disputes ?? []).map(describeDispute).join('; '),
      SHOWN,
    ),
    computed('run', 'Payment run', 'text', 'The run in which it was paid.', (r) => runOf(r)?.reference ?? ''),
    computed('preparedBy', 'Prepared by', 'text', 'Who prepared the run.', (r) => runOf(r)?.preparedBy ?? ''),
    computed('confirmedBy', 'Paid by', 'text', 'Who confirmed the run.', (r) => runOf(r)?.confirmedBy ?? ''),
    computed(
      'recordedAt',
      'Recorded at',
      'moment',
      'When the registry first wrote the line.',
      (r) => r.line.recordedAt,
    ),
  ],
};

function runOf({ line }: CommissionRecord): RunMark | undefined {
  return line.status === 'Paid' ? line.run : undefined;
}

function describeVoiding({ voiding }: CommissionLine): string {
  return voiding === undefined ? '' : `${voiding.line} ${voiding.as}: ${voiding.reason}`;
}

function describeDispute({ claim, openedOn, decision }: Dispute): string {
  const opened = `${openedOn}: ${claim}`;
  if (decision === null) return `${opened} – not decided yet`;
  return `${opened} – ${decision.outcome} on ${decision.on}: ${decision.reason}`;
}

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
