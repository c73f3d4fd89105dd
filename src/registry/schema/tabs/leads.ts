import { COMMISSION_STATUSES } from '../../../core/model/commission-line.ts';
import { LEAD_STATUSES } from '../../../core/model/registration.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import type { LeadRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, SHOWN, typed } from '../column-builders.ts';

const currency = (r: LeadRecord) => r.view.currency;

function approvalOf(r: LeadRecord) {
  return isApproved(r.registration) ? r.registration.approval : null;
}

/** One row for each lead registration. */
export const LEADS: Tab<LeadRecord> = {
  kind: 'leads',
  name: 'Leads',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 2,
  meaning: 'One row for each lead registration: one partner’s claim on one customer.',
  columns: [
    computed('id', 'Lead ID', 'text', 'Given in order of creation.', (r) => r.id, { ...SHOWN, width: 80 }),
    typed('status', 'Lead status', 'choice', 'Where the registration stands.', (r) => r.registration.status, {
      ...SHOWN,
      choices: LEAD_STATUSES,
    }),
    computed(
      'registeredAt',
      'Registered at',
      'moment',
      'When the request arrived; earlier goes first.',
      (r) => r.registration.registeredAt,
      SHOWN,
    ),
    computed(
      'partnerName',
      'Referral partner',
      'text',
      'The company that refers.',
      (r) => r.view.partnerName,
      SHOWN,
    ),
    typed('customer', 'Customer', 'text', 'The company being referred.', (r) => r.registration.customer, {
      ...SHOWN,
      width: 200,
    }),
    typed('website', 'Website', 'text', 'The customer’s website.', (r) => r.registration.website, SHOWN),
    typed('country', 'Country', 'text', 'The customer’s country.', (r) => r.registration.country, {
      ...SHOWN,
      width: 110,
    }),
    computed(
      'contactsIntroduced',
      'Customer contacts introduced',
      'long-text',
      'Contacts whom the partner introduced.',
      (r) => r.view.contactsIntroduced,
      SHOWN,
    ),
    typed(
      'salesOwner',
      'Sales account owner',
      'text',
      'One Network’s seller assigned to the lead.',
      (r) => approvalOf(r)?.salesOwner ?? '',
      SHOWN,
    ),
    computed(
      'verdict',
      'Conflict check',
      'choice',
      'The last verdict of the conflict check.',
      (r) => r.view.verdict,
      {
        choices: ['held', 'own', 'pending', 'engaged', 'possible', 're-registration', 'clear'],
      },
    ),
    computed(
      'conflictEvidence',
      'Conflict evidence',
      'long-text',
      'Which record, which field, how alike, why.',
      (r) => r.view.conflictEvidence,
    ),
    computed(
      'approvedOn',
      'Approved on',
      'date',
      'Date of approval in the programme time zone.',
      (r) => approvalOf(r)?.approvedOn ?? '',
      SHOWN,
    ),
    computed(
      'activeUntil',
      'Active until',
      'date',
      'Last day of the window, inclusive.',
      (r) => approvalOf(r)?.activeUntil ?? '',
      SHOWN,
    ),
    computed(
      'dealStatus',
      'Deal status',
      'choice',
      'Of the first SaaS licence deal, or else of the latest deal.',
      (r) => r.view.dealStatus,
      {
        ...SHOWN,
        choices: ['Open', 'Signed', 'Lost'],
      },
    ),
    computed(
      'dealCloseDate',
      'Deal close date',
      'date',
      'The day that deal was signed.',
      (r) => r.view.dealCloseDate,
      SHOWN,
    ),
    computed(
      'revenue',
      'First-year SaaS revenue',
      'amount',
      'Net first-year SaaS revenue of that deal.',
      (r) => r.view.revenue,
      { ...SHOWN, currency },
    ),
    computed('currency', 'Currency', 'text', 'The contract’s currency.', (r) => r.view.currency, {
      ...SHOWN,
      width: 80,
    }),
    computed(
      'eligible',
      'Commission eligible',
      'answer',
      'Whether the first deal, or the prospect of one, earns.',
      (r) => r.view.eligible,
      SHOWN,
    ),
    computed(
      'eligibilityEvidence',
      'Eligibility evidence',
      'long-text',
      'Why, condition by condition.',
      (r) => r.view.eligibilityEvidence,
    ),
    computed(
      'commission',
      'Commission',
      'amount',
      'Sum of the deal’s commission lines.',
      (r) => r.view.commission,
      { ...SHOWN, currency },
    ),
    computed(
      'firstReceiptOn',
      'First cash receipt',
      'date',
      'Starts the clock of the payment.',
      (r) => r.view.firstReceiptOn,
      SHOWN,
    ),
    computed(
      'commissionDueOn',
      'Commission due on',
      'date',
      'First cash receipt plus the payment days.',
      (r) => r.view.commissionDueOn,
      SHOWN,
    ),
    computed(
      'commissionStatus',
      'Commission status',
      'choice',
      'Status of that deal’s commission.',
      (r) => r.view.commissionStatus,
      { ...SHOWN, choices: COMMISSION_STATUSES },
    ),
    computed(
      'previousLead',
      'Previous lead',
      'text',
      'The registration that this one renews.',
      (r) => r.registration.previousLead ?? '',
      { ...SHOWN, width: 100 },
    ),
    computed(
      'decision',
      'Reason',
      'long-text',
      'Why it was returned, rejected, withdrawn or released.',
      decisionReason,
    ),
    typed(
      'note',
      'Request note',
      'long-text',
      'What the partner said to help the review.',
      (r) => r.registration.note,
    ),
    computed('contacts', 'Request contacts', 'long-text', 'Contacts named in the request.', (r) =>
      r.registration.contacts.map((c) => [c.name, c.title, c.email].filter(Boolean).join(', ')).join('; '),
    ),
    computed('objections', 'Objections', 'long-text', 'What sales said against it; decides nothing.', (r) =>
      r.registration.objections.map((o) => `${o.by} on ${o.on}: ${o.reason}`).join('; '),
    ),
    computed(
      'attention',
      'Attention',
      'long-text',
      'What a manager should look at.',
      (r) => r.view.attention,
    ),
    computed(
      'responseId',
      'Response ID',
      'text',
      'The form responses that made or completed the request.',
      (r) => r.responses.join(', '),
    ),
  ],
};

function decisionReason(r: LeadRecord): string {
  const lead = r.registration;
  switch (lead.status) {
    case 'Returned':
      return [`${lead.reason}: please complete ${lead.fields.join(', ')}`, lead.noteToPartner]
        .filter(Boolean)
        .join(' – ');
    case 'Rejected':
      return [lead.reason, lead.noteToPartner].filter(Boolean).join(' – ');
    case 'Withdrawn':
      return lead.withdrawalReason;
    case 'Released':
    case 'Converted':
      return lead.releaseReason;
    default:
      return '';
  }
}
