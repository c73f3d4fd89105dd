import { describe, expect, test } from 'vitest';
import { makeBench } from '../make-workspace.ts';

/** Whatever the local Workspace lacks must fail by name, lest a test pass against nothing. */
const cases = [
  { name: 'a service it lacks', body: "UrlFetchApp.fetch('https://x.example')", member: 'UrlFetchApp.fetch' },
  {
    name: 'a method of a service',
    body: 'SpreadsheetApp.getActiveRangeList()',
    member: 'SpreadsheetApp.getActiveRangeList',
  },
  {
    name: 'a method of a spreadsheet',
    body: "SpreadsheetApp.getActive().copy('x')",
    member: 'Spreadsheet.copy',
  },
  {
    name: 'a method of a range',
    body: "SpreadsheetApp.getActive().getRange('A1').createTextFinder('x')",
    member: 'Range.createTextFinder',
  },
  {
    name: 'a property that is only asked for',
    body: 'if (SpreadsheetApp.getActive().foo) { }',
    member: 'Spreadsheet.foo',
  },
  { name: 'an enum it lacks', body: 'SpreadsheetApp.PasteType', member: 'SpreadsheetApp.PasteType' },
  {
    name: 'a member of an enum it has',
    body: 'SpreadsheetApp.ProtectionType.CELL',
    member: 'ProtectionType.CELL',
  },
  {
    name: 'a member of an enum of the user interface',
    body: 'SpreadsheetApp.getUi().Button.MAYBE',
    member: 'Button.MAYBE',
  },
  {
    name: 'a method of a form item',
    body: "FormApp.create('f', true).addTextItem().duplicate()",
    member: 'TextItem.duplicate',
  },
  {
    name: 'an option of a message',
    body: "MailApp.sendEmail({ to: 'a@b.example', subject: 's', body: 'b', attachments: [] })",
    member: 'MailApp.sendEmail attachments',
  },
] as const;

describe('What the local Workspace lacks', () => {
  for (const { name, body, member } of cases) {
    test(`throws by name for ${name}`, () => {
      const { run } = makeBench(`function run() { ${body} }`);
      const result = run('run');
      expect(result.status).toBe('failed');
      expect(result.error?.message).toBe(`not available in the local Workspace: ${member}`);
    });
  }

  test('is recorded even when the script swallows the error', () => {
    const { run } = makeBench('function run() { try { GmailApp.search() } catch (e) {} return 1 }');
    const result = run('run');
    expect(result.status).toBe('done');
    expect(result.missing).toEqual(['GmailApp.search']);
  });

  test('does not reach names that no Google service has', () => {
    const { run } = makeBench('function run() { return typeof NoSuchApp }');
    expect(run('run').value).toBe('undefined');
  });
});
