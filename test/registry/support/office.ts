import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import type { RawInput } from '../../../src/registry/commands/command-spec.ts';
import { accept, TestDoor } from './test-door.ts';

/** The people of the example office. */
export const HEAD = 'head@one.example';
export const ANA = 'ana@one.example';
export const BO = 'bo@one.example';
export const SAM = 'sam@one.example';
export const SUE = 'sue@one.example';
export const FAY = 'fay@one.example';
export const STRANGER = 'nobody@elsewhere.example';

/** Contacts of the example partners. */
export const KIM = 'kim@acme.example';
export const LEE = 'lee@borealis.example';

const STAFF = [
  [ANA, 'manager'],
  [BO, 'manager'],
  [SAM, 'sales'],
  [SUE, 'sales'],
  [FAY, 'finance'],
] as const;

let staffed: TestDoor | null = null;
let partnered: TestDoor | null = null;

/** A registry with a programme head, two managers, two sales account owners and finance; Monday 2026-01-05, 09:00 in Chicago. */
export function openOffice(): TestDoor {
  if (!staffed) {
    const start = parseInstant('2026-01-05T15:00:00Z');
    if (start === null) throw new Error('The start is a moment.');
    staffed = new TestDoor(start);
    accept(staffed.system('seedRegistry', { head: HEAD }));
    for (const [person, role] of STAFF) {
      staffed.must(HEAD, 'setTeamMember', { person, name: person, role, active: true });
    }
  }
  return staffed.fork();
}

/** As `openOffice`, with two partners: P-001 Acme Consulting of Ana's, P-002 Borealis Partners of Bo's. */
export function openProgramme(): TestDoor {
  if (!partnered) {
    partnered = openOffice();
    partnered.must(HEAD, 'admitPartner', { partner: 'Acme Consulting', contacts: [KIM], manager: ANA });
    partnered.must(HEAD, 'admitPartner', { partner: 'Borealis Partners', contacts: [LEE], manager: BO });
  }
  return partnered.fork();
}

/** Registers a request as the programme head: the ID of the lead. */
export function register(door: TestDoor, input: RawInput = {}): string {
  return door.must(HEAD, 'registerLead', {
    partner: 'P-001',
    customer: 'Globex GmbH',
    website: 'globex.example',
    ...input,
  });
}

/** As `register`, approved at once with Sam as sales account owner. */
export function registerActive(door: TestDoor, input: RawInput = {}): string {
  const lead = register(door, input);
  door.must(HEAD, 'approveLead', { lead, salesOwner: SAM });
  return lead;
}

/** A confirmed introduction of an employed decision maker, made today. */
export function introduce(door: TestDoor, lead: string, input: RawInput = {}): string {
  const introduction = door.must(HEAD, 'recordIntroduction', {
    lead,
    name: 'Hanna Voss',
    title: 'CIO',
    email: 'hanna@globex.example',
    relation: 'employed',
    decisionMaker: true,
    introducedOn: door.today,
    ...input,
  });
  door.must(HEAD, 'confirmIntroduction', { introduction });
  return introduction;
}

/** A SaaS licence deal over USD 100 000, signed today. */
export function sign(door: TestDoor, lead: string, input: RawInput = {}): string {
  return door.must(HEAD, 'enterDeal', {
    lead,
    kind: 'SaaS licence',
    status: 'Signed',
    signedOn: door.today,
    currency: 'USD',
    gross: '100000',
    ...input,
  });
}

/** An active lead with a deal that earns and has cash: its commission line C-0001 is due 30 days after today. */
export function registerEarning(
  door: TestDoor,
  input: RawInput = {},
): { readonly lead: string; readonly deal: string } {
  const lead = registerActive(door, input);
  introduce(door, lead);
  const deal = sign(door, lead);
  door.must(HEAD, 'recordReceipt', {
    deal,
    receivedOn: door.today,
    amount: '500',
    reference: `RECEIPT ${deal}`,
  });
  return { lead, deal };
}
