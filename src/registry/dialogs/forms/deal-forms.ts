import { DEAL_KINDS, DEAL_STATUSES } from '../../../core/model/deal.ts';
import { RELATIONS, type Relation } from '../../../core/model/introduction.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import { writeTerms } from '../../commands/deals/deal-terms.ts';
import type { DealRecord, IntroductionRecord } from '../../records.ts';
import { date, email, NEEDED, radio, reason, text } from '../field-builders.ts';
import type { FieldDescription } from '../form-description.ts';
import { form, type SubjectSpec } from '../form-spec.ts';

const RELATION_WORDS: { readonly [R in Relation]: string } = {
  employed: 'Employed by the customer',
  contracted: 'Under contract with the customer',
  other: 'Other',
};

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** What has to be known of an approved lead. */
const LEAD_FACTS = [
  'status',
  'partnerName',
  'salesOwner',
  'approvedOn',
  'activeUntil',
  'contactsIntroduced',
  'dealStatus',
];

const CONTACT_FIELDS: readonly FieldDescription[] = [
  text('name', 'Name', { ...NEEDED, help: 'The person introduced.' }),
  text('title', 'Title', { ...NEEDED, help: 'The person’s position, such as Chief Information Officer.' }),
  email('email', 'E-mail', NEEDED),
  radio(
    'relation',
    'Relation to the customer',
    RELATIONS.map((value) => ({ value, label: RELATION_WORDS[value] })),
    {
      ...NEEDED,
      help: 'Only people employed by or under contract with the customer count for the commission.',
    },
  ),
  radio('decisionMaker', 'Decision maker', YES_NO, {
    ...NEEDED,
    help: 'Whether this person decides on the purchase, alone or with others.',
  }),
  date('introducedOn', 'Introduced on', NEEDED),
  text('introducedTo', 'Introduced to', { help: 'Whom of your company the contact met.' }),
];

export const recordIntroduction = form({
  command: 'recordIntroduction',
  title: 'Record an introduction',
  intro: 'One customer contact whom the partner introduced to your company.',
  subject: {
    kind: 'leads',
    field: 'lead',
    label: 'Lead',
    placeholder: 'Search the leads',
    facts: LEAD_FACTS,
    fits: ({ registration: { status } }) => status !== 'Rejected' && status !== 'Withdrawn',
  },
  fields: () => ({ fields: CONTACT_FIELDS }),
  confirm: 'Record the introduction',
  done: '{id} is recorded.',
  next: 'The sales account owner or the manager confirms it.',
  another: 'Record another',
});

export const updateIntroduction = form({
  command: 'updateIntroduction',
  title: 'Correct an introduction',
  intro: 'Where relation, decision maker or day change, it has to be confirmed again.',
  subject: introduction('Search the introductions', () => true),
  sends: 'changed',
  fields: (about) => ({
    fields: CONTACT_FIELDS,
    values: about === null ? {} : introductionValues(about),
  }),
  confirm: 'Save the changes',
  done: '{id} is corrected.',
  next: 'Confirm it again where the form said so.',
  another: 'Correct another',
});

export const confirmIntroduction = form({
  command: 'confirmIntroduction',
  title: 'Confirm an introduction',
  intro: 'Your company says whether it was really introduced to this contact.',
  subject: introduction('Search those not confirmed yet', (state) => state === 'open'),
  fields: () => ({
    fields: [
      radio(
        'decision',
        'Did the introduction happen?',
        [
          { value: 'confirm', label: 'Yes, confirm it' },
          { value: 'refuse', label: 'No, refuse it' },
        ],
        { ...NEEDED, isFormOnly: true },
      ),
      reason('refuse', 'Why it is refused', {
        required: true,
        when: { field: 'decision', is: ['refuse'] },
        help: 'Kept with the introduction, such as: we had met at a fair before.',
      }),
    ],
  }),
  confirm: 'Save the answer',
  done: '{id} is answered.',
  next: 'The lead’s eligibility follows from it.',
  another: 'Confirm another',
});

const REVENUE_FIELDS: readonly FieldDescription[] = [
  { kind: 'currency', name: 'currency', label: 'Currency', help: 'Of the contract, such as USD.' },
  {
    kind: 'amount',
    name: 'gross',
    label: 'Gross SaaS fees of the first 12 months',
    help: 'Subscription fees only, such as 120000.00: no services, hardware, pass-through fees or later years.',
    currency: { field: 'currency' },
  },
  {
    kind: 'amount',
    name: 'deductions',
    label: 'Discounts and taxes in it',
    help: 'Of the same 12 months. Leave it empty for none.',
    currency: { field: 'currency' },
  },
];

const DEAL_FIELDS: readonly FieldDescription[] = [
  radio('kind', 'Kind', DEAL_KINDS, NEEDED),
  radio('status', 'Status', DEAL_STATUSES, NEEDED),
  date('signedOn', 'Signed on', { required: true, when: { field: 'status', is: ['Signed'] } }),
  ...REVENUE_FIELDS,
  text('name', 'Name of the deal', { help: 'How your company calls the contract, if it helps.' }),
];

export const enterDeal = form({
  command: 'enterDeal',
  title: 'Enter a deal',
  intro: 'A contract with the lead’s customer: open, signed or lost.',
  subject: {
    kind: 'leads',
    field: 'lead',
    label: 'Lead',
    placeholder: 'Search the approved leads',
    facts: LEAD_FACTS,
    fits: ({ registration }) => isApproved(registration),
  },
  fields: () => ({ fields: DEAL_FIELDS }),
  confirm: 'Enter the deal',
  done: '{id} is entered.',
  next: 'Record the first cash receipt when it arrives: it starts the clock of the commission.',
  another: 'Enter another',
});

export const updateDeal = form({
  command: 'updateDeal',
  title: 'Update a deal',
  intro: 'The commission follows; what was paid already stays, and the difference becomes a line of its own.',
  subject: deal('Search the deals', () => true),
  sends: 'changed',
  fields: (about) => ({
    fields: [
      ...DEAL_FIELDS,
      text('lead', 'Lead', {
        required: true,
        help: 'The Lead ID; change it where the deal was entered on the wrong lead.',
      }),
    ],
    values: about === null ? {} : dealValues(about),
  }),
  confirm: 'Save the changes',
  done: '{id} is updated.',
  next: 'Look at its commission lines in the Commissions tab.',
  another: 'Update another',
});

export const recordReceipt = form({
  command: 'recordReceipt',
  title: 'Record a receipt',
  intro:
    'Cash that the customer paid for a signed deal. The first receipt starts the clock of the commission.',
  subject: deal('Search the signed deals', ({ deal: { status } }) => status === 'Signed'),
  fields: (about) => ({
    fields: [
      date('receivedOn', 'Received on', NEEDED),
      { kind: 'amount', name: 'amount', label: 'Amount', required: true, currency: currencyOf(about) },
      text('reference', 'Bank reference', {
        ...NEEDED,
        help: 'As the statement has it. Each is accepted once for a deal.',
      }),
    ],
  }),
  confirm: 'Record the receipt',
  done: '{id} is recorded.',
  next: 'The commission is due once the payment days are over.',
  another: 'Record another',
});

export const voidReceipt = form({
  command: 'voidReceipt',
  title: 'Void a receipt',
  intro:
    'Takes back a receipt that was none, by a line of its own; both stay. The commission’s clock then starts with the first receipt that is left.',
  subject: {
    kind: 'receipts',
    field: 'receipt',
    label: 'Receipt',
    placeholder: 'Search the receipts',
    fits: ({ receipt }, { draft }) =>
      receipt.voids === undefined &&
      !draft.list('receipts').some((other) => other.receipt.voids?.receipt === receipt.id),
  },
  fields: () => ({ fields: [reason('reason', 'Reason', NEEDED)] }),
  confirm: 'Void the receipt',
  done: '{id} takes the receipt back.',
  next: 'What was paid stays paid. Record the cash anew if it belongs to another deal.',
  another: 'Void another',
});

export const creditDeal = form({
  command: 'creditDeal',
  title: 'Credit a deal',
  intro:
    'Reduces the first year’s net revenue after the fact. The commission follows, or is adjusted once paid.',
  subject: deal('Search the signed deals', ({ deal: { status } }) => status === 'Signed'),
  fields: (about) => ({
    fields: [
      { kind: 'amount', name: 'amount', label: 'Credit', required: true, currency: currencyOf(about) },
      date('creditedOn', 'Credited on', NEEDED),
      reason('reason', 'Reason', NEEDED),
    ],
  }),
  confirm: 'Credit the deal',
  done: '{id} is credited.',
  next: 'Look at its commission lines in the Commissions tab.',
  another: 'Credit another',
});

function deal(placeholder: string, fits: (record: DealRecord) => boolean): SubjectSpec<'deals'> {
  return { kind: 'deals', field: 'deal', label: 'Deal', placeholder, fits };
}

function introduction(placeholder: string, fits: (state: string) => boolean): SubjectSpec<'introductions'> {
  return {
    kind: 'introductions',
    field: 'introduction',
    label: 'Introduction',
    placeholder,
    fits: (record) => fits(record.introduction.confirmation.state),
  };
}

function currencyOf(about: DealRecord | null): string {
  return about?.deal.revenue?.gross.currency ?? '';
}

function dealValues({ deal: known }: DealRecord) {
  const { kind, status, signedOn, currency, gross, deductions, name, lead } = writeTerms(known);
  return { kind, status, signedOn: signedOn ?? '', currency, gross, deductions, name, lead };
}

function introductionValues({ introduction: known }: IntroductionRecord) {
  const { contact, title, email: address, relation, decisionMaker, introducedOn, introducedTo } = known;
  const decides = decisionMaker ? 'yes' : 'no';
  return {
    name: contact,
    title,
    email: address,
    relation,
    decisionMaker: decides,
    introducedOn,
    introducedTo,
  };
}
