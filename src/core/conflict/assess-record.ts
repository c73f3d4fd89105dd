import type { PlainDate } from '../calendar/dates.ts';
import type { Account } from '../model/account.ts';
import type { LeadId } from '../model/ids.ts';
import type { Registration } from '../model/registration.ts';
import { compareArrival } from '../registration/compare-arrival.ts';
import { isApproved, isOpen } from '../registration/is-approved.ts';
import { isHeldOn } from '../registration/is-held-on.ts';
import { statusOn } from '../registration/status-on.ts';
import { windowEndsOn } from '../registration/window-ends-on.ts';
import type { ConflictNode } from './prepare-conflicts.ts';
import type { Verdict } from './verdicts.ts';

/** From where a record is looked at: the request, the day, and the registrations that accounts came from. */
export interface Standpoint {
  readonly registration: Registration;
  readonly today: PlainDate;
  readonly leadOf: (id: LeadId) => Registration | undefined;
}

export interface Assessment {
  readonly verdict: Verdict;
  readonly because: string;
}

function describeOver(registration: Registration, today: PlainDate): string {
  const status = statusOn(registration, today);
  if (isApproved(registration)) return `over: ${status}, it held until ${windowEndsOn(registration)}`;
  return `over: ${status}`;
}

function assessRegistration(other: Registration, { registration, today }: Standpoint): Assessment | null {
  const isOwn = other.partner === registration.partner;
  if (isOpen(other)) {
    // What arrived later gives way, and says nothing.
    if (compareArrival(other, registration) >= 0) return null;
    return isOwn
      ? { verdict: 'own', because: `this partner's own request, ${other.status}, arrived earlier` }
      : { verdict: 'pending', because: `another partner's request, ${other.status}, arrived earlier` };
  }
  const isHolding = isHeldOn(other, today);
  if (!isOwn && isHolding && isApproved(other)) {
    return {
      verdict: 'held',
      because: `another partner's registration holds it until ${windowEndsOn(other)}`,
    };
  }
  if (isOwn && isApproved(other) && statusOn(other, today) === 'Active') {
    return {
      verdict: 'own',
      because: `this partner's own registration is active until ${windowEndsOn(other)}`,
    };
  }
  if (isOwn && isHolding) {
    return { verdict: 'clear', because: `this partner's own earlier registration, ${other.status}` };
  }
  return { verdict: 'clear', because: describeOver(other, today) };
}

function assessAccount(account: Account, { registration, leadOf }: Standpoint): Assessment | null {
  if (account.standing === 'Former') return { verdict: 'clear', because: 'an account with standing Former' };
  const others = account.sources.filter((source) => source !== registration.id);
  // The account that this very registration made says nothing about it.
  if (account.sources.length > 0 && others.length === 0) return null;
  const isOwn =
    others.length > 0 && others.every((source) => leadOf(source)?.partner === registration.partner);
  if (isOwn) {
    const through = others.join(', ');
    return { verdict: 're-registration', because: `engaged through this partner's own ${through} only` };
  }
  return { verdict: 'engaged', because: `an account with standing ${account.standing}` };
}

/**
 * The verdict that a record gives about a registration if both are of one customer, and why; null where it gives
 * none. `possible` is not among them: it is about whether they are of one customer.
 * Programme rules, section 3.
 */
export function assessRecord(node: ConflictNode, standpoint: Standpoint): Assessment | null {
  if (node.id === standpoint.registration.id) return null;
  return node.source.kind === 'registration'
    ? assessRegistration(node.source.registration, standpoint)
    : assessAccount(node.source.account, standpoint);
}
