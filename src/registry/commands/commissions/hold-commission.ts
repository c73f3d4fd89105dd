import * as v from 'valibot';
import { command } from '../command-spec.ts';
import { someText, text } from '../fields.ts';
import { findCommission } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Finance holds an unpaid line, with a reason that the statement shows. Programme rules, section 5.4. */
export const holdCommission = command({
  name: 'holdCommission',
  schema: () => v.strictObject({ commission: text('The commission line'), reason: someText('reason') }),
  find: (raw, context, problems) => ({ found: findCommission(raw, context, problems) }),
  decide: (input, { found }, context, problems) => {
    if (!found) return {};
    const { line } = found;
    if (line.status === 'Paid') {
      problems.add(
        'already-paid',
        'commission',
        `${line.id} was paid on ${line.paidOn} and can no longer be held.`,
      );
      return {};
    }
    if (line.heldReason !== '') {
      problems.add('illegal-state', 'commission', `${line.id} is on hold already: ${line.heldReason}.`);
    }
    if (problems.any) return {};
    const reason = input.reason ?? 'Held by finance';
    context.draft.put('commissions', { ...found, line: { ...line, heldReason: reason } });
    refreshLeads(context, [line.lead]);
    return { id: line.id, reason };
  },
});
