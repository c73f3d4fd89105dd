import { describe, expect, test } from 'vitest';
import type { HealthFacts } from '../../../../src/registry/commands/clock/health-problems.ts';
import { ANA, BO, HEAD, openProgramme, register } from '../../support/office.ts';
import type { TestDoor } from '../../support/test-door.ts';

/** What the shell sees where nothing is wrong. */
const WELL: HealthFacts = {
  journal: [],
  differing: [],
  failures: [],
  triggers: [],
  triggerOwner: HEAD,
  strangers: [],
  zones: [],
  quotaLeft: 1500,
  forms: [],
  responses: [],
  sharing: [],
};

function check(door: TestDoor, facts: Partial<HealthFacts> = {}): string {
  door.system('selfCheck', { facts: { ...WELL, ...facts } });
  return door.get('settings', 'Last self-check').value;
}

function reports(door: TestDoor): readonly string[] {
  return door.records
    .list('outbox')
    .filter(({ kind }) => kind === 'health')
    .map(({ subject }) => subject);
}

/** The programme with nothing waiting in the outbox. */
function openQuiet(): TestDoor {
  const door = openProgramme();
  door.system('settleMail', { sent: door.records.list('outbox').map(({ id }) => id), failed: [] });
  return door;
}

test('the self-check mails the heads when something new is wrong, and once more when all is well, not every day', () => {
  const door = openQuiet();
  const zones = ['the spreadsheet Europe/Berlin'];
  expect(check(door)).toBe('2026-01-05: no problem');
  const days: readonly (readonly [string, Partial<HealthFacts>])[] = [
    ['06', { zones }],
    ['07', { zones }],
    ['08', { zones, triggers: ['whenEdited is missing'] }],
    ['09', { zones }],
    ['10', {}],
    ['11', {}],
  ];
  for (const [day, facts] of days) {
    door.moveTo(`2026-01-${day}T00:30`);
    check(door, facts);
    const outbox = door.records.list('outbox').filter(({ state }) => state === 'Queued');
    door.system('settleMail', { sent: outbox.map(({ id }) => id), failed: [] });
  }
  expect(reports(door)).toEqual([
    'Self-check of 2026-01-06: 1 problem',
    'Self-check of 2026-01-08: 2 problems',
    'Self-check of 2026-01-10: all is well again',
  ]);
});

test('the last result stands on the Settings tab: anew when it changes and every Monday, else nothing is written', () => {
  const door = openQuiet();
  const written = ['05', '06', '11', '12', '13'].map((day) => {
    door.moveTo(`2026-01-${day}T09:30`);
    return [check(door), door.journal.filter(({ command }) => command === 'selfCheck').length];
  });
  expect(written).toEqual([
    ['2026-01-05: no problem', 1],
    ['2026-01-05: no problem', 1],
    ['2026-01-05: no problem', 1],
    ['2026-01-12: no problem', 2],
    ['2026-01-12: no problem', 2],
  ]);
});

test('what the registry says of itself is no setting: it is not read as one and cannot be changed', () => {
  const door = openQuiet();
  check(door, { forms: ['The form "Register a lead" takes no answers'] });
  expect(door.timeZone).toBe('America/Chicago');
  const outcome = door.typeRow(HEAD, 'settings', 'Last self-check', { value: 'fine' });
  expect([...outcome.refused.values()].join()).toContain('kept by the registry');
});

describe('the self-check tells', () => {
  const cases: readonly {
    readonly name: string;
    readonly given?: (door: TestDoor) => void;
    readonly facts?: Partial<HealthFacts>;
    readonly says: string;
  }[] = [
    {
      name: 'of a break in the journal',
      facts: { journal: ['Entry 7 is missing.'] },
      says: 'Entry 7 is missing',
    },
    { name: 'of records that differ from it', facts: { differing: ['leads/L-0001'] }, says: 'leads/L-0001' },
    {
      name: 'of a tab that is missing',
      facts: { failures: ['The tab "Leads" is missing'] },
      says: '"Leads"',
    },
    { name: 'of triggers that nobody owns', facts: { triggerOwner: '' }, says: 'belong to nobody' },
    { name: 'of an owner who is no head', facts: { triggerOwner: ANA }, says: `belong to ${ANA}, no active` },
    { name: 'of triggers of others', facts: { strangers: [BO] }, says: `Triggers of ${BO} fire` },
    { name: 'of responses without a lead', facts: { responses: ['r7 of "Register a lead"'] }, says: 'r7 of' },
    { name: 'of snapshots that former contacts still see', facts: { sharing: ['S-0003'] }, says: 'S-0003' },
    {
      name: 'of mail beyond the day’s quota',
      given: (door) => void register(door),
      facts: { quotaLeft: 1 },
      says: '3 recipients wait for mail and 1 are left',
    },
    {
      name: 'of mail that waits for more than a day',
      given: (door) => {
        register(door);
        door.moveTo('2026-01-07T06:00');
      },
      says: '2 messages have waited for more than a day',
    },
    {
      name: 'of a message that was cut off',
      given: (door) => {
        register(door);
        door.system('claimMail', { quota: 100 });
        door.moveTo('2026-01-05T12:00');
        door.system('claimMail', { quota: 100 });
      },
      says: 'may or may not have gone out',
    },
    {
      name: 'of a snapshot that nobody made',
      given: (door) => {
        door.must(HEAD, 'shareSnapshot', { partner: 'P-001', month: '2026-01' });
        door.moveTo('2026-01-07T12:00');
      },
      says: 'have waited for more than a day to be made: S-0001',
    },
    {
      name: 'of partners whose manager has left',
      given: (door) =>
        void door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: false }),
      says: 'Acme Consulting (P-001)',
    },
  ];

  test.each(cases)('$name', ({ given, facts = {}, says }) => {
    const door = openQuiet();
    given?.(door);
    expect(check(door, facts)).toContain(says);
    expect(reports(door)).toHaveLength(1);
  });
});
