import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, CommissionStatus, Dispute, OpenLine } from '../model/commission-line.ts';
import type { Partner } from '../model/partner.ts';

/** The part of an unpaid line that changes with the calendar, finance's hold and the partner's standing. */
export type Payability = Pick<OpenLine, 'status' | 'holdReason'>;

/**
 * The status of an unpaid line that earns: `On hold` before `Due`, `Scheduled` and `Awaiting cash`, with every reason:
 * finance's own, an undecided dispute, incomplete payment details of the partner, its suspension. Each ends by itself
 * and outlives the others. Programme rules, sections 5.4 and 7.
 */
export function judgePayability(
  line: Pick<OpenLine, 'dueOn' | 'heldReason' | 'disputes'>,
  partner: Partner,
  today: PlainDate,
): Payability {
  const dispute = openDisputeOf(line);
  const reasons = [
    line.heldReason,
    dispute === null ? '' : `Disputed by the partner: ${dispute.claim}`,
    describeDetails(partner),
    partner.status === 'Suspended' ? `Partner suspended: ${partner.reason}` : '',
  ];
  const holdReason = reasons.filter((reason) => reason !== '').join('; ');
  return holdReason === ''
    ? { status: statusByDate(line.dueOn, today), holdReason }
    : { status: 'On hold', holdReason };
}

/**
 * The line's status as it counts on that day: a `Scheduled` line is `Due` from its due date on, whether or not the
 * daily run has written that. Programme rules, section 5.4.
 */
export function lineStatusOn(line: CommissionLine, day: PlainDate): CommissionStatus {
  return line.status === 'Scheduled' ? statusByDate(line.dueOn, day) : line.status;
}

/** Whether a line of this status counts as earned: all but the three that don't. Programme rules, section 5.4. */
export function isEarning(line: Pick<CommissionLine, 'status'>): boolean {
  return line.status !== 'Not eligible' && line.status !== 'Not yet' && line.status !== 'Reversed';
}

/** The objection to the line that nobody has decided; null without one. */
export function openDisputeOf(line: Pick<CommissionLine, 'disputes'>): Dispute | null {
  return line.disputes?.find(({ decision }) => decision === null) ?? null;
}

function describeDetails({ paymentDetails }: Partner): string {
  if (paymentDetails === undefined || paymentDetails.complete) return '';
  const what = 'Payment details of the partner are incomplete';
  return paymentDetails.note === '' ? what : `${what}: ${paymentDetails.note}`;
}

function statusByDate(dueOn: PlainDate | null, day: PlainDate): 'Awaiting cash' | 'Scheduled' | 'Due' {
  if (dueOn === null) return 'Awaiting cash';
  return dueOn <= day ? 'Due' : 'Scheduled';
}
