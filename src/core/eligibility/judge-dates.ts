import type { PlainDate } from '../calendar/dates.ts';
import type { Condition } from '../model/commission-line.ts';
import type { ApprovedRegistration } from '../model/registration.ts';
import { releaseDateOf, windowEndsOn } from '../registration/window-ends-on.ts';
import { no, notYet, yes } from './combine-conditions.ts';

/**
 * C1 for a deal signed on that day: on the signing date the registration was approved and neither over nor
 * released, the last day included. When the deal was entered plays no part. Programme rules, section 4: C1.
 */
export function judgeWindow(registration: ApprovedRegistration, signedOn: PlainDate): Condition {
  const { approvedOn } = registration.approval;
  if (signedOn < approvedOn) {
    return no(`Signed on ${signedOn}, before ${registration.id} was approved on ${approvedOn}.`);
  }
  const window = describeWindow(registration);
  return signedOn <= windowEndsOn(registration)
    ? yes(`Signed on ${signedOn}, while ${window}.`)
    : no(`Signed on ${signedOn}, after the window: ${window}.`);
}

/** C4 for a deal signed on that day: on or before Active until. Programme rules, section 4: C4. */
export function judgeTerm(registration: ApprovedRegistration, signedOn: PlainDate): Condition {
  const { activeUntil } = registration.approval;
  return signedOn <= activeUntil
    ? yes(`Signed on ${signedOn}; the term of ${describeTerm(registration)}.`)
    : no(`Signed on ${signedOn}; the term of ${describeTerm(registration)}.`);
}

/** C1 while no deal is signed: `not yet` to the end of the window, then `no`. */
export function judgeWindowSoFar(registration: ApprovedRegistration, today: PlainDate): Condition {
  const window = describeWindow(registration);
  return today <= windowEndsOn(registration)
    ? notYet(`The signing date will decide; ${window}.`)
    : no(`No SaaS licence deal was signed while ${window}.`);
}

/** C4 while no deal is signed: `not yet` to the last day of the term, then `no`. */
export function judgeTermSoFar(registration: ApprovedRegistration, today: PlainDate): Condition {
  return today <= registration.approval.activeUntil
    ? notYet(`The signing date will decide; the term of ${describeTerm(registration)}.`)
    : no(`No SaaS licence deal was signed in time; the term of ${describeTerm(registration)}.`);
}

function describeWindow(registration: ApprovedRegistration): string {
  const releasedOn = releaseDateOf(registration);
  const end = windowEndsOn(registration);
  const released = releasedOn === end ? ' (the day of release)' : '';
  return `${registration.id} is active from ${registration.approval.approvedOn} to ${end}${released}`;
}

function describeTerm(registration: ApprovedRegistration): string {
  const { approvedOn, activeUntil, terms } = registration.approval;
  return `${terms.windowMonths} months after the approval on ${approvedOn} ends on ${activeUntil}`;
}
