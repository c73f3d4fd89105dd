import { checkConflicts } from '../../../core/conflict/check-conflicts.ts';
import type { LeadStatus, ReasonCode } from '../../../core/model/registration.ts';
import { REASON_CODES } from '../../../core/model/registration.ts';
import { isApproved, isOpen } from '../../../core/registration/is-approved.ts';
import { statusOn } from '../../../core/registration/status-on.ts';
import type { Context } from '../../commands/context.ts';
import type { LeadRecord } from '../../records.ts';
import { describeRecord } from '../describe-record.ts';
import { NEEDED, note, person, radio, reason, text } from '../field-builders.ts';
import type { FieldDescription, Option } from '../form-description.ts';
import { form, type SubjectSpec } from '../form-spec.ts';

const REASONS: { readonly [R in ReasonCode]: string } = {
  engaged: 'We are already in touch with this customer',
  'held-by-partner': 'Another partner holds this customer',
  duplicate: 'The same request was made before',
  'not-a-fit': 'The customer does not fit our offer',
  'insufficient-information': 'There is not enough information to decide',
  other: 'Something else, as the note explains',
};

const UNAVAILABLE = 'The partner reads only that the customer is not available.';
const HINTS: { readonly [R in ReasonCode]?: string } = {
  engaged: UNAVAILABLE,
  'held-by-partner': UNAVAILABLE,
  duplicate: UNAVAILABLE,
};

const REASON_OPTIONS: readonly Option[] = REASON_CODES.map((code) => {
  const hint = HINTS[code];
  return { value: code, label: REASONS[code], ...(hint === undefined ? {} : { hint }) };
});

const PARTNER_NOTE = note('note', 'Note to the partner', {
  help: 'Stands in the mail to the partner as you write it here.',
  required: { field: 'reason', is: ['other'] },
});

/** What a request says of its customer, as its forms ask for it. */
const CUSTOMER_FIELDS: readonly FieldDescription[] = [
  text('website', 'Website', {
    help: 'Such as https://www.globex.example. The surest way to tell customers apart.',
  }),
  text('country', 'Country'),
  {
    kind: 'contacts',
    name: 'contacts',
    label: 'Contacts at the customer',
    help: 'Whom the partner knows there. A name or an e-mail address is enough.',
    most: 50,
  },
  note('note', 'Anything that helps the review'),
];

function lead(
  placeholder: string,
  fits: (status: LeadStatus) => boolean,
  help?: string,
): SubjectSpec<'leads'> {
  return {
    kind: 'leads',
    field: 'lead',
    label: 'Lead',
    placeholder,
    fits: ({ registration }, { today }) => fits(statusOn(registration, today)),
    ...(help === undefined ? {} : { help }),
  };
}

const submitted = lead('Search the open requests', (status) => status === 'Submitted');

export const registerLead = form({
  command: 'registerLead',
  title: 'Register a lead',
  intro: 'For a request that a partner made by mail or phone. It is checked for conflicts as it arrives.',
  subject: {
    kind: 'partners',
    field: 'partner',
    label: 'Referral partner',
    placeholder: 'Search the active partners',
    facts: ['manager', 'contacts'],
    fits: ({ partner }) => partner.status === 'Active',
  },
  fields: () => ({
    fields: [
      text('customer', 'Customer', { ...NEEDED, help: 'The company being referred, such as Globex GmbH.' }),
      ...CUSTOMER_FIELDS,
      {
        kind: 'local-time',
        name: 'receivedAt',
        label: 'Arrived at',
        help: 'When the request reached you, as 2026-03-31 09:30; leave it empty for now. Earlier requests go first.',
      },
      text('previousLead', 'Renews the lead', {
        help: 'The Lead ID of the partner’s earlier registration, such as L-0012. Left empty, it is found where there is only one.',
      }),
    ],
  }),
  confirm: 'Register the lead',
  done: '{id} is registered.',
  next: 'The conflict check has run. Decide it in the review queue.',
  another: 'Register another',
});

export const approveLead = form({
  command: 'approveLead',
  title: 'Approve a lead',
  intro: 'The partner then holds this customer, and the sales account owner is told.',
  subject: submitted,
  fields: (_about, context) => ({
    fields: [
      person('salesOwner', 'Sales account owner', ['sales', 'head'], context, {
        ...NEEDED,
        help: 'Who sells to this customer.',
      }),
      reason('override', 'Reason for approving all the same', {
        whenRefused: 'engaged',
        help: 'The customer is one of your company’s own accounts. Write why the partner gets it; the reason is kept with the approval.',
      }),
    ],
  }),
  confirm: 'Approve',
  done: '{id} is approved.',
  next: 'Record whom the partner introduces, and enter the deal once there is one.',
  another: 'Approve another',
});

export const returnLead = form({
  command: 'returnLead',
  title: 'Return a lead',
  intro: 'Asks the partner for more. The request keeps its place in the queue.',
  subject: submitted,
  fields: () => ({
    fields: [
      radio('reason', 'Reason', REASON_OPTIONS, NEEDED),
      {
        kind: 'choices',
        name: 'fields',
        label: 'What the partner is to complete',
        required: true,
        options: [
          'Customer name',
          'Customer website',
          'Customer country',
          'Contact name',
          'Contact title',
          'Contact e-mail',
          'Anything that helps the review',
        ].map((value) => ({ value, label: value })),
      },
      PARTNER_NOTE,
    ],
    values: { reason: 'insufficient-information' },
  }),
  confirm: 'Return to the partner',
  done: '{id} went back to the partner.',
  next: 'It comes back when the partner answers; untouched, it is withdrawn after some business days.',
  another: 'Return another',
});

export const rejectLead = form({
  command: 'rejectLead',
  title: 'Reject a lead',
  intro: 'Ends the request. The partner is told, and may register the customer again later.',
  subject: submitted,
  fields: () => ({ fields: [radio('reason', 'Reason', REASON_OPTIONS, NEEDED), PARTNER_NOTE] }),
  confirm: 'Reject',
  done: '{id} is rejected.',
  next: 'Nothing more is to be done for this request.',
  another: 'Reject another',
});

export const resubmitLead = form({
  command: 'resubmitLead',
  title: 'Complete a returned lead',
  intro: 'For a partner who answered by mail or phone. The request goes back into review.',
  subject: lead('Search the returned requests', (status) => status === 'Returned'),
  sends: 'changed',
  fields: (about) => ({
    fields: [text('customer', 'Customer', NEEDED), ...CUSTOMER_FIELDS],
    values: about === null ? {} : customerValues(about),
  }),
  confirm: 'Put it back into review',
  done: '{id} is back in review.',
  next: 'Decide it in the review queue.',
  another: 'Complete another',
});

export const updateLead = form({
  command: 'updateLead',
  title: 'Correct a lead',
  intro: 'Corrects what is known of the customer, or hands an approved lead to another seller.',
  subject: lead('Search all leads', () => true),
  sends: 'changed',
  fields: (about, context) => {
    const approved = about !== null && isApproved(about.registration) ? about.registration : null;
    return {
      fields: [
        text('customer', 'Customer', NEEDED),
        ...CUSTOMER_FIELDS,
        ...(approved === null
          ? []
          : [person('salesOwner', 'Sales account owner', ['sales', 'head'], context, NEEDED)]),
      ],
      values: {
        ...(about === null ? {} : customerValues(about)),
        ...(approved === null ? {} : { salesOwner: approved.approval.salesOwner }),
      },
    };
  },
  confirm: 'Save the changes',
  done: '{id} is corrected.',
  next: 'The conflict check ran again where the customer changed.',
  another: 'Correct another',
});

export const objectLead = form({
  command: 'objectLead',
  title: 'Object to a lead',
  intro:
    'Tells whoever decides what sales knows of this customer. It is shown with the decision and does not decide.',
  subject: lead('Search the open requests', (status) => status === 'Submitted' || status === 'Returned'),
  fields: () => ({
    fields: [
      reason('reason', 'Objection', {
        ...NEEDED,
        help: 'What you know, such as since when you are in touch.',
      }),
    ],
  }),
  confirm: 'Object',
  done: 'Your objection to {id} is recorded.',
  next: 'Whoever decides the request sees it.',
  another: 'Object to another',
});

export const judgeMatch = form({
  command: 'judgeMatch',
  title: 'Judge a match',
  intro: 'Settles whether two records are one customer. The answer is remembered for this pair.',
  subject: lead('Search the open requests', (status) => status === 'Submitted' || status === 'Returned'),
  fields: (about, context) => ({
    fields: [
      {
        kind: 'search',
        name: 'other',
        label: 'Other record',
        required: true,
        options: about === null ? [] : matchOptions(about, context),
        isOpen: true,
        placeholder: 'A match, or any ID such as L-0012 or A-0003',
      },
      radio(
        'same',
        'Are they the same customer?',
        [
          { value: 'yes', label: 'Yes, the same customer' },
          { value: 'no', label: 'No, different customers' },
        ],
        NEEDED,
      ),
      reason('reason', 'How you know', {
        ...NEEDED,
        help: 'Such as: the trade register lists both at one address.',
      }),
    ],
  }),
  confirm: 'Record the judgement',
  done: 'The judgement is recorded as {id}.',
  next: 'The conflict check ran again with it.',
  another: 'Judge another',
});

export const releaseLead = form({
  command: 'releaseLead',
  title: 'Release a lead',
  intro: 'Ends an active registration early. Today still counts; the customer is free from tomorrow.',
  subject: lead('Search the active leads', (status) => status === 'Active'),
  fields: () => ({ fields: [reason('reason', 'Reason')] }),
  confirm: 'Release',
  done: '{id} is released.',
  next: 'Requests that waited for this customer can be decided from tomorrow.',
  another: 'Release another',
});

export const withdrawLead = form({
  command: 'withdrawLead',
  title: 'Withdraw a lead',
  intro: 'Takes an open request back, at the partner’s wish. The partner is told.',
  subject: lead('Search the open requests', (status) => status === 'Submitted' || status === 'Returned'),
  fields: () => ({ fields: [reason('reason', 'Reason', { help: 'Stands in the mail to the partner.' })] }),
  confirm: 'Withdraw',
  done: '{id} is withdrawn.',
  next: 'The partner may register the customer again.',
  another: 'Withdraw another',
});

function customerValues({ registration }: LeadRecord) {
  const { customer, website, country, contacts, note: said } = registration;
  return { customer, website, country, contacts, note: said };
}

/** What the conflict check finds for an open request today. */
function matchOptions({ id, registration }: LeadRecord, context: Context): readonly Option[] {
  if (!isOpen(registration)) return [];
  const { findings } = checkConflicts(context.customers.prepared(), id);
  return findings.slice(0, 50).flatMap(({ record, reasons }) => {
    const lead = context.draft.get('leads', record);
    const account = context.draft.get('accounts', record);
    const line = lead
      ? describeRecord('leads', lead, context.draft)
      : account && describeRecord('accounts', account, context.draft);
    return line ? [{ value: record, label: line.label, hint: [line.hint, ...reasons].join(' · ') }] : [];
  });
}
