import { STANDINGS } from '../../../core/model/account.ts';
import { PARTNER_STATUSES, type PaymentDetails } from '../../../core/model/partner.ts';
import { ROLES } from '../../../core/model/team.ts';
import { describeSetting } from '../../../core/settings/describe-setting.ts';
import type {
  AccountRecord,
  AsideRecord,
  JudgementRecord,
  PartnerRecord,
  SettingRecord,
  TeamRecord,
} from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, typed } from '../column-builders.ts';

/** One row for each referral partner, or company that asked to become one. */
export const PARTNERS: Tab<PartnerRecord> = {
  kind: 'partners',
  name: 'Partners',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 2,
  meaning: 'One row for each referral partner, or company that asked to become one.',
  columns: [
    computed('id', 'Partner ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 80 }),
    typed('name', 'Referral partner', 'text', 'The company’s name.', (r) => r.partner.name, { width: 200 }),
    computed('status', 'Status', 'choice', 'Where the partnership stands.', (r) => r.partner.status, {
      choices: PARTNER_STATUSES,
    }),
    typed(
      'contacts',
      'Contacts',
      'long-text',
      'Addresses that speak for the partner, separated by commas.',
      (r) => r.partner.contacts.join(', '),
    ),
    typed('manager', 'Alliance manager', 'text', 'One Network’s person assigned to the partner.', (r) =>
      'manager' in r.partner ? r.partner.manager : '',
    ),
    computed('joinedOn', 'Joined on', 'date', 'The day of admission.', (r) =>
      'joinedOn' in r.partner ? r.partner.joinedOn : '',
    ),
    typed('country', 'Country', 'text', 'The partner’s country.', (r) => r.partner.country, { width: 110 }),
    computed('requestedAt', 'Asked to join at', 'moment', 'When the company asked to join.', (r) =>
      r.partner.status === 'Requested' ? r.partner.requestedAt : '',
    ),
    computed('note', 'Why they want to join', 'long-text', 'The company’s words.', (r) =>
      r.partner.status === 'Requested' ? r.partner.note : '',
    ),
    computed('reason', 'Reason', 'long-text', 'Why it was declined or suspended.', (r) =>
      'reason' in r.partner ? r.partner.reason : '',
    ),
    computed(
      'question',
      'Asked back',
      'long-text',
      'What the company was asked to complete before it is decided.',
      askedBack,
    ),
    computed(
      'attendance',
      'Trainings',
      'long-text',
      'Who came to which sales training: yes or no for each.',
      (r) =>
        (r.attendance ?? [])
          .map(({ training, attended }) => `${training}: ${attended ? 'yes' : 'no'}`)
          .join('; '),
    ),
    computed('invitedTo', 'Invited to training', 'date', 'The training to which it was invited last.', (r) =>
      r.invited === undefined ? '' : r.invited.training,
    ),
    computed(
      'attention',
      'Attention',
      'long-text',
      'What the programme head should look at.',
      (r) => r.attention ?? '',
    ),
    computed(
      'paymentDetails',
      'Payment details',
      'long-text',
      'Whether tax papers and bank details are complete; while they are not, nothing is paid.',
      ({ partner: { paymentDetails } }) => describeDetails(paymentDetails),
    ),
    computed('responseId', 'Response ID', 'text', 'The form responses of the request to join.', (r) =>
      r.responses.join(', '),
    ),
  ],
};

function askedBack({ partner }: PartnerRecord): string {
  const question = partner.status === 'Requested' ? partner.question : undefined;
  if (question === undefined) return '';
  const { askedOn, fields, note } = question;
  return [`${askedOn}: ${fields.join(', ')}`, note].filter(Boolean).join(' – ');
}

function describeDetails(details: PaymentDetails | undefined): string {
  if (details === undefined) return '';
  const { complete, note, by, on } = details;
  const said = `${complete ? 'complete' : 'incomplete'} (${by}, ${on})`;
  return note === '' ? said : `${said}: ${note}`;
}

/** One row for each company that One Network knows itself. */
export const ACCOUNTS: Tab<AccountRecord> = {
  kind: 'accounts',
  name: 'Accounts',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 2,
  meaning: 'One Network’s own customers and open opportunities; Former ones are not engaged.',
  columns: [
    computed('id', 'Account ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 90 }),
    typed('name', 'Name', 'text', 'The company’s name.', (r) => r.account.name, { width: 220 }),
    typed('website', 'Website', 'text', 'The company’s website.', (r) => r.account.website, { width: 180 }),
    typed('country', 'Country', 'text', 'The company’s country.', (r) => r.account.country, { width: 110 }),
    typed(
      'standing',
      'Standing',
      'choice',
      'Customer and Open opportunity are engaged.',
      (r) => r.account.standing,
      { choices: STANDINGS },
    ),
    typed('owner', 'Owner', 'text', 'One Network’s person who looks after it.', (r) => r.account.owner),
    typed(
      'lastActivity',
      'Last activity',
      'date',
      'The last day something happened.',
      (r) => r.account.lastActivity ?? '',
    ),
    computed('sources', 'From leads', 'text', 'The converted registrations that made this row.', (r) =>
      r.account.sources.join(', '),
    ),
  ],
};

/** One Network's people who work with the registry. */
export const TEAM: Tab<TeamRecord> = {
  kind: 'team',
  name: 'Team',
  idKey: 'person',
  protection: 'hard',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One Network’s people who work with the registry, and what they may do.',
  columns: [
    computed('person', 'Person', 'text', 'E-mail address.', (r) => r.member.person, { width: 200 }),
    typed('name', 'Name', 'text', 'The person’s name.', (r) => r.member.name),
    typed(
      'role',
      'Role',
      'choice',
      'Programme head, alliance manager, sales account owner or finance.',
      (r) => r.member.role,
      { choices: ROLES },
    ),
    typed(
      'active',
      'Active',
      'answer',
      'no once the person has left.',
      (r) => (r.member.active ? 'yes' : 'no'),
      { choices: ['yes', 'no'] },
    ),
    typed('awayFrom', 'Away from', 'date', 'First day away.', (r) => r.member.away?.from ?? ''),
    typed('awayUntil', 'Away until', 'date', 'Last day away.', (r) => r.member.away?.until ?? ''),
    typed('cover', 'Cover', 'text', 'Who takes over meanwhile.', (r) => r.member.away?.cover ?? '', {
      width: 200,
    }),
  ],
};

/** The programme's numbers and words. */
export const SETTINGS_TAB: Tab<SettingRecord> = {
  kind: 'settings',
  name: 'Settings',
  idKey: 'setting',
  protection: 'hard',
  hidden: false,
  frozenColumns: 1,
  meaning: 'The programme’s numbers. Registrations keep those that were in force when they were approved.',
  columns: [
    computed('setting', 'Setting', 'text', 'Its name.', (r) => r.id, { width: 260 }),
    typed('value', 'Value', 'text', 'Its value.', (r) => r.value, { width: 240 }),
    computed('meaning', 'Meaning', 'long-text', 'What it does.', (r) => describeSetting(r.id), {
      width: 520,
    }),
  ],
};

/** What people said about two records: the same customer, or different ones. */
export const JUDGEMENTS: Tab<JudgementRecord> = {
  kind: 'judgements',
  name: 'Judgements',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'What people said about two records that look alike: the same customer, or different ones.',
  columns: [
    computed('id', 'Judgement ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 100 }),
    computed('left', 'Record', 'text', 'One record.', (r) => r.judgement.left, { width: 90 }),
    computed('right', 'Other record', 'text', 'The other.', (r) => r.judgement.right, { width: 100 }),
    computed('same', 'Same customer', 'answer', 'yes: the same; no: different.', (r) =>
      r.judgement.same ? 'yes' : 'no',
    ),
    computed('reason', 'Reason', 'long-text', 'Why.', (r) => r.judgement.reason),
    computed('by', 'Said by', 'text', 'Who said so.', (r) => r.judgement.by, { width: 200 }),
    computed('on', 'Said on', 'date', 'When.', (r) => r.judgement.on),
  ],
};

/** Lead requests that could not become registrations. */
export const ASIDE: Tab<AsideRecord> = {
  kind: 'aside',
  name: 'Set aside',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'Lead requests that were kept and answered but could not become registrations.',
  columns: [
    computed('id', 'Request ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 90 }),
    computed('arrivedAt', 'Arrived at', 'moment', 'When it arrived.', (r) => r.arrivedAt),
    computed('from', 'From', 'text', 'The verified address.', (r) => r.from, { width: 200 }),
    computed('why', 'Why set aside', 'long-text', 'What has to be settled first.', (r) => r.why),
    computed('customer', 'Customer', 'text', 'The customer named.', (r) => r.customer),
    computed('website', 'Website', 'text', 'Its website.', (r) => r.website),
    computed('country', 'Country', 'text', 'Its country.', (r) => r.country),
    computed('contact', 'Contact', 'text', 'The contact named.', (r) => r.contact),
    computed('note', 'Note', 'long-text', 'The sender’s words.', (r) => r.note),
    computed('responseId', 'Response ID', 'text', 'The form response.', (r) => r.responses.join(', ')),
  ],
};
