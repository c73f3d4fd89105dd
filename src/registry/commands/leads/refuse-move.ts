import type { LeadStatus } from '../../../core/model/registration.ts';
import { checkMove } from '../../../core/registration/check-move.ts';
import { statusOn } from '../../../core/registration/status-on.ts';
import type { LeadRecord } from '../../records.ts';
import type { Context } from '../context.ts';
import type { Problems } from '../problems.ts';

/**
 * Adds `illegal-state` where a lead cannot become that today, also where fields are wrong as well and nothing is
 * decided. Programme rules, section 2.
 */
export function refuseMove(
  lead: LeadRecord | undefined,
  to: LeadStatus,
  context: Context,
  problems: Problems,
): void {
  if (!lead) return;
  const from = statusOn(lead.registration, context.today);
  const issue = checkMove(from, to);
  if (issue) problems.addAll([issue]);
  // The programme knows these moves, but from the deals and the dates alone.
  else if (from === 'Converted') {
    problems.add(
      'illegal-state',
      'lead',
      `A registration that is Converted cannot become ${to}: only its deals change that.`,
    );
  }
}
