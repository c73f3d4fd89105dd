import { describe, expect, test } from 'vitest';
import { MENU, type MenuLine } from '../../../src/addon/menu/menu-table.ts';
import type { MenuEntry } from '../../../src/sandbox/services/ui.ts';
import { HEAD, openRegistry } from '../open-registry.ts';

/** A menu as lines of text, those of menus inside it set in. */
function outline(items: readonly MenuEntry[], indent = ''): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'separator') return [`${indent}–`];
    return item.kind === 'menu'
      ? [`${indent}${item.caption}`, ...outline(item.items, `${indent}  `)]
      : [`${indent}${item.caption}`];
  });
}

function countItems(lines: readonly MenuLine[]): number {
  return lines.reduce(
    (sum, line) => sum + (line !== null && 'lines' in line ? countItems(line.lines) : line === null ? 0 : 1),
    0,
  );
}

describe('The menu', () => {
  test('opens for everybody who opens the workbook, before anything is set up or authorised', async () => {
    const registry = await openRegistry();
    const { menus, executions } = registry.workspace.openSpreadsheet(registry.spreadsheetId, { as: HEAD });
    expect(executions.map(({ status }) => status)).toEqual(['done']);
    const [menu] = menus;
    expect(menu?.caption).toBe('Lead Registry');
    const lines = outline(menu?.items ?? []);
    expect(lines.slice(0, 8)).toEqual([
      'Review queue',
      'Find…',
      'Register a lead…',
      '–',
      'Lead',
      '  Approve…',
      '  Return…',
      '  Reject…',
    ]);
    expect(lines.slice(-8)).toEqual([
      'Administration',
      '  Set up this registry',
      '  Take over the triggers',
      '  –',
      '  Begin an import…',
      '  End an import…',
      '  –',
      '  Check this installation…',
    ]);
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      'Review queue',
      'Find…',
      'Register a lead…',
      '–',
      'Lead',
      'Introductions',
      'Deals and cash',
      'Commissions',
      'Partners',
      'Programme',
      '–',
      'Administration',
    ]);
    expect(countItems(MENU.lines)).toBeGreaterThan(30);
  });
});
