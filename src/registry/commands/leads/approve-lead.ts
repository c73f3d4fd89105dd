import * as v from 'valibot';
import { checkConflicts } from '../../../core/conflict/check-conflicts.ts';
import { verdictIssues } from '../../../core/conflict/verdict-issues.ts';
import type { Email } from '../../../core/model/ids.ts';
import { approve } from '../../../core/registration/approve.ts';
import { approvedToPartner, approvedToSalesOwner } from '../../mail/lead-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { email, someText, text } from '../fields.ts';
import { findLead, namedIn, partnerOf } from '../find-records.ts';
import { recordVerdict } from '../record-verdict.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseMove } from './refuse-move.ts';

/** Approves a request: names the sales account owner and needs a passing conflict check. Programme rules, sections 2 and 3. */
export const approveLead = command({
  name: 'approveLead',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      salesOwner: email('The sales account owner'),
      override: someText('reason'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context), override: namedIn(raw, 'override') };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead, partner, override }, context, problems) => {
    if (!lead) return;
    if (partner?.partner.status === 'Suspended') {
      problems.add(
        'illegal-state',
        'partner',
        `${partner.partner.name} is suspended: admit the partner again first.`,
      );
    }
    refuseMove(lead, 'Active', context, problems);
    if (lead.registration.status !== 'Submitted') return;
    problems.addAll(
      verdictIssues(checkConflicts(context.customers.prepared(), lead.id), { override: override !== '' }),
    );
  },
  decide: (input, { lead, partner }, context, problems) => {
    if (!lead || !partner) return {};
    checkTeamMember(context, problems, 'salesOwner', input.salesOwner, ['sales', 'head']);
    const { rate, windowMonths, paymentDays, introductionsRequired } = context.settings;
    const approved = problems.take(
      approve(lead.registration, {
        approvedOn: context.today,
        approvedBy: actorEmail(context.actor) as Email,
        salesOwner: input.salesOwner,
        terms: { rate, windowMonths, paymentDays, introductionsRequired },
        override: input.override,
      }),
    );
    if (!approved || problems.any) return {};
    recordVerdict(context, lead.id);
    const checked = context.draft.get('leads', lead.id) ?? lead;
    context.draft.put('leads', {
      ...checked,
      registration: approved,
      view: { ...checked.view, attention: '' },
    });
    context.customers.noteLead(lead.id);
    refreshLeads(context, [lead.id]);
    const introduced = context.draft.get('leads', lead.id)?.view.contactsIntroduced ?? '';
    queueMail(context, approvedToPartner(partner.partner.contacts, approved));
    queueMail(
      context,
      approvedToSalesOwner(approved, partner.partner.name, introduced, context.links.registry),
    );
    return { id: lead.id, reason: input.override ?? '' };
  },
});
