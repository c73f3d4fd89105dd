import { describe, expect, test } from 'vitest';
import { openContext } from '../../../src/registry/commands/open-context.ts';
import { type DashboardView, describeDashboard } from '../../../src/registry/dialogs/describe-dashboard.ts';
import { HEAD, introduce, openOffice, openProgramme, register, registerActive } from '../support/office.ts';
import { address, LINKS, type TestDoor } from '../support/test-door.ts';

function view(door: TestDoor): DashboardView {
  const context = openContext(door.records, {
    now: door.now,
    actor: { kind: 'person', email: address(HEAD) },
    links: LINKS,
  });
  const decision = describeDashboard({}, context);
  if (!decision.ok) throw new Error(JSON.stringify(decision.issues));
  return decision.done.value as unknown as DashboardView;
}

describe('the dashboard', () => {
  test('names partners and writes amounts with the digits of their currency', () => {
    const door = openProgramme();
    const lead = registerActive(door);
    introduce(door, lead);
    door.must(HEAD, 'enterDeal', {
      lead,
      kind: 'SaaS licence',
      status: 'Signed',
      signedOn: door.today,
      currency: 'JPY',
      gross: '1234565',
    });
    register(door, { partner: 'P-002', customer: 'Hooli', website: 'hooli.example' });
    const { commissions, partnerLeads, partnerValues, decisions } = view(door);
    expect(decisions).toMatchObject({ decided: 1, medianDays: 0, waiting: 1, targetDays: 3 });
    expect(partnerLeads).toEqual([
      { partner: 'P-001', name: 'Acme Consulting', leads: 1, approved: 1, converted: 1 },
      { partner: 'P-002', name: 'Borealis Partners', leads: 1, approved: 0, converted: 0 },
    ]);
    // Ten per cent, half a yen rounded away from zero.
    const cells = [{ status: 'Awaiting cash', lines: 1, amount: '123457' }];
    expect(commissions).toEqual([{ currency: 'JPY', months: [{ month: null, cells }], totals: cells }]);
    expect(partnerValues).toEqual([
      {
        currency: 'JPY',
        revenue: '1234565',
        commission: '123457',
        partners: [
          { partner: 'P-001', name: 'Acme Consulting', deals: 1, revenue: '1234565', commission: '123457' },
        ],
      },
    ]);
  });

  test('takes notices and holidays from the settings', () => {
    const door = openProgramme();
    registerActive(door);
    door.must(HEAD, 'updateSettings', { 'Expiry notice days': '400, 10' });
    const { expiring } = view(door);
    expect(expiring.within).toEqual([
      { days: 10, count: 0 },
      { days: 400, count: 1 },
    ]);
    expect(expiring.leads).toEqual([
      {
        lead: 'L-0001',
        customer: 'Globex GmbH',
        partner: 'Acme Consulting',
        activeUntil: '2027-01-05',
        daysLeft: 365,
      },
    ]);
  });

  test('of a registry without leads has nothing to show', () => {
    const { leads, commissions, partnerValues } = view(openOffice());
    expect(leads.states.map(({ count }) => count)).toEqual(Array(8).fill(0));
    expect([commissions, partnerValues]).toEqual([[], []]);
  });
});
