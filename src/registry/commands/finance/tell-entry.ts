import { formatInstant } from '../../../core/calendar/format-instant.ts';
import type { TracedEntry } from '../../journal/trace-records.ts';

/** Where the journal says it: the number of the entry, its day and who acted; empty where it is not in the journal. */
export interface Source {
  readonly entry: number | null;
  readonly at: string;
  readonly by: string;
}

const NOWHERE: Source = { entry: null, at: '', by: '' };

/** Finds the entry that made a record, or that gave one of its columns the value that it has. */
export interface Sources {
  made(record: string): Source;
  /** The last entry that changed the column to this value. */
  set(record: string, field: string, value: string): Source;
}

/** The sources of what is in these entries. */
export function listSources(trail: readonly TracedEntry[]): Sources {
  const sourceOf = (entry: TracedEntry | undefined): Source =>
    entry === undefined ? NOWHERE : { entry: entry.entry, at: entry.at, by: entry.by };
  const latestFirst = [...trail].reverse();
  return {
    made: (record) => sourceOf(trail.find(({ made }) => made.includes(record))),
    set: (record, field, value) =>
      sourceOf(
        latestFirst.find(({ changes }) =>
          changes.some((one) => one.record === record && one.field === field && one.after === value),
        ),
      ),
  };
}

/** What people call what the commands do. */
const TITLES: { readonly [command: string]: string } = {
  takeLeadForm: 'Request received by the form',
  registerLead: 'Request registered on the partner’s behalf',
  returnLead: 'Returned for more information',
  resubmitLead: 'Request completed',
  updateLead: 'Request corrected',
  objectLead: 'Objection recorded',
  judgeMatch: 'Likeness judged',
  approveLead: 'Approved',
  releaseLead: 'Released',
  recordIntroduction: 'Introduction recorded',
  updateIntroduction: 'Introduction corrected',
  confirmIntroduction: 'Introduction confirmed or refused',
  enterDeal: 'Deal entered',
  updateDeal: 'Deal changed',
  creditDeal: 'Deal credited',
  recordReceipt: 'Cash received',
  importReceipts: 'Cash received, from the bank’s list',
  voidReceipt: 'Receipt voided',
  holdCommission: 'Put on hold',
  releaseHold: 'Hold released',
  openDispute: 'Disputed by the partner',
  decideDispute: 'Dispute decided',
  setPaymentDetails: 'Payment details of the partner',
  recordPayment: 'Paid',
  payRun: 'Paid in a payment run',
  voidPayment: 'Payment voided',
  suspendPartner: 'Partner suspended',
  admitPartner: 'Partner admitted',
  updatePartner: 'Partner changed',
  assignManager: 'Manager assigned',
  dailyWork: 'The day’s work',
  edit: 'Typed into the sheet',
};

/** An entry of the journal as an explanation shows it. */
export function tellEntry({ entry, at, by, command, reason, made, changes }: TracedEntry, timeZone: string) {
  return {
    entry,
    at: formatInstant(at, timeZone),
    by,
    command,
    title: TITLES[command] ?? command,
    reason,
    made,
    changes,
  };
}
