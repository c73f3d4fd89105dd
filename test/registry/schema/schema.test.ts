import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../../src/core/conflict/verdicts.ts';
import { STANDINGS } from '../../../src/core/model/account.ts';
import { COMMISSION_STATUSES } from '../../../src/core/model/commission-line.ts';
import { DEAL_KINDS, DEAL_STATUSES } from '../../../src/core/model/deal.ts';
import { RELATIONS } from '../../../src/core/model/introduction.ts';
import { PARTNER_STATUSES } from '../../../src/core/model/partner.ts';
import { LEAD_STATUSES } from '../../../src/core/model/registration.ts';
import { ROLES } from '../../../src/core/model/team.ts';
import { RIGHTS } from '../../../src/core/people/rights.ts';
import type { AnyCommandSpec } from '../../../src/registry/commands/command-spec.ts';
import { PEOPLE_COMMANDS, type PeopleCommand } from '../../../src/registry/commands/command-table.ts';
import { MAIL_KINDS } from '../../../src/registry/records.ts';
import {
  columnOf,
  JOURNAL_TAB,
  TAB_ORDER,
  TABS,
  type TabKind,
  tabKindOf,
} from '../../../src/registry/schema/schema.ts';

/** The headers that the programme's scenarios rely on, tab by tab. */
const PROMISED: { readonly [tab: string]: string } = {
  Leads:
    'Lead ID, Lead status, Registered at, Referral partner, Customer, Website, Country, Customer contacts introduced, Sales account owner, Conflict check, Conflict evidence, Approved on, Active until, Deal status, Deal close date, First-year SaaS revenue, Currency, Commission eligible, Eligibility evidence, Commission, First cash receipt, Commission due on, Commission status, Previous lead',
  Introductions:
    'Introduction ID, Lead ID, Contact, Title, E-mail, Relation, Decision maker, Introduced on, Confirmed',
  Deals:
    'Deal ID, Lead ID, Kind, Status, Signed on, Currency, Gross, Deductions, Credits, Net first-year SaaS revenue, First deal',
  Receipts: 'Receipt ID, Deal ID, Received on, Amount, Reference',
  Commissions:
    'Commission ID, Lead ID, Deal ID, Referral partner, Kind, Rate, Base, Amount, Currency, Status, C1, C2, C3, C4, C5, First cash receipt, Due on, Paid on, Payment reference, Hold reason',
  Partners: 'Partner ID, Referral partner, Status, Contacts, Alliance manager, Joined on',
  Accounts: 'Account ID, Name, Website, Country, Standing, Owner, Last activity',
  Snapshots: 'Snapshot ID, Referral partner, Month, Shared with, File, Made at',
  Outbox: 'Mail ID, Kind, To, Subject, About, State, Queued at, Sent at',
  Team: 'Person, Name, Role, Active, Away from, Away until, Cover',
  Settings: 'Setting, Value, Meaning',
  Journal: 'Entry, At, Actor, Command, Subject, Outcome, Changes, Reason, Hash',
};

function headersOf(name: string): readonly string[] {
  if (name === JOURNAL_TAB.name) return JOURNAL_TAB.headers;
  const kind = tabKindOf(name);
  if (kind === null) throw new Error(`No tab ${name}.`);
  return TABS[kind].columns.map(({ header }) => header);
}

describe('the workbook', () => {
  test.each(Object.entries(PROMISED))('has in %s the promised headers', (name, headers) => {
    expect(headersOf(name)).toEqual(expect.arrayContaining(headers.split(', ')));
  });

  test.each(TAB_ORDER)('has no header and no key twice in %s, and its ID column', (kind) => {
    const { columns, idKey } = TABS[kind];
    expect(new Set(columns.map(({ header }) => header.trim().toLowerCase())).size).toBe(columns.length);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    expect(columnOf(kind, idKey).writer).toBe('computed');
  });

  test('has no tab twice, and shows all of them', () => {
    expect(new Set(TAB_ORDER)).toEqual(new Set(Object.keys(TABS)));
    expect(new Set(TAB_ORDER.map((kind) => TABS[kind].name)).size).toBe(TAB_ORDER.length);
    expect(tabKindOf('Lunch')).toBeNull();
    expect(() => columnOf('leads', 'lunch')).toThrow('No column lunch');
  });

  test('protects Settings and Team hard, and warns in every other tab', () => {
    const hard = TAB_ORDER.filter((kind) => TABS[kind].protection === 'hard');
    expect(hard).toEqual(['team', 'settings']);
  });
});

describe('a typed column', () => {
  /** The commands that a tab's typed cells become. */
  const COMMANDS: { readonly [K in TabKind]?: readonly PeopleCommand[] } = {
    leads: ['updateLead', 'approveLead'],
    introductions: ['updateIntroduction', 'confirmIntroduction'],
    deals: ['updateDeal'],
    partners: ['updatePartner', 'assignManager'],
    accounts: ['updateAccount', 'addAccount'],
    rates: ['recordRate'],
    team: ['setTeamMember', 'setAway'],
  };
  /** Cells whose words stand for a command of their own or for a field of another name. */
  const TRANSLATED = [
    'leads.status',
    'introductions.confirmed',
    'team.awayFrom',
    'team.awayUntil',
    'settings.value',
  ];

  const typedColumns = TAB_ORDER.flatMap((kind) =>
    TABS[kind].columns
      .filter(({ writer }) => writer === 'people')
      .map(({ key }) => ({ kind, key, name: `${kind}.${key}` })),
  );

  test.each(typedColumns)('$name is a field of the command that it becomes', ({ kind, key, name }) => {
    if (TRANSLATED.includes(name)) return;
    const accepting = (COMMANDS[kind] ?? []).filter((command) => {
      const spec: AnyCommandSpec = PEOPLE_COMMANDS[command];
      const calendar = { timeZone: 'UTC', now: '2026-01-05T15:00:00Z', today: '2026-01-05' } as never;
      const parsed = v.safeParse(spec.schema(calendar), { [key]: 'x' });
      const isUnknown = parsed.issues?.some((issue) => issue.expected === 'never') ?? false;
      return !isUnknown;
    });
    expect(accepting.length).toBeGreaterThan(0);
  });

  test('stands in no tab whose rows follow from commands alone', () => {
    expect([...new Set(typedColumns.map(({ kind }) => kind))].sort()).toEqual(
      ['accounts', 'deals', 'introductions', 'leads', 'partners', 'rates', 'settings', 'team'].sort(),
    );
  });
});

describe('what partners are shown', () => {
  const INTERNAL = [
    'Conflict check',
    'Conflict evidence',
    'Objections',
    'Attention',
    'Request note',
    'Reason',
    'Eligibility evidence',
    'Response ID',
    'Credit reasons',
    'Confirmed by',
    'Payment run',
    'Prepared by',
    'Paid by',
  ];

  test.each(TAB_ORDER)('of %s is nothing internal', (kind) => {
    const shown = TABS[kind].columns.filter(({ partners }) => partners).map(({ header }) => header);
    expect(shown.filter((header) => INTERNAL.includes(header))).toEqual([]);
  });

  test.each([
    'partners',
    'accounts',
    'receipts',
    'rates',
    'judgements',
    'aside',
    'outbox',
    'team',
    'settings',
    'snapshots',
  ] as const)('of %s is nothing at all', (kind) => {
    expect(TABS[kind].columns.filter(({ partners }) => partners)).toEqual([]);
  });

  test('begins with what the programme promises to track', () => {
    const shown = TABS.leads.columns.filter(({ partners }) => partners).map(({ header }) => header);
    const tracked =
      'Lead status, Registered at, Referral partner, Sales account owner, Customer contacts introduced, Deal status, Deal close date, First-year SaaS revenue';
    expect(shown).toEqual(expect.arrayContaining(tracked.split(', ')));
  });
});

describe('a choice', () => {
  const CHOICES: readonly (readonly [TabKind, string, readonly string[]])[] = [
    ['leads', 'status', LEAD_STATUSES],
    ['leads', 'verdict', VERDICTS],
    ['leads', 'dealStatus', DEAL_STATUSES],
    ['introductions', 'relation', RELATIONS],
    ['deals', 'kind', DEAL_KINDS],
    ['deals', 'status', DEAL_STATUSES],
    ['commissions', 'status', COMMISSION_STATUSES],
    ['commissions', 'kind', ['commission', 'adjustment']],
    ['partners', 'status', PARTNER_STATUSES],
    ['accounts', 'standing', STANDINGS],
    ['outbox', 'kind', MAIL_KINDS],
    ['team', 'role', ROLES],
  ];

  test.each(CHOICES)('of %s %s offers exactly the words of the rules', (kind, key, words) => {
    expect(columnOf(kind, key).choices).toEqual(words);
  });

  test('is offered wherever people choose among words', () => {
    for (const kind of TAB_ORDER) {
      for (const { type, writer, choices, key } of TABS[kind].columns) {
        const isChosen = type === 'choice' || (type === 'answer' && writer === 'people');
        if (isChosen && !(kind === 'leads' && key === 'commissionStatus'))
          expect(choices, `${kind}.${key}`).toBeDefined();
      }
    }
  });
});

test('every command of people has its rights, and every right its command', () => {
  expect(Object.keys(PEOPLE_COMMANDS).sort()).toEqual(Object.keys(RIGHTS).sort());
  for (const [name, spec] of Object.entries(PEOPLE_COMMANDS)) expect(spec.name).toBe(name);
});
