import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { callCommand } from '../scripts/replay/call-command.ts';
import type { World } from '../scripts/replay/world.ts';
import { PEOPLE_COMMANDS, type PeopleCommand } from '../src/registry/commands/command-table.ts';
import { openLargeWorld } from './support/open-large-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const HEAD = 'head@one.example';
const INTRODUCTION = {
  name: 'Jo Doe',
  title: 'CFO',
  email: 'jo@first.example',
  relation: 'employed',
  decisionMaker: true,
  introducedOn: '2026-01-05',
};
const DEAL = {
  kind: 'SaaS licence',
  status: 'Signed',
  signedOn: '2026-01-05',
  currency: 'USD',
  gross: '1000',
};

/** Every command once, each on what those before it have made. P-001 is there, and so are the leads before `next`. */
function everyCommand(next: number): readonly (readonly [PeopleCommand, object])[] {
  const lead = (n: number) => `L-${String(next + n).padStart(4, '0')}`;
  return [
    ['requestToJoin', { company: 'Cirrus', contactName: 'Cy', contactEmail: 'cy@cirrus.example' }],
    ['declinePartner', { partner: 'Cirrus', reason: 'No fit' }],
    ['admitPartner', { partner: 'Beta', contacts: ['joe@beta.example'], manager: 'bo@one.example' }],
    ['assignManager', { partner: 'Beta', manager: 'ana@one.example' }],
    [
      'setAway',
      { person: 'ana@one.example', from: '2026-02-01', until: '2026-02-02', cover: 'bo@one.example' },
    ],
    ['setTeamMember', { person: 'zoe@one.example', name: 'Zoe', role: 'manager', active: true }],
    // Payable at once: waiting a month with thousands of open requests would be another test.
    ['updateSettings', { 'Payment days after first cash receipt': '0' }],
    ['addAccount', { name: 'Initech', standing: 'Customer' }],
    ['updateAccount', { account: 'A-0001', name: 'Initech Inc.', standing: 'Customer' }],
    ['importRows', { tab: 'Accounts', rows: [{ Name: 'Umbrella', Standing: 'Former' }] }],
    ['registerLead', { partner: 'P-001', customer: 'First', website: 'first.example' }],
    ['updateLead', { lead: lead(0), note: 'Call them in spring' }],
    ['objectLead', { lead: lead(0), reason: 'Talked to them' }],
    ['judgeMatch', { lead: lead(0), other: 'A-0001', same: false, reason: 'Another company' }],
    ['returnLead', { lead: lead(0), reason: 'insufficient-information', fields: ['website'] }],
    ['resubmitLead', { lead: lead(0), website: 'first.example' }],
    ['approveLead', { lead: lead(0), salesOwner: 'sam@one.example' }],
    ['recordIntroduction', { lead: lead(0), ...INTRODUCTION }],
    ['updateIntroduction', { introduction: 'I-0001', title: 'COO' }],
    ['confirmIntroduction', { introduction: 'I-0001' }],
    ['enterDeal', { lead: lead(0), ...DEAL }],
    ['updateDeal', { deal: 'D-0001', gross: '2000' }],
    ['recordReceipt', { deal: 'D-0001', receivedOn: '2026-01-05', amount: '5', reference: 'r-1' }],
    ['holdCommission', { commission: 'C-0001' }],
    ['releaseHold', { commission: 'C-0001' }],
    ['creditDeal', { deal: 'D-0001', amount: '100', creditedOn: '2026-01-05', reason: 'Late' }],
    ['preparePaymentRun', { asOf: '2026-01-05' }],
    ['recordPayment', { commission: 'C-0001', paidOn: '2026-01-05', reference: 'PAY-1' }],
    ['registerLead', { partner: 'P-001', customer: 'Second' }],
    ['rejectLead', { lead: lead(1), reason: 'not-a-fit' }],
    ['registerLead', { partner: 'P-001', customer: 'Third' }],
    ['withdrawLead', { lead: lead(2) }],
    ['registerLead', { partner: 'P-001', customer: 'Fourth' }],
    ['approveLead', { lead: lead(3), salesOwner: 'sam@one.example' }],
    ['releaseLead', { lead: lead(3) }],
    ['shareSnapshot', { partner: 'Beta' }],
    ['updatePartner', { partner: 'Beta', contacts: ['joe@beta.example', 'jim@beta.example'] }],
    ['suspendPartner', { partner: 'Beta', reason: 'Pause' }],
  ];
}

/** Runs every command in a registry with so many leads; answers the reads and writes of each. */
function measure(world: World, leads: number): ReadonlyMap<string, { reads: number; writes: number }> {
  const calls = new Map<string, { reads: number; writes: number }>();
  everyCommand(leads + 1).forEach(([command, input], n) => {
    const { answer, use } = callCommand(world.workspace, world.scriptId, {
      as: HEAD,
      command,
      input,
      requestId: `measure-${n}`,
    });
    expect(answer, `${command} ${JSON.stringify(answer.issues)}`).toMatchObject({ ok: true });
    calls.set(`${n + 1} ${command}`, use);
  });
  return calls;
}

describe('the service calls of each command', () => {
  beforeAll(() => buildWhenStale(root));

  it('are at most 20 and the same with 100 and with 5,000 leads', () => {
    const few = measure(openLargeWorld(root, 100), 100);
    const many = measure(openLargeWorld(root, 5000), 5000);
    expect(Object.fromEntries(many)).toEqual(Object.fromEntries(few));
    const excessive = [...few].filter(([, { reads, writes }]) => reads + writes > 20);
    expect(excessive).toEqual([]);
    const measured = new Set([...few.keys()].map((key) => key.split(' ')[1]));
    expect(Object.keys(PEOPLE_COMMANDS).filter((command) => !measured.has(command))).toEqual([]);
  }, 120_000);
});
