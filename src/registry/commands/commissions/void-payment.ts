import * as v from 'valibot';
import { voidPayment as reversePayment } from '../../../core/commission/void-payment.ts';
import type { CommissionId, Email, LeadId } from '../../../core/model/ids.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { text } from '../fields.ts';
import { findCommission } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Voids the payment of a line that did not happen, by new lines: the amount is owed again. Programme rules, section 5. */
export const voidPayment = command({
  name: 'voidPayment',
  schema: () =>
    v.strictObject({ commission: text('The commission line'), reason: text('The reason', 'reason') }),
  find: (raw, context, problems) => ({ found: findCommission(raw, context, problems) }),
  decide: (input, { found }, context, problems) => {
    const partner = found && context.draft.get('partners', found.line.partner);
    const by = actorEmail(context.actor) as Email;
    if (!found || !partner) return {};
    const lines = problems.take(
      reversePayment({
        line: found.line,
        linesOfPartner: context.draft
          .list('commissions')
          .flatMap(({ line }) => (line.partner === found.line.partner ? [line] : [])),
        partner: partner.partner,
        reason: input.reason,
        by,
        today: context.today,
        now: context.now,
        nextCommissionId: () => context.draft.nextId('commissions') as CommissionId,
      }),
    );
    if (!lines || problems.any) return {};
    const leads = new Set<LeadId>();
    for (const line of lines) {
      const customer = context.draft.get('leads', line.lead)?.registration.customer ?? '';
      context.draft.put('commissions', { id: line.id, line, partnerName: partner.partner.name, customer });
      leads.add(line.lead);
    }
    refreshLeads(context, [...leads]);
    return { id: found.id, ids: lines.map(({ id }) => id), reason: input.reason };
  },
});
