import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, CommissionStatus, OpenLine } from '../model/commission-line.ts';
import type { Partner } from '../model/partner.ts';

/** The part of an unpaid line that changes with the calendar, finance's hold and the partner's standing. */
export type Payability = Pick<OpenLine, 'status' | 'holdReason'>;

/**
 * The status of an unpaid line that earns: `On hold` before `Due`, `Scheduled` and `Awaiting cash`, with the reason.
 * A suspended partner's lines are on hold whatever finance says, and finance's hold outlives the suspension.
 * Programme rules, sections 5.4 and 7.
 */
export function judgePayability(
  line: Pick<OpenLine, 'dueOn' | 'heldReason'>,
  partner: Partner,
  today: PlainDate,
): Payability {
  const suspension = partner.status === 'Suspended' ? `Partner suspended: ${partner.reason}` : '';
  const holdReason = [line.heldReason, suspension].filter((reason) => reason !== '').join('; ');
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

function statusByDate(dueOn: PlainDate | null, day: PlainDate): 'Awaiting cash' | 'Scheduled' | 'Due' {
  if (dueOn === null) return 'Awaiting cash';
  return dueOn <= day ? 'Due' : 'Scheduled';
}
