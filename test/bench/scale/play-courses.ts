import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { accept, TestDoor } from '../../registry/support/test-door.ts';

const HEAD = 'head@one.example';
const SAM = 'sam@one.example';
const STAFF = [
  ['ana@one.example', 'manager'],
  ['bo@one.example', 'manager'],
  [SAM, 'sales'],
  ['fay@one.example', 'finance'],
] as const;

/** Leads of one block: what is played once and then repeated under other names. */
export const BLOCK_LEADS = 20;

/** The day on which a scaled registry stands. */
export const TODAY = '2026-12-28';

/** One partner's registry before anything else. Names and addresses are replaced when the block is repeated. */
function openPartner(): TestDoor {
  const start = parseInstant('2024-01-02T15:00:00Z');
  if (start === null) throw new Error('The start is a moment.');
  const door = new TestDoor(start);
  accept(door.system('seedRegistry', { head: HEAD }));
  for (const [person, role] of STAFF)
    door.must(HEAD, 'setTeamMember', { person, name: person, role, active: true });
  door.must(HEAD, 'admitPartner', {
    partner: 'Partnername',
    contacts: ['kim@partnername.example'],
    manager: 'ana@one.example',
  });
  return door;
}

function sendMail(door: TestDoor): void {
  const claimed = door.system('claimMail', { quota: 1000 });
  const sent = claimed.ok ? claimed.done.value?.claimed : [];
  if (Array.isArray(sent) && sent.length > 0) door.system('settleMail', { sent, failed: [] });
}

type Step = readonly [day: number, play: (door: TestDoor) => void];

/** The course of the lead of this place: what happens on which day after 2024-01-02. */
function courseOf(place: number): readonly Step[] {
  const lead = `L-${String(place + 1).padStart(4, '0')}`;
  const from = Math.round((place * 1080) / BLOCK_LEADS);
  const name = `customer${String(place).padStart(2, '0')}x`;
  const register: Step = [
    from,
    (door) => {
      door.must(HEAD, 'registerLead', {
        partner: 'P-001',
        customer: name,
        website: `${name}.example`,
        country: 'US',
        contacts: [{ name: 'Jo Doe', title: 'CFO', email: `jo@${name}.example` }],
        note: 'They look for a platform in spring.',
      });
    },
  ];
  const approve: Step = [from + 2, (door) => door.must(HEAD, 'approveLead', { lead, salesOwner: SAM })];
  const reason = 'insufficient-information';
  switch (place % 10) {
    case 0:
      return [register, [from + 2, (door) => door.must(HEAD, 'rejectLead', { lead, reason: 'not-a-fit' })]];
    case 1:
      return [register, [from + 1, (door) => door.must(HEAD, 'withdrawLead', { lead })]];
    case 2:
      return [
        register,
        [from + 1, (door) => door.must(HEAD, 'returnLead', { lead, reason, fields: ['website'] })],
        [from + 3, (door) => door.must(HEAD, 'resubmitLead', { lead, website: `${name}.example` })],
        [from + 4, (door) => door.must(HEAD, 'approveLead', { lead, salesOwner: SAM })],
      ];
    case 3:
    case 4:
      return [register, approve, ...saleOf(lead, name, from)];
    default:
      return [register, approve];
  }
}

function saleOf(lead: string, name: string, from: number): readonly Step[] {
  let deal = '';
  return [
    [
      from + 10,
      (door) => {
        const introduction = door.must(HEAD, 'recordIntroduction', {
          lead,
          name: 'Jo Doe',
          title: 'CFO',
          email: `jo@${name}.example`,
          relation: 'employed',
          decisionMaker: true,
          introducedOn: door.today,
        });
        door.must(HEAD, 'confirmIntroduction', { introduction });
      },
    ],
    [
      from + 40,
      (door) => {
        const terms = { kind: 'SaaS licence', status: 'Signed', currency: 'USD', gross: '100000' };
        deal = door.must(HEAD, 'enterDeal', { lead, ...terms, signedOn: door.today });
      },
    ],
    [
      from + 60,
      (door) => {
        const receipt = { receivedOn: door.today, amount: '500', reference: `RECEIPT ${deal}` };
        door.must(HEAD, 'recordReceipt', { deal, ...receipt });
      },
    ],
    [
      from + 95,
      (door) => {
        const line = door.records.list('commissions').find((one) => one.line.deal === deal);
        door.must(HEAD, 'recordPayment', {
          commission: line?.id,
          paidOn: door.today,
          reference: `PAY ${deal}`,
        });
      },
    ],
  ];
}

/** Plays day by day until TODAY, with the day's work and the mail of every day. */
function playDays(door: TestDoor, steps: readonly Step[], everyDay: (door: TestDoor) => void): void {
  for (let day = 1; ; day += 1) {
    const date = new Date(Date.UTC(2024, 0, 2 + day)).toISOString().slice(0, 10);
    if (date > TODAY) return;
    door.moveTo(`${date}T05:00`);
    everyDay(door);
    for (const [on, play] of steps) {
      if (on + 1 !== day) continue;
      door.moveTo(`${date}T10:00`);
      play(door);
    }
    sendMail(door);
  }
}

/** Three years of one partner with so many leads in every state, journal and mail included. */
export function playLeads(): TestDoor {
  const door = openPartner();
  const steps = Array.from({ length: BLOCK_LEADS }, (_, place) => courseOf(place)).flat();
  playDays(door, steps, (one) => one.runDay());
  return door;
}

/** Three years of one partner's monthly snapshots, with their mail. */
export function playSnapshots(): TestDoor {
  const door = openPartner();
  playDays(door, [], (one) => {
    one.runDay();
    one.makeSnapshots();
  });
  return door;
}
