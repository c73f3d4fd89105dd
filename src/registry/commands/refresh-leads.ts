import { assembleLines } from '../../core/commission/assemble-lines.ts';
import { summariseLead } from '../../core/commission/summarise-lead.ts';
import { assessLead } from '../../core/eligibility/assess-lead.ts';
import { firstSaasLicenceDeal } from '../../core/eligibility/first-saas-licence-deal.ts';
import type { CommissionId, LeadId } from '../../core/model/ids.ts';
import type { Introduction } from '../../core/model/introduction.ts';
import { formatAmount } from '../../core/money/format-amount.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { settleApproved } from '../../core/registration/settle-approved.ts';
import type { Kind, LeadRecord, LeadView, RecordTypes } from '../records.ts';
import type { Draft } from '../state/draft.ts';
import { sameJson } from '../state/same-json.ts';
import type { Context } from './context.ts';
import { keepAccountOfConversion } from './keep-account-of-conversion.ts';
import { gatherLeadFacts, type LeadFacts } from './lead-facts.ts';

/** A lead's row before anything is known of it. */
export const EMPTY_VIEW: LeadView = {
  partnerName: '',
  verdict: '',
  conflictEvidence: '',
  contactsIntroduced: '',
  dealStatus: '',
  dealCloseDate: '',
  revenue: '',
  currency: '',
  eligible: '',
  eligibilityEvidence: '',
  commission: '',
  firstReceiptOn: '',
  commissionDueOn: '',
  commissionStatus: '',
  attention: '',
};

/**
 * Brings leads in line with the facts and the date: state, deals' first mark, commission lines, the lead's row and
 * the account of a converted customer. Refreshing again changes nothing. Where there are many it ends with the lead at
 * which `enough` answers true; it is told how many leads have another state now, which is written into a typed column.
 */
export function refreshLeads(
  context: Context,
  leads: readonly LeadId[],
  enough: (restated: number) => boolean = () => false,
): void {
  if (leads.length === 0) return;
  const factsOf = gatherLeadFacts(context.draft);
  let restated = 0;
  for (const id of leads) {
    if (enough(restated)) return;
    const record = context.draft.get('leads', id);
    if (record && refreshLead(context, record, factsOf(id))) restated += 1;
  }
}

/** Answers whether the lead's state is another now. */
function refreshLead(context: Context, record: LeadRecord, facts: LeadFacts): boolean {
  const { draft, now, today } = context;
  const registration = isApproved(record.registration)
    ? settleApproved(record.registration, facts.deals, today)
    : record.registration;
  const partner = draft.get('partners', registration.partner);
  const partnerName = partner?.partner.name ?? '';
  const lines =
    isApproved(registration) && partner
      ? assembleLines({
          registration,
          partner: partner.partner,
          deals: facts.deals,
          introductions: facts.introductions,
          receipts: facts.receipts,
          lines: facts.lines,
          now,
          today,
          nextCommissionId: () => draft.nextId('commissions') as CommissionId,
        })
      : facts.lines;
  for (const line of lines) {
    putChanged(draft, 'commissions', { id: line.id, line, partnerName, customer: registration.customer });
  }
  const first = isApproved(registration) ? firstSaasLicenceDeal(registration, facts.deals) : null;
  for (const deal of facts.deals)
    putChanged(draft, 'deals', { id: deal.id, deal, isFirst: deal.id === first?.id });
  const eligibility = assessLead({ ...facts, registration, today });
  const summary = summariseLead({ ...facts, registration, lines, eligibility });
  putChanged(draft, 'leads', {
    ...record,
    registration,
    view: {
      ...record.view,
      partnerName,
      contactsIntroduced: facts.introductions.map(describeIntroduced).join('; '),
      dealStatus: summary.dealStatus ?? '',
      dealCloseDate: summary.dealCloseDate ?? '',
      revenue: summary.firstYearRevenue === null ? '' : formatAmount(summary.firstYearRevenue),
      currency: summary.currency,
      eligible: summary.commissionEligible,
      eligibilityEvidence: summary.eligibilityEvidence,
      commission: summary.commission === null ? '' : formatAmount(summary.commission),
      firstReceiptOn: summary.firstReceiptOn ?? '',
      commissionDueOn: summary.commissionDueOn ?? '',
      commissionStatus: summary.commissionStatus ?? '',
    },
  });
  const isRestated = registration.status !== record.registration.status;
  if (isRestated) keepAccountOfConversion(context, registration);
  return isRestated;
}

/** What stays the same is not written: the day's work goes over every lead. */
function putChanged<K extends Kind>(draft: Draft, kind: K, record: RecordTypes[K]): void {
  if (!sameJson(draft.get(kind, record.id), record)) draft.put(kind, record);
}

function describeIntroduced({ contact, title }: Introduction): string {
  return title === '' ? contact : `${contact} (${title})`;
}
