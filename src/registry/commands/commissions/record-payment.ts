import * as v from 'valibot';
import { decidePayment } from '../../../core/commission/decide-payment.ts';
import type { PaidLine } from '../../../core/model/commission-line.ts';
import type { LeadId } from '../../../core/model/ids.ts';
import { command } from '../command-spec.ts';
import { pastDate, text } from '../fields.ts';
import { findCommission } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Pays a due line, netted with the partner's due negative adjustments of its currency. Programme rules, section 5.6. */
export const recordPayment = command({
  name: 'recordPayment',
  schema: (calendar) =>
    v.strictObject({
      commission: text('The commission line'),
      paidOn: pastDate('The day of the payment', calendar),
      reference: text('The payment’s reference', 'reference'),
    }),
  find: (raw, context, problems) => {
    const found = findCommission(raw, context, problems);
    // What is due today counts as due, whether or not the daily run has been.
    if (found) refreshLeads(context, [found.line.lead]);
    return { found: found && context.draft.get('commissions', found.id) };
  },
  check: ({ found }, _context, problems) => {
    if (!found) return;
    const { line } = found;
    if (line.status === 'Paid') {
      problems.add(
        'already-paid',
        'commission',
        `${line.id} was paid on ${line.paidOn} under ${line.reference}.`,
      );
    } else if (line.status === 'On hold') {
      problems.add(
        'on-hold',
        'commission',
        `${line.id} is on hold: ${line.holdReason}. Release the hold first.`,
      );
    } else if (line.status !== 'Due') {
      problems.add(
        'illegal-state',
        'commission',
        `${line.id} is ${line.status}; only a line that is Due can be paid.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    if (!found || found.line.status === 'Paid') return {};
    const lines = context.draft.list('commissions').map(({ line }) => line);
    const paid = problems.take(
      decidePayment({
        line: found.line,
        linesOfPartner: lines.filter((line) => line.partner === found.line.partner),
        paidLines: lines.filter((line): line is PaidLine => line.status === 'Paid'),
        today: context.today,
        paidOn: input.paidOn,
        reference: input.reference,
      }),
    );
    if (!paid || problems.any) return {};
    const leads = new Set<LeadId>();
    for (const line of paid) {
      const record = context.draft.get('commissions', line.id);
      if (record) context.draft.put('commissions', { ...record, line });
      leads.add(line.lead);
    }
    refreshLeads(context, [...leads]);
    return { id: found.id, reason: input.reference };
  },
});
