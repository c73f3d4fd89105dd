import { describe, expect, test } from 'vitest';
import { readPeople } from '../../../scripts/start/read-people.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

const OWNER = { email: 'olga@one.example', name: 'Olga', role: 'Owner' };

function workspaceWith(tabs: Readonly<Record<string, readonly (readonly string[])[]>>): Workspace {
  const workspace = new Workspace({ now: Date.UTC(2026, 0, 5), domain: 'one.example' });
  const spreadsheetId = workspace.createSpreadsheet({ name: 'Book', owner: OWNER.email, timeZone: 'UTC' });
  const source = `function fill(tabs) {
    Object.keys(tabs).forEach((name) => {
      const rows = tabs[name];
      SpreadsheetApp.getActive().insertSheet(name).getRange(1, 1, rows.length, rows[0].length).setValues(rows);
    });
  }`;
  const script = workspace.bindScript({
    spreadsheetId,
    manifest: { timeZone: 'UTC' },
    files: [{ name: 'Code', source }],
  });
  workspace.run(script, { as: OWNER.email, function: 'fill', args: [tabs], context: 'editor' });
  return workspace;
}

describe('The people of a registry', () => {
  test('are its owner alone before it is set up', () => {
    expect(workspaceWith({}).read((state) => readPeople(state, OWNER))).toEqual([OWNER]);
  });

  test('are its team and the contacts of its partners, each once, wherever the columns stand', () => {
    const workspace = workspaceWith({
      Team: [
        ['Role', 'Name', 'Person'],
        ['head', 'Olga', OWNER.email],
        ['finance', '', 'fay@one.example'],
      ],
      Partners: [
        ['Referral partner', 'Contacts'],
        ['Acme', 'kim@acme.example, lee@acme.example'],
        ['Beta', 'kim@acme.example'],
        ['Gamma', ''],
      ],
    });
    const known = [{ email: 'kim@acme.example', name: 'Kim Lee', role: 'Acme' }];
    expect(workspace.read((state) => readPeople(state, OWNER, known))).toEqual([
      { email: OWNER.email, name: 'Olga', role: 'Programme head' },
      { email: 'fay@one.example', name: 'fay', role: 'Finance' },
      { email: 'kim@acme.example', name: 'Kim Lee', role: 'Acme' },
      { email: 'lee@acme.example', name: 'lee', role: 'Acme' },
    ]);
  });
});
