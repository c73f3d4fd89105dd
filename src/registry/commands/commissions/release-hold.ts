import * as v from 'valibot';
import { command } from '../command-spec.ts';
import { someText, text } from '../fields.ts';
import { findCommission } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Ends finance's hold; a suspended partner's line stays on hold for that reason. Programme rules, section 5.4. */
export const releaseHold = command({
  name: 'releaseHold',
  schema: () => v.strictObject({ commission: text('The commission line'), reason: someText('reason') }),
  find: (raw, context, problems) => ({ found: findCommission(raw, context, problems) }),
  decide: (input, { found }, context, problems) => {
    if (!found) return {};
    const { line } = found;
    if (line.status === 'Paid') {
      problems.add('already-paid', 'commission', `${line.id} was paid on ${line.paidOn}.`);
      return {};
    }
    if (line.heldReason === '') {
      const why =
        line.status === 'On hold'
          ? `It is on hold for another reason, which ends where it began: ${line.holdReason}.`
          : 'Nobody holds it.';
      problems.add(
        'illegal-state',
        'commission',
        `${line.id} is ${line.status} and not held by finance. ${why}`,
      );
    }
    if (problems.any) return {};
    context.draft.put('commissions', { ...found, line: { ...line, heldReason: '' } });
    refreshLeads(context, [line.lead]);
    return { id: line.id, reason: input.reason ?? '' };
  },
});
