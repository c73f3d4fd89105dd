import { addMonths } from '../../../core/calendar/add-months.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import type { Context } from '../../commands/context.ts';
import type { PartnerRecord } from '../../records.ts';
import { list, NEEDED, note, person, radio, reason, text } from '../field-builders.ts';
import type { FieldDescription, Option } from '../form-description.ts';
import { form, type SubjectSpec } from '../form-spec.ts';

const CONTACTS: FieldDescription = {
  kind: 'emails',
  name: 'contacts',
  label: 'Contacts',
  help: 'E-mail addresses that speak for the partner, one a line. An address belongs to one partner at most.',
  required: true,
};

function partner(
  placeholder: string,
  statuses: readonly PartnerRecord['partner']['status'][],
): SubjectSpec<'partners'> {
  return {
    kind: 'partners',
    field: 'partner',
    label: 'Partner',
    placeholder,
    fits: ({ partner: { status } }) => statuses.includes(status),
  };
}

export const requestToJoin = form({
  command: 'requestToJoin',
  title: 'Note a request to join',
  intro: 'For a company that asked by mail or phone. The programme head is told and decides.',
  subject: null,
  fields: () => ({
    fields: [
      text('company', 'Company', NEEDED),
      text('contactName', 'Contact', NEEDED),
      { kind: 'email', name: 'contactEmail', label: 'Contact’s e-mail', required: true },
      text('country', 'Country'),
      note('note', 'Why they would like to join'),
    ],
  }),
  confirm: 'Note the request',
  done: '{id} is noted.',
  next: 'The programme head admits or declines the company.',
  another: 'Note another',
});

export const returnJoinRequest = form({
  command: 'returnJoinRequest',
  title: 'Ask a company back',
  intro:
    'For a request to join that lacks something. The company gets the link of the form and keeps its number.',
  subject: {
    ...partner('Search the companies that asked', ['Requested']),
    field: 'company',
    label: 'Company',
  },
  fields: () => ({
    fields: [
      text('fields', 'What to complete', { ...NEEDED, help: 'Separated by commas, such as Country.' }),
      note('note', 'Note to the company'),
    ],
  }),
  confirm: 'Ask back',
  done: '{id} is asked back.',
  next: 'You get mail when the company has answered.',
});

export const admitPartner = form({
  command: 'admitPartner',
  title: 'Admit a partner',
  intro: 'The company may register leads from now on, and gets the welcome mail with the link of its form.',
  subject: {
    ...partner('Search who asked, or write a new name', ['Requested', 'Suspended', 'Declined']),
    help: 'A company that asked, was suspended or declined; or the name of one that never asked.',
    isOpen: true,
  },
  fields: (about, context) => ({
    fields: [
      CONTACTS,
      person('manager', 'Alliance manager', ['manager', 'head'], context, {
        help: 'Leave it empty for the manager with the fewest active partners.',
      }),
    ],
    values: about === null ? {} : { contacts: about.partner.contacts.join('\n') },
  }),
  confirm: 'Admit',
  done: '{id} is admitted.',
  next: 'The partner registers leads with the form that the welcome mail links.',
  another: 'Admit another',
});

export const declinePartner = form({
  command: 'declinePartner',
  title: 'Decline a partner',
  intro: 'For a company that asked to join. It is told by mail.',
  subject: partner('Search the companies that asked', ['Requested']),
  fields: () => ({
    fields: [reason('reason', 'Reason', { ...NEEDED, help: 'Stands in the mail to the company.' })],
  }),
  confirm: 'Decline',
  done: '{id} is declined.',
  next: 'It can be admitted later all the same.',
  another: 'Decline another',
});

export const suspendPartner = form({
  command: 'suspendPartner',
  title: 'Suspend a partner',
  intro: 'New requests are set aside and payable commissions go on hold. Active leads still hold and earn.',
  subject: partner('Search the active partners', ['Active']),
  fields: () => ({ fields: [reason('reason', 'Reason', NEEDED)] }),
  confirm: 'Suspend',
  done: '{id} is suspended.',
  next: 'Admit it again to end the suspension.',
});

export const setPaymentDetails = form({
  command: 'setPaymentDetails',
  title: 'Payment details',
  intro:
    'Whether tax papers and bank details are complete; the details themselves are kept elsewhere. While they are not, nothing is paid and the statement says why.',
  subject: partner('Search the partners', ['Active', 'Suspended']),
  fields: () => ({
    fields: [
      radio(
        'complete',
        'Tax papers and bank details are',
        [
          { value: 'yes', label: 'Complete' },
          { value: 'no', label: 'Incomplete' },
        ],
        NEEDED,
      ),
      reason('note', 'What is missing', {
        help: 'Shown to the partner.',
        when: { field: 'complete', is: ['no'] },
      }),
    ],
  }),
  confirm: 'Keep',
  done: 'The payment details of {id} are noted.',
  next: 'Its lines are held or payable from now on.',
});

export const updatePartner = form({
  command: 'updatePartner',
  title: 'Update a partner',
  intro: 'Changes the name, the country, or the addresses that speak for the partner.',
  subject: partner('Search the partners', ['Requested', 'Active', 'Suspended', 'Declined']),
  sends: 'changed',
  fields: (about) => ({
    fields: [text('name', 'Name', NEEDED), text('country', 'Country'), CONTACTS],
    values:
      about === null
        ? {}
        : {
            name: about.partner.name,
            country: about.partner.country,
            contacts: about.partner.contacts.join('\n'),
          },
  }),
  confirm: 'Save the changes',
  done: '{id} is updated.',
  next: 'New contacts get the welcome mail; snapshots are shared with the contacts of today alone.',
  another: 'Update another',
});

export const assignManager = form({
  command: 'assignManager',
  title: 'Assign a manager',
  intro: 'The partner’s open requests go along. Both managers are told.',
  subject: partner('Search the admitted partners', ['Active', 'Suspended']),
  fields: (_about, context) => ({
    fields: [person('manager', 'Alliance manager', ['manager', 'head'], context, NEEDED)],
  }),
  confirm: 'Assign',
  done: '{id} has its new manager.',
  next: 'The new manager decides the partner’s requests.',
  another: 'Assign another',
});

/** So many months back are offered; the field takes earlier ones too where they are typed by a command. */
const MONTHS_BACK = 12;

export const recordAttendance = form({
  command: 'recordAttendance',
  title: 'Record attendance',
  intro: 'Keeps on the partner who came to a sales training. Saying it again corrects it.',
  subject: partner('Search the admitted partners', ['Active', 'Suspended']),
  fields: (_about, { settings, today }) => ({
    fields: [
      text('training', 'Training', { ...NEEDED, help: 'Its date as YYYY-MM-DD, or what it is called.' }),
      radio(
        'attended',
        'Attended',
        [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        NEEDED,
      ),
    ],
    values: {
      training: settings.trainingDate !== null && settings.trainingDate <= today ? settings.trainingDate : '',
      attended: 'yes',
    },
  }),
  confirm: 'Record',
  done: 'The attendance of {id} is recorded.',
  next: 'It stands in the column Trainings of the Partners tab.',
  another: 'Record another',
});

export const shareSnapshot = form({
  command: 'shareSnapshot',
  title: 'Share a snapshot',
  intro:
    'A view-only spreadsheet of the partner’s own leads, deals and commissions, shared with its contacts.',
  subject: partner('Search the admitted partners', ['Active', 'Suspended']),
  fields: (_about, context) => {
    const options = months(context);
    return {
      fields: [list('month', 'Month', options, { ...NEEDED, help: 'As the registry stood at its end.' })],
      values: { month: options[1]?.value ?? '' },
    };
  },
  confirm: 'Make and share it',
  done: 'The snapshot {id} is being made and shared.',
  next: 'Its file is linked in the Snapshots tab in a minute, and the contacts get mail.',
  another: 'Share another',
});

function months({ today }: Context): readonly Option[] {
  return Array.from({ length: MONTHS_BACK + 1 }, (_, back) => {
    const value = monthOf(addMonths(today, -back));
    return back === 0 ? { value, label: value, hint: 'as it stands today' } : { value, label: value };
  });
}
