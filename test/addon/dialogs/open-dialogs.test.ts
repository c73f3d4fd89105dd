import { beforeAll, describe, expect, test } from 'vitest';
import { ENTRY_KINDS } from '../../../src/addon/entries/entry-table.ts';
import { ANA, HEAD, type Registry } from '../open-registry.ts';
import { openRequest, SAM } from '../open-team.ts';

let registry: Registry;

beforeAll(async () => {
  registry = await openRequest();
  registry.give(ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM });
  registry.give(SAM, 'enterDeal', { lead: 'L-0001', kind: 'SaaS licence', status: 'Open' });
  registry.give(HEAD, 'admitPartner', {
    partner: 'Evil </script><script>alert(1)</script> Ltd',
    contacts: ['eve@evil.example'],
    manager: ANA,
  });
});

function open(entry: string, tab: string, a1: string, as = ANA) {
  registry.workspace.selectCell({ spreadsheetId: registry.spreadsheetId, as, tab, a1 });
  registry.choose(as, entry);
  const dialog = registry.workspace.dialogs.at(-1);
  if (!dialog) throw new Error(`${entry} shows nothing.`);
  return dialog;
}

function startOf(html: string): unknown {
  const [, json = ''] = /<script type="application\/json" id="start">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

describe('A menu item', () => {
  test('opens the statement of the selected row’s partner for the month that it is in the programme', () => {
    const { html } = open('showStatement', 'Leads', 'C2');
    expect(startOf(html)).toMatchObject({ selected: { partners: 'Acme Consulting' }, month: '2026-01' });
  });

  test('opens its form about the records that the selected row names', () => {
    const { kind, title, html, as } = open('showEnterDeal', 'Leads', 'C2');
    expect([kind, title, as]).toEqual(['modal', 'Enter a deal', ANA]);
    expect(startOf(html)).toEqual({
      form: 'enterDeal',
      selected: { leads: 'L-0001', partners: 'Acme Consulting' },
    });
    expect(startOf(open('showRecordReceipt', 'Deals', 'B2').html)).toEqual({
      form: 'recordReceipt',
      selected: { leads: 'L-0001', deals: 'D-0001' },
    });
  });

  test('opens the review queue and the search beside the sheet', () => {
    expect(open('showReviewQueue', 'Leads', 'A2')).toMatchObject({ kind: 'sidebar', title: 'Review queue' });
    expect(open('showFind', 'Leads', 'A2')).toMatchObject({ kind: 'sidebar', title: 'Find' });
  });

  const places = [
    { name: 'the header', tab: 'Leads', a1: 'A1' },
    { name: 'an empty row', tab: 'Leads', a1: 'A9' },
    { name: 'several rows', tab: 'Leads', a1: 'A2:A3' },
    { name: 'a tab that names no record', tab: 'Settings', a1: 'A2' },
  ];
  for (const { name, tab, a1 } of places) {
    test(`opens its form about no record yet where ${name} is selected`, () => {
      expect(startOf(open('showApproveLead', tab, a1).html)).toEqual({ form: 'approveLead', selected: {} });
    });
  }

  test('passes text of cells as data: nothing in it ends the script that holds it', () => {
    const { html } = open('showUpdatePartner', 'Partners', 'B3');
    expect(startOf(html)).toMatchObject({
      selected: { partners: 'P-002' },
    });
    registry.workspace.edit({
      spreadsheetId: registry.spreadsheetId,
      as: ANA,
      tab: 'Partners',
      row: 9,
      column: 1,
      value: '</script><script>alert(1)',
    });
    const strange = open('showUpdatePartner', 'Partners', 'B9').html;
    expect(strange).not.toContain('</script><script>alert(1)');
    expect(startOf(strange)).toMatchObject({ selected: { partners: '</script><script>alert(1)' } });
  });

  test('of every form reads a few cells and writes nothing', () => {
    registry.workspace.selectCell({
      spreadsheetId: registry.spreadsheetId,
      as: HEAD,
      tab: 'Leads',
      a1: 'A2',
    });
    const { workspace, scriptId } = registry;
    const openers = Object.keys(ENTRY_KINDS).filter((entry) => entry.startsWith('show'));
    for (const entry of openers) {
      const { status, calls } = workspace.run(scriptId, { as: HEAD, function: entry, context: 'menu' });
      expect([entry, status, calls.writes]).toEqual([entry, 'done', 0]);
      expect(calls.reads, entry).toBeLessThanOrEqual(3);
    }
  });
});
