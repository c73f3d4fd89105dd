import type { LeadStatus } from '../model/registration.ts';
import type { Issue } from '../result.ts';

/** Where a registration may go from each state. Programme rules, section 2. */
export const MOVES: { readonly [From in LeadStatus]: readonly LeadStatus[] } = {
  Submitted: ['Returned', 'Active', 'Rejected', 'Withdrawn'],
  Returned: ['Submitted', 'Withdrawn'],
  Rejected: [],
  Withdrawn: [],
  Active: ['Converted', 'Expired', 'Released'],
  Converted: ['Active', 'Expired', 'Released'],
  Expired: ['Converted'],
  Released: ['Converted'],
};

/** What a person can do about a registration in that state who wanted something else. */
const ADVICE: { readonly [From in LeadStatus]: string } = {
  Submitted: 'It is still to be decided: approve, return, reject or withdraw it.',
  Returned: 'It waits for the partner: have it completed or withdraw it first.',
  Rejected: 'It is decided: the partner may register the customer again.',
  Withdrawn: 'It is over: the partner may register the customer again.',
  Active: 'It is approved: it can be released.',
  Converted: 'Its first SaaS licence deal is signed: change that deal if it is wrong.',
  Expired: 'Its window is over: only a deal signed inside the window, entered now, changes it.',
  Released: 'It was released: only a deal signed inside the window, entered now, changes it.',
};

/**
 * Null where the programme knows the move, otherwise `illegal-state` with both states and what can be done.
 * Staying in a state is no move and refused as well. Programme rules, section 2.
 */
export function checkMove(from: LeadStatus, to: LeadStatus): Issue | null {
  if (MOVES[from].includes(to)) return null;
  return {
    code: 'illegal-state',
    field: 'lead',
    message: `A registration that is ${from} cannot become ${to}. ${ADVICE[from]}`,
  };
}
