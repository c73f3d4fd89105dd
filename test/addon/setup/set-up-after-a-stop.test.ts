import { describe, expect, test } from 'vitest';
import type { WorldState } from '../../../src/sandbox/world-state.ts';
import { HEAD, openRegistry, type Registry } from '../open-registry.ts';
import { formOf, scriptOf, sheetOf } from '../world-parts.ts';

const ZOE = 'zoe@one.example';

function propertiesOf(world: WorldState): Record<string, string> {
  const { stores } = scriptOf(world);
  stores.script ??= {};
  return stores.script;
}

function fileOf(world: WorldState, id: string) {
  const file = world.files[id];
  if (!file) throw new Error(`no file ${id}`);
  return file;
}

/** A registry with a second head, Zoe. */
async function openWithZoe(): Promise<Registry> {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ZOE, name: 'Zoe', role: 'head', active: true });
  return registry;
}

describe('Setting up after a run that was stopped', () => {
  test('gives a tab that was only just made its size', async () => {
    const registry = await openRegistry();
    const { maxCols } = sheetOf(registry.workspace.toJSON(), 'Deals');
    const cutOff = registry.tamper((world) => {
      const deals = sheetOf(world, 'Deals');
      Object.assign(deals, { rows: [], maxCols: 26, notes: {}, styles: {}, validations: {}, formats: {} });
    });
    cutOff.setUp();
    expect(sheetOf(cutOff.workspace.toJSON(), 'Deals').maxCols).toBe(maxCols);
  });

  test('closes a tab whose protection was described before anybody was named in it', async () => {
    const cutOff = (await openRegistry()).tamper((world) => {
      const team = sheetOf(world, 'Team');
      // Until somebody is named, a protection lets in whoever may edit the file.
      team.protections = team.protections.map((one) => ({ ...one, editors: null }));
      propertiesOf(world).PROTECTING = 'yes';
    });
    cutOff.setUp();
    const [protection] = sheetOf(cutOff.workspace.toJSON(), 'Team').protections;
    expect(protection?.editors).toEqual([HEAD]);
  });

  test('names the tab of a form’s answers and puts it behind the others', async () => {
    const registry = await openRegistry();
    const before = registry.workspace.toJSON().spreadsheets[registry.spreadsheetId]?.sheets ?? [];
    const names = before.map(({ name }) => name);
    const cutOff = registry.tamper((world) => {
      const workbook = world.spreadsheets[registry.spreadsheetId];
      const last = workbook?.sheets.pop();
      if (!workbook || !last) throw new Error('no tabs');
      last.name = 'Form Responses 1';
      workbook.sheets.unshift(last);
    });
    cutOff.setUp();
    const after = cutOff.workspace.toJSON().spreadsheets[registry.spreadsheetId]?.sheets ?? [];
    expect(after.map(({ name }) => name)).toEqual(names);
  });

  test('shows the rows that were not written any more, and blames nobody for them', async () => {
    const cutOff = (await openWithZoe()).tamper((world) => {
      const team = sheetOf(world, 'Team');
      team.rows = team.rows.slice(0, -1);
      propertiesOf(world).SHOWING = 'yes';
    });
    cutOff.setUp();
    expect(cutOff.rows('Team').map((row) => row.Person)).toEqual([HEAD, ZOE]);
    const { notes } = sheetOf(cutOff.workspace.toJSON(), 'Team');
    expect(JSON.stringify(notes)).not.toContain('came back');
  });
});

describe('The clock', () => {
  function strike(registry: Registry): void {
    const { status } = registry.workspace.run(registry.scriptId, {
      as: HEAD,
      function: 'whenClockStrikes',
      args: [],
      context: 'editor',
    });
    expect(status).toBe('done');
  }

  test('shares the forms with a head with whom nobody else could, once', async () => {
    const owed = (await openWithZoe()).tamper((world) => {
      fileOf(world, formOf(world, 'Register a lead').id).editors = [];
      propertiesOf(world)[`SHARING_OWED ${ZOE}`] = 'yes';
    });
    strike(owed);
    const world = owed.workspace.toJSON();
    expect(fileOf(world, formOf(world, 'Register a lead').id).editors).toEqual([ZOE]);
    expect(Object.keys(propertiesOf(world)).filter((key) => key.startsWith('SHARING_OWED'))).toEqual([]);
  });
});

describe('A head who becomes something else', () => {
  test.each([
    { name: 'a manager', role: 'manager', active: true },
    { name: 'inactive', role: 'head', active: false },
  ])('may edit the forms no more: $name', async ({ role, active }) => {
    const registry = await openWithZoe();
    const editors = () => {
      const world = registry.workspace.toJSON();
      return Object.values(world.forms).map(({ id }) => fileOf(world, id).editors);
    };
    expect(editors()).toEqual([[ZOE], [ZOE]]);
    registry.give(HEAD, 'setTeamMember', { person: ZOE, name: 'Zoe', role, active });
    expect(editors()).toEqual([[], []]);
  });
});
