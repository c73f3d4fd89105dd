import { describe, expect, test } from 'vitest';
import { ANA, HEAD, openRegistry } from '../open-registry.ts';
import { sheetOf } from '../world-parts.ts';

describe('Protections', () => {
  const cells = [
    { tab: 'Team', row: 2, header: 'Role', may: false },
    { tab: 'Team', row: 2, header: 'Person', may: false },
    { tab: 'Settings', row: 2, header: 'Value', may: false },
    { tab: 'Team', row: 2, header: 'Away from', may: true },
    { tab: 'Leads', row: 2, header: 'Request note', may: true },
    { tab: 'Resources', row: 2, header: 'Link', may: true },
  ];
  for (const { tab, row, header, may } of cells) {
    test(`${may ? 'let' : 'do not let'} an alliance manager type into ${header} on ${tab}`, async () => {
      const registry = await openRegistry();
      const { workspace, spreadsheetId } = registry;
      registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
      const column = (workspace.table(spreadsheetId, tab)[0] ?? []).indexOf(header) + 1;
      expect(column).toBeGreaterThan(0);
      const edit = { spreadsheetId, tab, row, column, value: 'x' };
      expect(workspace.edit({ ...edit, as: ANA }).applied).toBe(may);
      expect(workspace.edit({ ...edit, as: HEAD }).applied).toBe(true);
    });
  }

  test.each([
    ['Customer', false],
    ['Website', false],
    ['Registered at', true],
    ['Conflict check', true],
  ])('warn of typing into %s on Leads: %s', async (header, warns) => {
    const { workspace, spreadsheetId } = await openRegistry();
    const column = (workspace.table(spreadsheetId, 'Leads')[0] ?? []).indexOf(header) + 1;
    expect(column).toBeGreaterThan(0);
    const [protection] = sheetOf(workspace.toJSON(), 'Leads').protections;
    const open = protection?.unprotected ?? [];
    const isOpen = open.some(({ col, cols, row }) => row <= 2 && col <= column && column < col + cols);
    expect(protection?.warningOnly).toBe(true);
    expect(!isOpen).toBe(warns);
  });

  test('let every alliance manager plan their own absence', async () => {
    const registry = await openRegistry();
    registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
    registry.give(ANA, 'setAway', { person: ANA, from: '2026-02-02', until: '2026-02-06', cover: HEAD });
    expect(registry.rows('Team').find(({ Person }) => Person === ANA)).toMatchObject({ Cover: HEAD });
  });
});
