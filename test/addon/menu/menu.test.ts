import { describe, expect, test } from 'vitest';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';

const SAM = 'sam@one.example';

async function openTeam(): Promise<Registry> {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  registry.give(HEAD, 'setTeamMember', { person: SAM, name: 'Sam', role: 'sales', active: true });
  registry.give(HEAD, 'admitPartner', {
    partner: 'Acme Consulting',
    contacts: ['kim@acme.example'],
    manager: ANA,
  });
  return registry;
}

async function openRequest(): Promise<Registry> {
  const registry = await openTeam();
  registry.give(ANA, 'registerLead', {
    partner: 'P-001',
    customer: 'Globex GmbH',
    website: 'https://globex.example',
  });
  select(registry, 'Leads', 'A2');
  return registry;
}

function select({ workspace, spreadsheetId }: Registry, tab: string, a1: string): void {
  workspace.selectCell({ spreadsheetId, as: ANA, tab, a1 });
}

const last = (shown: readonly { readonly message: string }[]) => shown.at(-1)?.message;

describe('The menu', () => {
  test('opens for everybody who opens the workbook, before anything is set up or authorised', async () => {
    const registry = await openRegistry();
    const { menus, executions } = registry.workspace.openSpreadsheet(registry.spreadsheetId, { as: HEAD });
    expect(executions.map(({ status }) => status)).toEqual(['done']);
    const [menu] = menus;
    expect(menu?.caption).toBe('Lead Registry');
    expect(menu?.items.map((item) => (item.kind === 'separator' ? '–' : item.caption))).toEqual([
      'Register a lead…',
      'Approve…',
      'Return…',
      'Reject…',
      'Enter a deal…',
      '–',
      'Administration',
    ]);
    const administration = menu?.items.at(-1);
    expect(administration?.kind === 'menu' ? administration.items : []).toEqual([
      { kind: 'item', caption: 'Set up this registry', function: 'setUp' },
      { kind: 'item', caption: 'Take over the triggers', function: 'takeOver' },
    ]);
  });
});

describe('Register a lead…', () => {
  test('asks for partner, customer, website and country and says the ID', async () => {
    const registry = await openTeam();
    const shown = registry.choose(ANA, 'showRegisterLead', ['Acme Consulting', 'Globex GmbH', '', 'Germany']);
    expect(last(shown)).toContain('L-0001 is registered');
    expect(registry.rows('Leads')).toMatchObject([
      { 'Lead ID': 'L-0001', Customer: 'Globex GmbH', Country: 'Germany' },
    ]);
  });

  test('sends the acknowledgement at once', async () => {
    const registry = await openTeam();
    registry.choose(ANA, 'showRegisterLead', ['P-001', 'Globex GmbH', '', '']);
    const told = registry.workspace.mail.filter(({ to }) => to.includes('kim@acme.example'));
    expect(told.some(({ subject, body }) => `${subject} ${body}`.includes('Globex GmbH'))).toBe(true);
  });

  test('asks again where an answer is missing', async () => {
    const registry = await openTeam();
    const shown = registry.choose(ANA, 'showRegisterLead', ['  ', 'P-001', 'Globex GmbH', '', '']);
    expect(shown[1]?.message).toMatch(/^An answer is needed here\.\n\nWhich partner/);
    expect(registry.rows('Leads')).toHaveLength(1);
  });

  for (const typed of [[null], ['P-001', null], ['P-001', 'Globex', '', null]]) {
    test(`does nothing where somebody cancels at prompt ${typed.length}`, async () => {
      const registry = await openTeam();
      const before = registry.snapshot();
      expect(registry.choose(ANA, 'showRegisterLead', typed)).toHaveLength(typed.length);
      expect(registry.snapshot()).toEqual(before);
    });
  }

  test('shows every problem with what to do', async () => {
    const registry = await openTeam();
    const shown = registry.choose(ANA, 'showRegisterLead', ['P-404', 'x'.repeat(400), '', '']);
    expect(last(shown)).toMatch(/^Nothing was changed\.\n\n• /);
    expect(last(shown)?.match(/• /g)).toHaveLength(2);
    expect(registry.rows('Leads')).toEqual([]);
  });
});

describe('Commands on the selected row', () => {
  const commands = [
    {
      name: 'approve it',
      entry: 'showApproveLead',
      typed: [SAM],
      says: 'L-0001 is approved. The partner and the sales account owner are told.',
      row: { 'Lead status': 'Active', 'Sales account owner': SAM },
    },
    {
      name: 'return it',
      entry: 'showReturnLead',
      typed: ['insufficient-information', 'Customer website, Contact name', ''],
      says: 'L-0001 went back to the partner and keeps its place.',
      row: { 'Lead status': 'Returned' },
    },
    {
      name: 'reject it by the number of the reason',
      entry: 'showRejectLead',
      typed: ['6', '', 'No budget this year'],
      says: 'L-0001 is rejected. The partner is told.',
      row: { 'Lead status': 'Rejected' },
    },
  ] as const;
  for (const { name, entry, typed, says, row } of commands) {
    test(name, async () => {
      const registry = await openRequest();
      expect(last(registry.choose(ANA, entry, typed))).toBe(says);
      expect(registry.rows('Leads')).toMatchObject([row]);
    });
  }

  test('enter a signed deal, with what a signed deal needs', async () => {
    const registry = await openRequest();
    registry.choose(ANA, 'showApproveLead', [SAM]);
    const typed = ['SaaS licence', 'signed', '2026-01-05', '12000.00', 'USD', '500'];
    expect(last(registry.choose(ANA, 'showEnterDeal', typed))).toBe('D-0001 is entered on L-0001.');
    expect(registry.rows('Deals')).toMatchObject([
      { 'Lead ID': 'L-0001', Status: 'Signed', Currency: 'USD', Gross: 12000, Deductions: 500 },
    ]);
  });

  test('enter an open deal without asking for day or currency', async () => {
    const registry = await openRequest();
    registry.choose(ANA, 'showApproveLead', [SAM]);
    expect(last(registry.choose(ANA, 'showEnterDeal', ['1', 'Open', '']))).toBe(
      'D-0001 is entered on L-0001.',
    );
  });

  test('find the lead on other tabs by their Lead ID column', async () => {
    const registry = await openRequest();
    registry.choose(ANA, 'showApproveLead', [SAM]);
    registry.choose(ANA, 'showEnterDeal', ['1', 'Open', '']);
    select(registry, 'Deals', 'C2');
    const [prompt] = registry.choose(ANA, 'showEnterDeal', [null]);
    expect(prompt?.title).toBe('Enter a deal L-0001');
  });

  test('let a manager override an engaged account with a written reason', async () => {
    const registry = await openRequest();
    registry.give(ANA, 'addAccount', {
      name: 'Globex GmbH',
      website: 'https://globex.example',
      standing: 'Customer',
    });
    const shown = registry.choose(ANA, 'showApproveLead', [SAM, 'Agreed with sales']);
    expect(shown[1]?.message).toContain('write why');
    expect(last(shown)).toContain('L-0001 is approved');
  });

  test('leave the request open where nobody writes a reason to override', async () => {
    const registry = await openRequest();
    registry.give(ANA, 'addAccount', {
      name: 'Globex GmbH',
      website: 'https://globex.example',
      standing: 'Customer',
    });
    registry.choose(ANA, 'showApproveLead', [SAM, null]);
    expect(registry.rows('Leads')).toMatchObject([{ 'Lead status': 'Submitted' }]);
  });

  test('are refused to whom they are not allowed, with the reason', async () => {
    const registry = await openRequest();
    registry.workspace.selectCell({ spreadsheetId: registry.spreadsheetId, as: SAM, tab: 'Leads', a1: 'A2' });
    const shown = registry.choose(SAM, 'showRejectLead', ['not-a-fit', '']);
    expect(last(shown)).toContain('Ask the programme head.');
    expect(registry.rows('Leads')).toMatchObject([{ 'Lead status': 'Submitted' }]);
  });

  const places = [
    { name: 'the header', tab: 'Leads', a1: 'A1' },
    { name: 'an empty row', tab: 'Leads', a1: 'A9' },
    { name: 'several rows', tab: 'Leads', a1: 'A2:A3' },
    { name: 'a tab without leads', tab: 'Settings', a1: 'A2' },
  ];
  for (const { name, tab, a1 } of places) {
    test(`ask for a row first where ${name} is selected`, async () => {
      const registry = await openRequest();
      select(registry, tab, a1);
      expect(registry.choose(ANA, 'showApproveLead')).toEqual([
        { title: 'Approve', message: 'Select one row with a Lead ID first, for example on the Leads tab.' },
      ]);
    });
  }
});
