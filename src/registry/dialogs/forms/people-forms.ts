import { ROLES } from '../../../core/model/team.ts';
import { SETTINGS } from '../../../core/settings/setting-table.ts';
import { actorEmail } from '../../commands/context.ts';
import { ROLE_WORDS } from '../describe-record.ts';
import { date, NEEDED, person, radio, text } from '../field-builders.ts';
import { form } from '../form-spec.ts';

export const setTeamMember = form({
  command: 'setTeamMember',
  title: 'Team',
  intro:
    'Adds a person to the team, or changes role and activity. The right to edit the spreadsheet follows.',
  subject: {
    kind: 'team',
    field: 'person',
    label: 'Person',
    help: 'Somebody of the team, or the e-mail address of somebody new.',
    placeholder: 'Search the team, or write an address',
    fits: () => true,
    isOpen: true,
  },
  fields: (about) => ({
    fields: [
      text('name', 'Name', NEEDED),
      radio(
        'role',
        'Role',
        ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
        NEEDED,
      ),
      radio(
        'active',
        'Active',
        [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: 'The person may no longer edit the spreadsheet.' },
        ],
        NEEDED,
      ),
    ],
    values:
      about === null
        ? { active: 'yes' }
        : {
            name: about.member.name,
            role: about.member.role,
            active: about.member.active ? 'yes' : 'no',
          },
  }),
  confirm: 'Save',
  done: '{id} is up to date.',
  next: 'The Team tab shows everybody.',
  another: 'Another person',
});

export const setAway = form({
  command: 'setAway',
  title: 'Away and cover',
  intro: 'While somebody is away, requests go to the cover. Both days are included.',
  subject: {
    kind: 'team',
    field: 'person',
    label: 'Who is away',
    placeholder: 'Search the team',
    fits: ({ member }, { actor }) =>
      member.active &&
      (member.person === actorEmail(actor) || (actor.kind === 'person' && actor.member?.role === 'head')),
  },
  fields: (about, context) => {
    const role = about?.member.role;
    const roles =
      role === 'sales'
        ? (['sales', 'head'] as const)
        : role === 'finance'
          ? (['finance', 'head'] as const)
          : (['manager', 'head'] as const);
    const others = {
      ...context,
      team: context.team.filter(({ person: one }) => one !== about?.member.person),
    };
    const away = about?.member.away;
    return {
      fields: [
        date('from', 'First day away', NEEDED),
        date('until', 'Last day away', NEEDED),
        person('cover', 'Cover', roles, others, { ...NEEDED, help: 'Who takes over meanwhile.' }),
      ],
      values: away ? { from: away.from, until: away.until, cover: away.cover } : {},
    };
  },
  confirm: 'Save',
  done: 'The absence of {id} is planned.',
  next: 'Nothing more: the cover is asked by itself while the person is away.',
  another: 'Another absence',
});

export const updateSettings = form({
  command: 'updateSettings',
  title: 'Settings',
  intro:
    'The numbers of the programme. A registration keeps the terms that were in force when it was approved.',
  subject: null,
  sends: 'changed',
  fields: (_about, context) => {
    const settings = Object.values(SETTINGS);
    return {
      fields: settings.map(({ name, meaning, parse }) => ({
        kind: name === SETTINGS.trainingDate.name ? 'date' : 'text',
        name,
        label: name,
        help: meaning,
        required: !parse('', name).ok,
      })),
      values: Object.fromEntries(
        settings.map((setting) => [
          setting.name,
          context.draft.get('settings', setting.name)?.value ?? setting.default,
        ]),
      ),
    };
  },
  confirm: 'Save the settings',
  done: 'The settings are saved.',
  next: 'They hold from now on; approved leads keep their terms.',
  another: 'Change more',
});
