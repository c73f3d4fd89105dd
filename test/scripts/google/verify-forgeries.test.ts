import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { addMonths } from '../../../src/core/calendar/add-months.ts';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { markPaid } from '../../../src/core/commission/decide-payment.ts';
import { recordMovements } from '../../../src/core/commission/record-movements.ts';
import type { CommissionLine, OpenLine } from '../../../src/core/model/commission-line.ts';
import type { CommissionId, LeadId, PartnerId } from '../../../src/core/model/ids.ts';
import type { ActiveRegistration } from '../../../src/core/model/registration.ts';
import type { CommissionRecord, LeadRecord, SettingRecord } from '../../../src/registry/records.ts';
import { readState } from '../../support/fill-records.ts';
import { forkWorld } from '../../support/open-filled-world.ts';
import { openAuditedWorld, verifyWorld } from './support/audited-world.ts';
import { day, forgeEntry } from './support/forge-entry.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let world: World;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openAuditedWorld(root);
}, 120_000);

const TODAY = day('2026-01-14');
const usd = (minor: number) => ({ minor, currency: 'USD' });
const eur = (minor: number) => ({ minor, currency: 'EUR' });

/** Forges a commission line, its statement's movements as they follow from it. */
function forgeLine(id: string, change: (line: OpenLine) => CommissionLine): World {
  const become = (record: CommissionRecord) => {
    const before = record.line;
    return { ...record, line: recordMovements(before, change(before as OpenLine), TODAY) };
  };
  return forgeEntry(world, { kind: 'commissions', id, become });
}

function forgeLead(id: string, change: (lead: ActiveRegistration) => ActiveRegistration): World {
  const become = (record: LeadRecord) => ({
    ...record,
    registration: change(record.registration as ActiveRegistration),
  });
  return forgeEntry(world, { kind: 'leads', id, become });
}

/** A lead that was approved without anybody having been asked. */
function makeLead(approvedOn: PlainDate, facts: Partial<ActiveRegistration>, partnerName: string): World {
  return forgeEntry(world, {
    kind: 'leads',
    id: 'L-0005',
    like: 'L-0003',
    become: (record) => {
      const registration = record.registration as ActiveRegistration;
      const activeUntil = addMonths(approvedOn, 12);
      const approval = { ...registration.approval, approvedOn, activeUntil };
      const id = 'L-0005' as LeadId;
      return {
        ...record,
        id,
        registration: { ...registration, id, approval, ...facts },
        view: { ...record.view, partnerName },
      };
    },
  });
}

const pay = (line: OpenLine, on: string, reference: string) => markPaid(line, day(on), reference);

interface ForgeryCase {
  readonly name: string;
  readonly forge: () => World;
  /** Everything that is told, without what lies beyond the first sentence of evidence. */
  readonly told: readonly (string | RegExp)[];
}

const cases: readonly ForgeryCase[] = [
  {
    name: 'raises a commission that is not paid yet',
    forge: () => forgeLine('C-0002', (line) => ({ ...line, amount: eur(6000_00) })),
    told: ['Commissions!D3  C-0002  Amount: found EUR 6,000.00, expected EUR 5,000.00 (section 5.2)'],
  },
  {
    name: 'lowers the base of a commission',
    forge: () => forgeLine('C-0002', (line) => ({ ...line, base: eur(40_000_00) })),
    told: ['Commissions!L3  C-0002  Base: found EUR 40,000.00, expected EUR 50,000.00 (section 5.1)'],
  },
  {
    name: 'moves the day on which a commission is due',
    forge: () => forgeLine('C-0002', (line) => ({ ...line, dueOn: day('2026-01-16') })),
    told: ['Commissions!G3  C-0002  Due on: found 2026-01-16, expected 2026-01-18 (section 5.3)'],
  },
  {
    name: 'answers a condition otherwise',
    forge: () => forgeLine('C-0002', (line) => ({ ...line, conditions: { ...line.conditions, c5: 'no' } })),
    told: ['Commissions!S3  C-0002  C5: found no, expected yes (section 4)'],
  },
  {
    name: 'pays before it is due',
    forge: () => forgeLine('C-0002', (line) => pay(line, '2026-01-14', 'PAY-2')),
    told: [
      'Commissions!F3  C-0002  Status: found Paid, expected Scheduled: only a line that is due may be paid (section 5.4). Since entry 54.',
      // The forger did not think of the lead's row.
      'Leads!W3  L-0002  Commission status: found Scheduled, expected Paid (section 5.4)',
    ],
  },
  {
    name: 'pays another partner under a known reference, on a day to come',
    forge: () => forgeLine('C-0002', (line) => pay(line, '2026-01-20', 'pay-1')),
    told: [
      /^Commissions!F3 {2}C-0002 {2}Status: found Paid, /,
      /^Leads!W3 {2}L-0002 {2}Commission status: /,
      'Commissions!I3  C-0002  Paid on: found 2026-01-20, expected no day after 2026-01-14 (section 5.8)',
      'Commissions!J3  C-0002  Payment reference: found pay-1, which C-0001 has for P-001, USD, 2026-01-12, expected a reference of its own for P-002, EUR, 2026-01-20 (section 5.6)',
    ],
  },
  {
    name: 'raises what was paid',
    forge: () => forgeLine('C-0001', (line) => ({ ...line, amount: usd(12_000_00) })),
    told: [
      'Commissions!D2  C-0001  Amount: found USD 12,000.00, expected USD 10,000.00 (section 5.5). Since entry 54.',
      'Commissions  D-0001  Amount: found no line, expected a line of kind adjustment of USD -2,000.00, so that the deal’s lines sum to what it earns (section 5.5)',
      'Statement  P-001 2026-01  Closing: found USD 1,749.95, expected USD -250.05 (section 5.8). The lines of the Commissions tab that earn and are unpaid come to what is expected.',
    ],
  },
  {
    name: 'softens an adjustment',
    forge: () => forgeLine('C-0003', (line) => ({ ...line, amount: usd(-50_05) })),
    told: [
      'Commissions!D4  C-0003  Amount: found USD -50.05, expected USD -250.05 (section 5.2). Since entry 54.',
      'Commissions  D-0001  Amount: found no line, expected a line of kind adjustment of USD -200.00, so that the deal’s lines sum to what it earns (section 5.5)',
    ],
  },
  {
    name: 'adds a line that no deal earns',
    forge: () =>
      forgeEntry(world, {
        kind: 'commissions',
        id: 'C-0004',
        like: 'C-0003',
        become: (record) => {
          const { movements: _, ...line } = record.line;
          const made = { ...line, id: 'C-0004' as CommissionId, amount: usd(500_00) };
          return { ...record, id: made.id, line: recordMovements(null, made, TODAY) };
        },
      }),
    told: [
      /^Journal!G\d+ {2}C-0004 {2}Amount: found USD 500\.00, expected no such line \(section 5\.5\)\. In entry 54\.$/,
      'Commissions  D-0001  Amount: found no line, expected a line of kind adjustment of USD -500.00, so that the deal’s lines sum to what it earns (section 5.5)',
    ],
  },
  {
    name: 'moves a commission into the statement of an earlier month',
    forge: () =>
      forgeEntry(world, {
        kind: 'commissions',
        id: 'C-0002',
        become: (record) => {
          const movements = (record.line.movements ?? []).map((one) => ({ ...one, on: day('2025-12-31') }));
          return { ...record, line: { ...record.line, movements } };
        },
      }),
    told: [
      /^Journal!G\d+ {2}C-0002 {2}Statement: found 2025-12-31 new EUR 5,000\.00 P-002, expected 2026-01-08 new EUR 5,000\.00 P-002 \(section 5\.8\)\. In entry 54\.$/,
    ],
  },
  {
    name: 'lengthens a window',
    forge: () =>
      forgeLead('L-0003', (lead) => ({
        ...lead,
        approval: { ...lead.approval, activeUntil: day('2027-12-31') },
      })),
    told: [
      /^Journal!G\d+ {2}L-0003 {2}Approval: found 2026-01-12 to 2027-12-31 under .+, expected 2026-01-12 to 2027-01-12 under .+, as it was approved \(section 2\.4\)\. In entry 54\.$/,
      'Leads!M4  L-0003  Active until: found 2027-12-31, expected 2027-01-12, 12 months after 2026-01-12 (section 2.4)',
      // The evidence still names the old one.
      /^Leads!S4 {2}L-0003 {2}Eligibility evidence: found .+2027-01-12.+, expected .+2027-12-31.+ \(section 4\)$/,
    ],
  },
  {
    name: 'raises a rate after the approval',
    forge: () =>
      forgeLead('L-0002', (lead) => ({
        ...lead,
        approval: { ...lead.approval, terms: { ...lead.approval.terms, rate: '0.2' } },
      })),
    told: [
      /^Journal!G\d+ {2}L-0002 {2}Approval: found .+"rate":"0\.2".+, expected .+"rate":"0\.1".+, as it was approved \(section 2\.4\)\. In entry 54\.$/,
      'Commissions!D3  C-0002  Amount: found EUR 5,000.00, expected EUR 10,000.00 (section 5.2)',
      'Commissions!M3  C-0002  Rate: found 0.1, expected 0.2 (section 2)',
      'Leads!T3  L-0002  Commission: found EUR 5,000.00, expected EUR 10,000.00 (section 5.5)',
    ],
  },
  {
    name: 'lets a lead expire before its time',
    forge: () => forgeLead('L-0003', (lead) => ({ ...lead, status: 'Expired' }) as never),
    told: ['Leads!B4  L-0003  Lead status: found Expired, expected Active (section 2)'],
  },
  {
    name: 'approves under another day',
    forge: () => makeLead(day('2026-01-12'), { customer: 'Wayne', website: '' }, 'Acme'),
    told: [
      /^Journal!G\d+ {2}L-0005 {2}Approved on: found 2026-01-12, expected 2026-01-14, the day of its approval \(section 2\.3\)\. In entry 54\.$/,
      /^Leads!S6 {2}L-0005 {2}Eligibility evidence: /,
    ],
  },
  {
    name: 'gives a customer who is held to another partner',
    forge: () => makeLead(TODAY, { partner: 'P-002' as PartnerId }, 'Beta'),
    told: [
      /^Leads!E6 {2}L-0005 {2}Customer: found held today although L-0003 holds the customer: .+, expected one partner \(section 3\)$/,
      /^Leads!S6 {2}L-0005 {2}Eligibility evidence: /,
    ],
  },
  {
    name: 'gave a customer who was held to another partner for a day',
    forge: () =>
      makeLead(
        day('2026-01-12'),
        {
          partner: 'P-002' as PartnerId,
          ...({ status: 'Released', releasedOn: day('2026-01-13'), releaseReason: 'Gone' } as object),
        },
        'Beta',
      ),
    told: [
      /^Journal!G\d+ {2}L-0005 {2}Approved on: /,
      'Leads!E6  L-0005  Customer: found held from 2026-01-12 to 2026-01-13 along with L-0003 of another partner, by what is known of the customer now, expected one partner on each day (section 3)',
      /^Leads!R6 {2}L-0005 {2}Commission eligible: /,
      /^Leads!S6 {2}L-0005 {2}Eligibility evidence: /,
    ],
  },
  {
    name: 'says that the self-check is long ago',
    forge: () =>
      forgeEntry(world, {
        kind: 'settings',
        id: 'Last self-check',
        become: (row) => ({ ...row, value: '2026-01-05: no problem' }),
      }),
    told: [
      /^Settings!B\d+ {2}Last self-check {2}Value: found a self-check of 2026-01-05, expected one of the last 7 days: without it the triggers stand still \(section 6\)$/,
    ],
  },
  {
    name: 'lies about what was before',
    forge: () => {
      const lead = readState(world).get('leads', 'L-0004');
      if (lead === undefined) throw new Error('No L-0004');
      const country = (name: string): LeadRecord => ({
        ...lead,
        registration: { ...lead.registration, country: name },
      });
      return forgeEntry(world, {
        kind: 'leads',
        id: 'L-0004',
        pretend: country('France'),
        become: () => country('Spain'),
      });
    },
    told: [
      /^Journal!G\d+ {2}leads\/L-0004 {2}Changes: found entry 54 changes something that was not so before, expected the record as the entries before left it$/,
    ],
  },
  {
    name: 'is signed by somebody whose role does not include the command',
    forge: () =>
      forgeEntry(world, {
        kind: 'leads',
        id: 'L-0004',
        become: (lead) => ({ ...lead }),
        actor: 'fay@one.example',
        command: 'updateLead',
      }),
    told: [
      /^Journal!C\d+ {2}entry 54 {2}Actor: found fay@one\.example, whose role was finance, expected a role that includes updateLead \(section 8\)$/,
    ],
  },
  {
    name: 'is signed by a stranger',
    forge: () =>
      forgeEntry(world, {
        kind: 'leads',
        id: 'L-0004',
        become: (lead) => ({ ...lead }),
        actor: 'eve@two.example',
        command: 'updateLead',
      }),
    told: [
      /^Journal!C\d+ {2}entry 54 {2}Actor: found eve@two\.example, who was not of the team, expected a role that includes updateLead \(section 8\)$/,
    ],
  },
  {
    name: 'was refused and changes something all the same',
    forge: () =>
      forgeEntry(world, {
        kind: 'leads',
        id: 'L-0004',
        become: (lead) => ({ ...lead, registration: { ...lead.registration, note: 'A note' } }),
        outcome: 'Refused',
      }),
    told: [
      /^Journal!F\d+ {2}entry \d+ {2}Outcome: found a refused command that changes leads\/L-0004, expected no change$/,
    ],
  },
  {
    name: 'is dated a day back',
    forge: () =>
      forgeEntry(world, {
        kind: 'leads',
        id: 'L-0004',
        become: (lead) => ({ ...lead }),
        awayMs: -24 * 3_600_000,
      }),
    told: [
      /^Journal!M\d+ {2}entry 54 {2}UTC: found 2026-01-13T.+, expected no moment before that of the entry before$/,
    ],
  },
  {
    name: 'is dated ahead',
    forge: () =>
      forgeEntry(world, { kind: 'leads', id: 'L-0004', become: (lead) => ({ ...lead }), awayMs: 3_600_000 }),
    told: [
      /^Journal!M\d+ {2}entry 54 {2}UTC: found 2026-01-14T.+, expected no moment after now, 2026-01-14 10:00$/,
    ],
  },
];

describe('An entry whose hash is right, and with which the records, the row and the totals agree,', () => {
  test.each(cases)('is found out by the rules where it $name', async ({ forge, told }) => {
    const found = await verifyWorld(forge());
    expect(found.told).toEqual(
      told.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
    expect(found.exit).toBe(1);
  });

  test('is no difference where a command was refused to somebody without the right', async () => {
    const asked = forkWorld(world);
    const input = { lead: 'L-0004', salesOwner: 'sam@one.example' };
    const call = { as: 'fay@one.example', command: 'approveLead', input, requestId: 'not allowed' };
    expect(callCommand(asked.workspace, asked.scriptId, call).answer).toMatchObject({ code: 'not-allowed' });
    const found = await verifyWorld(asked);
    expect(found.told).toEqual([]);
    // The refusal is an entry, too.
    const before = await verifyWorld(world);
    expect(found.report.last?.entry).toBe((before.report.last?.entry ?? 0) + 1);
  });

  test('is told, and no difference, where the registry itself says that something is wrong', async () => {
    const value = '2026-01-13: 1 problem: The triggers belong to nobody.';
    const become = (row: SettingRecord) => ({ ...row, value });
    const found = await verifyWorld(forgeEntry(world, { kind: 'settings', id: 'Last self-check', become }));
    expect(found.report.findings).toMatchObject([{ severity: 'notice', found: value }]);
    expect(found.exit).toBe(0);
  });

  test('is no difference where the rules allow it', async () => {
    const found = await verifyWorld(forgeLead('L-0003', (lead) => ({ ...lead, note: 'A note' })));
    expect(found.told).toEqual([]);
    expect(found.exit).toBe(0);
  });
});
