import * as v from 'valibot';
import { addBusinessDays } from '../../../core/calendar/add-business-days.ts';
import { addDays } from '../../../core/calendar/add-days.ts';
import { dayOfWeek } from '../../../core/calendar/day-of-week.ts';
import { daysBetween } from '../../../core/calendar/days-between.ts';
import { decisionTarget } from '../../../core/calendar/decision-target.ts';
import { reminderDate } from '../../../core/calendar/reminder-date.ts';
import type { LeadId } from '../../../core/model/ids.ts';
import { formatMoney } from '../../../core/money/format-money.ts';
import { totalsByCurrency } from '../../../core/money/totals-by-currency.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import { expiryNotice, reviewEscalation, reviewReminder } from '../../mail/lead-messages.ts';
import { type DueLine, dueList, trainingInvitation } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { CommissionRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { heads, peopleOf } from '../heads.ts';
import { refreshReviews } from '../keep-reviews.ts';
import { withdrawRegistration } from '../leads/withdraw-lead.ts';
import { namePerson } from '../name-person.ts';
import { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { responsibleManager } from '../responsible-manager.ts';
import { planSnapshots } from '../snapshots/plan-snapshots.ts';

/**
 * So many changed records make one entry: rows here and there are a call each, and no execution may need more than the
 * two minutes that are left when it begins nothing more.
 */
const MOST_CHANGES = 400;

/**
 * Cells that nobody types, such as those of a line that becomes due, are written as few tall blocks: each entry reads the
 * whole registry again, so that more of them in one entry cost less.
 */
const MOST_COMPUTED_CHANGES = 2000;

/**
 * What the calendar asks for: expiry, due dates, withdrawal of returned requests, reminders, notices and the weekly
 * list. Run again on the same day it changes nothing; run late it catches up. After an outage one run may not be
 * enough: it then answers `left`, and what it has done shows in the records. Programme rules, sections 2, 5 and 6.
 */
export const dailyWork = command({
  name: 'dailyWork',
  schema: () => v.strictObject({}),
  find: () => ({}),
  decide: (_input, _found, context) => {
    const enough = () => context.draft.written >= MOST_CHANGES;
    withdrawUntouched(context, enough);
    remindOfReviews(context, enough);
    const scattered = context.draft.written;
    refreshLeads(
      context,
      approvedLeads(context),
      (restated) => scattered + restated >= MOST_CHANGES || context.draft.written >= MOST_COMPUTED_CHANGES,
    );
    announceExpiry(context, enough);
    planSnapshots(context, enough);
    inviteToTraining(context, enough);
    refreshReviews(context, context.draft.list('leads'), enough);
    const left = enough();
    // The list names what is due once all leads are up to date.
    if (!left) listDue(context);
    // Named only where something was done: a quiet day leaves no trace.
    return context.draft.written === 0 ? {} : { id: context.today, value: { left } };
  },
});

function approvedLeads({ draft }: Context): readonly LeadId[] {
  const approved = draft.list('leads').filter(({ registration }) => isApproved(registration));
  return approved.map(({ id }) => id);
}

/** Whether an entry has grown long enough. */
type Enough = () => boolean;

/** A returned request that nobody touched for so many business days is withdrawn, with mail. Section 2.7. */
function withdrawUntouched(context: Context, enough: Enough): void {
  const { returnedDays, holidays } = context.settings;
  for (const lead of context.draft.list('leads')) {
    const { registration } = lead;
    if (registration.status !== 'Returned') continue;
    if (enough()) return;
    if (context.today <= addBusinessDays(registration.returnedOn, returnedDays, holidays)) continue;
    const partner = context.draft.get('partners', registration.partner);
    const why = `The information asked for did not arrive within ${returnedDays} business days.`;
    if (partner) withdrawRegistration(context, new Problems(), lead, partner, why);
  }
}

/** A reminder at half of the decision target, an escalation once it has passed; once each. Section 6. */
function remindOfReviews(context: Context, enough: Enough): void {
  for (const { registration } of context.draft.list('leads')) {
    if (registration.status !== 'Submitted') continue;
    if (enough()) return;
    const partner = context.draft.get('partners', registration.partner);
    if (!partner) continue;
    const target = decisionTarget(registration.registeredAt, context.settings);
    const about = { lead: registration, partnerName: partner.partner.name };
    const reviewer = responsibleManager(context, partner);
    const { registry } = context.links;
    if (context.today > target) {
      const name = namePerson(context.team, reviewer);
      queueMail(context, reviewEscalation(heads(context.team), about, target, name, registry));
    } else if (context.today >= reminderDate(registration.registeredAt, context.settings)) {
      queueMail(context, reviewReminder([reviewer], about, target, registry));
    }
  }
}

/** Partner and manager are told so many days before the end of the window, once each. Section 6. */
function announceExpiry(context: Context, enough: Enough): void {
  for (const { registration } of context.draft.list('leads')) {
    if (registration.status !== 'Active') continue;
    if (enough()) return;
    const { activeUntil } = registration.approval;
    const left = daysBetween(context.today, activeUntil);
    const reached = context.settings.expiryNoticeDays.filter((days) => left <= days);
    const step = reached.length === 0 ? null : Math.min(...reached);
    const partner = context.draft.get('partners', registration.partner);
    if (step === null || !partner || left < 0) continue;
    const about = { lead: registration, partnerName: partner.partner.name };
    const to = [...partner.partner.contacts, responsibleManager(context, partner)];
    queueMail(context, expiryNotice(to, about, activeUntil, left, step));
  }
}

/** The contacts of every active partner are invited to the next training, once each; later contacts too. Section 6. */
function inviteToTraining(context: Context, enough: Enough): void {
  const { trainingDate, resourcesLink } = context.settings;
  if (trainingDate === null || trainingDate < context.today) return;
  for (const record of context.draft.list('partners')) {
    const { id, partner, invited } = record;
    if (partner.status !== 'Active') continue;
    if (enough()) return;
    const before = invited?.training === trainingDate ? invited.contacts : [];
    const to = partner.contacts.filter((contact) => !before.includes(contact));
    if (to.length === 0) continue;
    queueMail(context, trainingInvitation(to, partner.name, id, trainingDate, resourcesLink));
    context.draft.put('partners', {
      ...record,
      invited: { training: trainingDate, contacts: [...before, ...to] },
    });
  }
}

/** Names the Monday whose list was last looked at. */
const DUE_LIST_MEMO = 'due-list';

/** Due and overdue commissions go to finance on Mondays; a run that was down catches up with one list. Section 6. */
function listDue(context: Context): void {
  const monday = addDays(context.today, 1 - dayOfWeek(context.today));
  const last = context.draft.get('memos', DUE_LIST_MEMO)?.value;
  if (last !== undefined && last >= monday) return;
  context.draft.put('memos', { id: DUE_LIST_MEMO, value: monday });
  // A line that was credited down to nothing is never paid, and nobody need look at it every week.
  const lines = context.draft
    .list('commissions')
    .filter(({ line }) => line.status === 'Due' && line.amount.minor !== 0);
  const isLate = context.today !== monday;
  if (lines.length === 0 || (last === undefined && isLate)) return;
  const finance = peopleOf(context.team, 'finance');
  const totals = totalsByCurrency(lines.map(({ line }) => line.amount)).map(formatMoney);
  queueMail(
    context,
    dueList(
      finance.length > 0 ? finance : heads(context.team),
      context.today,
      lines.map(describeLine),
      totals,
      context.links.registry,
    ),
  );
}

function describeLine({ line, partnerName, customer }: CommissionRecord): DueLine {
  return {
    id: line.id,
    partner: partnerName,
    customer,
    amount: formatMoney(line.amount),
    dueOn: line.dueOn ?? '',
  };
}
