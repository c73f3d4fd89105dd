import { expect, it } from 'vitest';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';
import { formOf, scriptOf, sheetOf } from '../world-parts.ts';

const DAY_MS = 24 * 60 * 60_000;

function passDay({ workspace }: Registry): void {
  workspace.advanceTo(workspace.now + DAY_MS);
}

/** What the Settings tab shows of the last self-check. */
function lastCheck(registry: Registry): string {
  const row = registry.rows('Settings').find(({ Setting }) => Setting === 'Last self-check');
  return String(row?.Value ?? '');
}

function healthMail({ workspace }: Registry): readonly string[] {
  return workspace.mail.filter(({ subject }) => subject.startsWith('Self-check')).map(({ body }) => body);
}

it('a registry just set up has no problem, day after day', async () => {
  const registry = await openRegistry();
  passDay(registry);
  expect(lastCheck(registry)).toBe('2026-01-05: no problem');
  passDay(registry);
  expect(healthMail(registry)).toEqual([]);
});

it('the heads are told once of triggers, forms, time zones and tabs that are not as they should be', async () => {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  const broken = registry.tamper((world) => {
    const script = scriptOf(world);
    script.triggers = script.triggers.filter(({ handler }) => handler !== 'whenEdited');
    formOf(world, 'Register a lead').accepting = false;
    sheetOf(world, 'Introductions').name = 'Introductions (old)';
    for (const spreadsheet of Object.values(world.spreadsheets)) spreadsheet.timeZone = 'Europe/Berlin';
  });
  passDay(broken);
  passDay(broken);
  const [mail, ...more] = healthMail(broken);
  expect(more).toEqual([]);
  for (const part of [
    'The tab "Introductions" is missing',
    'whenEdited is missing',
    'The form "Register a lead" takes no answers',
    'the spreadsheet Europe/Berlin',
  ])
    expect(mail).toContain(part);
  expect(lastCheck(broken)).toContain('4 problems');
  broken.setUp();
  passDay(broken);
  expect(healthMail(broken)).toHaveLength(2);
  expect(lastCheck(broken)).toContain('no problem');
});

it('goes out by mail although the Outbox itself is missing', async () => {
  const registry = await openRegistry();
  const broken = registry.tamper((world) => {
    sheetOf(world, 'Outbox').name = 'Post';
  });
  passDay(broken);
  passDay(broken);
  expect(healthMail(broken).map((body) => body.includes('The tab "Outbox" is missing'))).toEqual([true]);
});

it('tells of triggers of others, which do nothing, and of a record that the journal says otherwise', async () => {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  passDay(registry);
  const state = registry.workspace.table(registry.spreadsheetId, '_state');
  const row = state.findIndex(([record]) => record === `team/${ANA}`);
  const [, , json = ''] = state[row] ?? [];
  registry.workspace.edit({
    spreadsheetId: registry.spreadsheetId,
    as: HEAD,
    tab: '_state',
    row: row + 1,
    column: 3,
    value: String(json).replace('manager', 'finance'),
  });
  const strange = registry.tamper((world) => {
    const script = scriptOf(world);
    const [own] = script.triggers.filter(({ handler }) => handler === 'whenClockStrikes');
    if (own) script.triggers.push({ ...own, uid: '777', creator: ANA });
  });
  strange.workspace.advanceTo(strange.workspace.now + 8 * DAY_MS);
  expect(lastCheck(strange)).toContain(`team/${ANA}`);
  expect(lastCheck(strange)).toContain(`Triggers of ${ANA} fire and do nothing`);
});

it('tells of an entry that somebody made unreadable, which keeps nobody from working', async () => {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  const broken = registry.tamper((world) => {
    const journal = sheetOf(world, 'Journal');
    const column = journal.rows[0]?.indexOf('Changes') ?? -1;
    // Garbled, and moved down by a row that somebody inserted: the journal is then looked through as a whole.
    journal.rows = journal.rows.map((row, i) =>
      i === 2 ? row.map((cell, n) => (n === column ? '{"chan' : cell)) : row,
    );
    journal.rows.splice(1, 0, []);
  });
  expect(
    broken.give(HEAD, 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: ANA }),
  ).toBe('P-001');
  passDay(broken);
  const told = broken.workspace.mail.map(({ body }) => body).join('\n');
  expect(told).toContain('Entry 2 was changed after it was written');
});
