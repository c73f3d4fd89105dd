import { STANDINGS } from '../../core/model/account.ts';
import { DEAL_KINDS, DEAL_STATUSES } from '../../core/model/deal.ts';
import { RELATIONS } from '../../core/model/introduction.ts';
import { LEAD_STATUSES } from '../../core/model/registration.ts';

/** What an import brings, in the order in which one thing needs the other. */
export const IMPORT_KINDS = [
  'partners',
  'accounts',
  'leads',
  'introductions',
  'deals',
  'credits',
  'receipts',
  'payments',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How what a cell holds is read. */
export type ImportType = 'text' | 'date' | 'moment' | 'amount' | 'answer' | 'choice';

/** One thing that a row of a kind may say. */
export interface ImportField {
  readonly key: string;
  /** What people call it, as in a sentence. */
  readonly label: string;
  readonly type: ImportType;
  /** A column is needed, and in it a value in every row. */
  readonly isRequired: boolean;
  /** Headers by which it is recognised, besides its key and label. */
  readonly headers: readonly string[];
  readonly choices?: readonly string[];
}

type Rest = Partial<Pick<ImportField, 'type' | 'headers' | 'choices'>>;

const needed = (key: string, label: string, rest: Rest = {}): ImportField => ({
  key,
  label,
  type: 'text',
  headers: [],
  isRequired: true,
  ...rest,
});
const optional = (key: string, label: string, rest: Rest = {}): ImportField => ({
  ...needed(key, label, rest),
  isRequired: false,
});

const LEAD = needed('lead', 'Lead', { headers: ['Lead ID', 'Lead no.', 'Lead reference', 'Registration'] });
const DEAL = needed('deal', 'Deal', { headers: ['Deal ID', 'Deal no.', 'Deal reference', 'Contract'] });
const COUNTRY = optional('country', 'Country', { headers: ['Customer country'] });
const WEBSITE = optional('website', 'Website', { headers: ['Customer website', 'Domain', 'URL'] });

/** The fields of each kind of row. */
export const IMPORT_FIELDS: { readonly [K in ImportKind]: readonly ImportField[] } = {
  partners: [
    needed('partner', 'Referral partner', { headers: ['Partner', 'Name', 'Company'] }),
    needed('contacts', 'Contacts', { headers: ['E-mail', 'Email', 'Contact e-mail', 'Addresses'] }),
    optional('manager', 'Alliance manager', { headers: ['Manager', 'Partner manager'] }),
    needed('joinedOn', 'Joined on', { type: 'date', headers: ['Joined', 'Partner since', 'Since'] }),
    COUNTRY,
    optional('status', 'Status', { type: 'choice', choices: ['Active', 'Suspended'] }),
    optional('reason', 'Reason of the suspension', { headers: ['Reason'] }),
  ],
  accounts: [
    needed('name', 'Name', { headers: ['Account', 'Company', 'Customer'] }),
    WEBSITE,
    COUNTRY,
    needed('standing', 'Standing', {
      type: 'choice',
      choices: STANDINGS,
      headers: ['Status'],
    }),
    optional('owner', 'Owner', { headers: ['Account owner'] }),
    optional('lastActivity', 'Last activity', { type: 'date' }),
  ],
  leads: [
    needed('reference', 'Lead reference', { headers: ['Lead ID', 'Lead no.', 'ID', 'No.', 'Number'] }),
    needed('partner', 'Referral partner', { headers: ['Partner', 'Partner name'] }),
    needed('customer', 'Customer', { headers: ['Customer name', 'Company', 'Account'] }),
    WEBSITE,
    COUNTRY,
    optional('contactName', 'Contact name', { headers: ['Contact'] }),
    optional('contactTitle', 'Contact title'),
    optional('contactEmail', 'Contact e-mail', { headers: ['Contact email'] }),
    optional('note', 'Note', { headers: ['Anything that helps the review', 'Comment'] }),
    needed('registeredAt', 'Registered at', {
      type: 'moment',
      headers: ['Registered', 'Registered on', 'Submitted', 'Received', 'Date'],
    }),
    optional('status', 'Lead status', {
      type: 'choice',
      choices: LEAD_STATUSES,
      headers: ['Status'],
    }),
    optional('approvedOn', 'Approved on', { type: 'date', headers: ['Approved', 'Approval date'] }),
    optional('approvedBy', 'Approved by'),
    optional('salesOwner', 'Sales account owner', { headers: ['Sales owner', 'Account owner'] }),
    optional('override', 'Reason of the override', { headers: ['Override'] }),
    optional('rate', 'Rate', { type: 'amount', headers: ['Commission rate'] }),
    optional('activeUntil', 'Active until', { type: 'date', headers: ['Expires', 'Expiry', 'Valid until'] }),
    optional('releasedOn', 'Released on', { type: 'date', headers: ['Released'] }),
    optional('decidedOn', 'Returned, rejected or withdrawn on', {
      type: 'date',
      headers: ['Decided on', 'Decided', 'Rejected on', 'Withdrawn on', 'Returned on'],
    }),
    optional('reason', 'Reason', { headers: ['Reason code', 'Decision reason'] }),
    optional('noteToPartner', 'Note to the partner'),
    optional('fields', 'Fields to complete'),
    optional('previousLead', 'Previous lead', { headers: ['Renews', 'Re-registration of'] }),
  ],
  introductions: [
    LEAD,
    needed('name', 'Contact', { headers: ['Contact name', 'Name', 'Person'] }),
    needed('title', 'Title', { headers: ['Contact title', 'Position', 'Function'] }),
    needed('email', 'E-mail', { headers: ['Email', 'Contact e-mail', 'Contact email'] }),
    needed('relation', 'Relation', {
      type: 'choice',
      choices: RELATIONS,
    }),
    needed('decisionMaker', 'Decision maker', { type: 'answer' }),
    needed('introducedOn', 'Introduced on', { type: 'date', headers: ['Introduced', 'Date'] }),
    optional('introducedTo', 'Introduced to'),
    optional('confirmedOn', 'Confirmed on', { type: 'date', headers: ['Confirmed'] }),
    optional('confirmedBy', 'Confirmed by'),
  ],
  deals: [
    needed('reference', 'Deal reference', { headers: ['Deal ID', 'Deal no.', 'ID', 'No.', 'Contract'] }),
    LEAD,
    needed('kind', 'Kind', {
      type: 'choice',
      choices: DEAL_KINDS,
      headers: ['Type', 'Deal kind'],
    }),
    needed('status', 'Deal status', {
      type: 'choice',
      choices: DEAL_STATUSES,
      headers: ['Status', 'Stage'],
    }),
    optional('signedOn', 'Signed on', { type: 'date', headers: ['Signed', 'Close date', 'Deal close date'] }),
    optional('currency', 'Currency'),
    optional('gross', 'Gross', { type: 'amount', headers: ['First-year SaaS revenue', 'Revenue', 'Fees'] }),
    optional('deductions', 'Deductions', { type: 'amount', headers: ['Discount', 'Discounts'] }),
    optional('name', 'Deal name', { headers: ['Name'] }),
  ],
  credits: [
    DEAL,
    needed('amount', 'Amount', { type: 'amount', headers: ['Credit'] }),
    needed('creditedOn', 'Credited on', { type: 'date', headers: ['Credited', 'Date'] }),
    needed('reason', 'Reason'),
  ],
  receipts: [
    DEAL,
    needed('receivedOn', 'Received on', { type: 'date', headers: ['Received', 'Receipt date', 'Date'] }),
    needed('amount', 'Amount', { type: 'amount', headers: ['Cash'] }),
    needed('reference', 'Reference', { headers: ['Receipt reference', 'Bank reference'] }),
    optional('currency', 'Currency'),
  ],
  payments: [
    DEAL,
    needed('paidOn', 'Paid on', { type: 'date', headers: ['Paid', 'Payment date', 'Date'] }),
    needed('reference', 'Payment reference', { headers: ['Reference'] }),
    optional('amount', 'Amount', { type: 'amount', headers: ['Commission', 'Commission paid'] }),
    optional('currency', 'Currency'),
  ],
};

/** Whether there is a kind of that name. */
export function isImportKind(name: string): name is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === name);
}

/** The field of a kind by its key. */
export function fieldOf(kind: ImportKind, key: string): ImportField | undefined {
  return IMPORT_FIELDS[kind].find((field) => field.key === key);
}
