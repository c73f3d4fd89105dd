import { describe, expect, test } from 'vitest';
import { HEAD, openRegistry, openWorkbook } from '../open-registry.ts';
import { formOf, HANDLERS, handlersOf, scriptOf, sheetOf } from '../world-parts.ts';

const TABS = [
  'Leads',
  'Introductions',
  'Deals',
  'Receipts',
  'Commissions',
  'Finance',
  'Partners',
  'Accounts',
  'Snapshots',
  'Judgements',
  'Set aside',
  'Rates',
  'Outbox',
  'Team',
  'Settings',
  'Resources',
  'Journal',
  '_state',
  '_names',
];

describe('The first set-up', () => {
  test('makes every tab, the books last, and the tabs of the forms behind them', async () => {
    const registry = await openRegistry();
    expect(registry.workspace.tabs(registry.spreadsheetId)).toEqual([
      ...TABS,
      'Form: Register a lead',
      'Form: Request to join',
    ]);
  });

  test('makes whoever runs it the programme head and writes the default settings', async () => {
    const registry = await openRegistry();
    expect(registry.rows('Team')).toMatchObject([{ Person: HEAD, Role: 'head', Active: 'yes' }]);
    expect(registry.rows('Settings')).toContainEqual(
      expect.objectContaining({ Setting: 'Programme time zone', Value: 'America/Chicago' }),
    );
  });

  test('says on the Settings tab as whom the triggers run and where the forms are', async () => {
    const registry = await openRegistry();
    const world = registry.workspace.toJSON();
    const linkOf = (title: string) => `https://docs.google.com/forms/d/${formOf(world, title).id}/edit`;
    const told = registry.rows('Settings').map((row) => [row.Setting, row.Value]);
    expect(told).toContainEqual(['Triggers run as', HEAD]);
    expect(told).toContainEqual(['Lead form', linkOf('Register a lead')]);
    expect(told).toContainEqual(['Join form', linkOf('Request to join')]);
  });

  test('hides the registry’s own books and freezes the headers', async () => {
    const registry = await openRegistry();
    const world = registry.workspace.toJSON();
    expect(sheetOf(world, '_state').hidden).toBe(true);
    expect(sheetOf(world, '_names').hidden).toBe(true);
    expect(sheetOf(world, 'Leads')).toMatchObject({ hidden: false, frozenRows: 1, frozenColumns: 2 });
  });

  test('publishes both forms, which collect addresses and answer into the workbook', async () => {
    const registry = await openRegistry();
    const world = registry.workspace.toJSON();
    for (const title of ['Register a lead', 'Request to join']) {
      expect(formOf(world, title)).toMatchObject({
        published: true,
        accepting: true,
        collectEmail: true,
        destination: { spreadsheetId: registry.spreadsheetId },
      });
    }
    expect(
      formOf(world, 'Register a lead').items.map(({ title, type, required }) => [title, type, required]),
    ).toEqual([
      ['Customer name', 'TEXT', true],
      ['Customer website', 'TEXT', false],
      ['Customer country', 'TEXT', false],
      ['Contact name', 'TEXT', false],
      ['Contact title', 'TEXT', false],
      ['Contact e-mail', 'TEXT', false],
      ['Anything that helps the review', 'PARAGRAPH_TEXT', false],
    ]);
    expect(
      formOf(world, 'Request to join').items.map(({ title, type, required }) => [title, type, required]),
    ).toEqual([
      ['Company', 'TEXT', true],
      ['Your name', 'TEXT', true],
      ['Country', 'TEXT', false],
      ['Why you would like to join', 'PARAGRAPH_TEXT', false],
    ]);
  });

  test('gives whoever runs it the triggers, the clock striking four times a day in the programme time zone', async () => {
    const registry = await openRegistry();
    expect(handlersOf(registry, HEAD)).toEqual(HANDLERS);
    const clocks = scriptOf(registry.workspace.toJSON()).triggers.flatMap(({ clock }) =>
      clock ? [clock] : [],
    );
    expect(clocks.map(({ atHour }) => atHour).sort((a = 0, b = 0) => a - b)).toEqual([0, 6, 12, 18]);
    expect(new Set(clocks.map(({ timeZone, everyDays }) => `${timeZone} ${everyDays}`))).toEqual(
      new Set(['America/Chicago 1']),
    );
  });

  test('is finished well within what Google lets a script run', async () => {
    const registry = await openRegistry();
    expect(registry.workspace.executions.find(({ function: name }) => name === 'setUp')?.ms).toBeLessThan(
      90_000,
    );
  });

  test('gives the spreadsheet the programme time zone', async () => {
    const registry = await openWorkbook({ timeZone: 'Europe/Berlin' });
    expect(registry.setUp()).toContain('time zone is America/Chicago now; it was Europe/Berlin');
    expect(registry.workspace.toJSON().spreadsheets[registry.spreadsheetId]?.timeZone).toBe(
      'America/Chicago',
    );
  });

  test('warns of a script in another time zone and says where to change it', async () => {
    const registry = await openWorkbook({ scriptTimeZone: 'Europe/Berlin' });
    const report = registry.setUp();
    expect(report).toContain('The script’s time zone is Europe/Berlin, the programme’s America/Chicago');
    expect(report).toContain('Project settings');
  });

  test('runs from the script editor too, where no alert can be shown', async () => {
    const registry = await openWorkbook();
    const { workspace, scriptId } = registry;
    const result = workspace.run(scriptId, { as: HEAD, function: 'setUp', context: 'editor' });
    expect(result.status).toBe('done');
    expect(registry.rows('Team')).toHaveLength(1);
  });

  test('leaves columns alone that people had before', async () => {
    const registry = await openWorkbook();
    const { workspace, spreadsheetId } = registry;
    const at = { spreadsheetId, as: HEAD, tab: 'Sheet1' };
    workspace.paste({
      ...at,
      row: 1,
      column: 1,
      values: [
        ['My own', 'Customer', 'Mine too'],
        ['a', '', 'b'],
      ],
    });
    const renamed = registry.tamper((world) => {
      sheetOf(world, 'Sheet1').name = 'Leads';
    });
    renamed.setUp();
    const [headers = [], first = []] = renamed.workspace.table(spreadsheetId, 'Leads');
    expect(headers.slice(0, 4)).toEqual(['My own', 'Customer', 'Mine too', 'Lead ID']);
    expect(headers.filter((header) => header === 'Customer')).toHaveLength(1);
    expect(first.slice(0, 3)).toEqual(['a', '', 'b']);
  });
});
