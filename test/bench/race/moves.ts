/** One thing that somebody does at the moment of the race. */
export interface Move {
  readonly name: string;
  readonly as: string;
  /** Records that it reads or changes: moves that share one are raced. */
  readonly touches: readonly string[];
  readonly action:
    | { readonly kind: 'command'; readonly command: string; readonly input: object }
    | { readonly kind: 'form'; readonly answers: Readonly<Record<string, string>> }
    | { readonly kind: 'edit'; readonly row: string; readonly column: string; readonly value: string }
    | { readonly kind: 'clock' };
}

const HEAD = 'head@one.example';
const ANA = 'ana@one.example';
const BO = 'bo@one.example';
const SAM = 'sam@one.example';
const FAY = 'fay@one.example';

const TODAY = '2026-03-10';

function command(as: string, name: string, input: object, touches: string): Move {
  const about = Object.values(input).filter((value) => typeof value !== 'object');
  return {
    name: `${name} ${about.join(' ')} (${as.split('@')[0]})`,
    as,
    touches: touches.split(' '),
    action: { kind: 'command', command: name, input },
  };
}

function form(as: string, customer: string, website: string, touches: string): Move {
  const answers = { 'Customer name': customer, 'Customer website': website };
  return {
    name: `form ${customer} (${as.split('@')[0]})`,
    as,
    touches: touches.split(' '),
    action: { kind: 'form', answers },
  };
}

function edit(as: string, row: string, column: string, value: string, touches: string): Move {
  return {
    name: `type ${value} into ${row} ${column} (${as.split('@')[0]})`,
    as,
    touches: touches.split(' '),
    action: { kind: 'edit', row, column, value },
  };
}

const signed = { status: 'Signed', signedOn: '2026-03-09', currency: 'USD', gross: '500' };
const receipt = { receivedOn: TODAY, amount: '5', reference: 'r-9' };

/** Moves that can be made in the race's world, alone or against each other. */
export const MOVES: readonly Move[] = [
  command(BO, 'approveLead', { lead: 'L-0003', salesOwner: SAM }, 'L-0003 initech P-002'),
  command(HEAD, 'approveLead', { lead: 'L-0003', salesOwner: SAM }, 'L-0003 initech P-002'),
  command(ANA, 'approveLead', { lead: 'L-0004', salesOwner: SAM }, 'L-0004 initech P-001'),
  command(BO, 'rejectLead', { lead: 'L-0003', reason: 'not-a-fit' }, 'L-0003 initech P-002'),
  command(ANA, 'rejectLead', { lead: 'L-0004', reason: 'duplicate' }, 'L-0004 initech P-001'),
  command(ANA, 'withdrawLead', { lead: 'L-0004' }, 'L-0004 initech P-001'),
  command(
    BO,
    'returnLead',
    { lead: 'L-0003', reason: 'insufficient-information', fields: ['country'] },
    'L-0003 initech P-002',
  ),
  command(SAM, 'objectLead', { lead: 'L-0003', reason: 'We talk to them' }, 'L-0003'),
  command(BO, 'updateLead', { lead: 'L-0003', customer: 'Globex' }, 'L-0003 initech globex P-002'),
  command(HEAD, 'addAccount', { name: 'Initech', standing: 'Customer' }, 'initech A-0001'),
  form('lee@borealis.example', 'Initech', 'initech.example', 'initech P-002'),
  form('kim@acme.example', 'Initech', 'initech.example', 'initech P-001'),
  edit(ANA, 'L-0004', 'Customer', 'Globex', 'L-0004 initech globex P-001'),
  edit(ANA, 'L-0004', 'Website', 'umbrella.example', 'L-0004 initech umbrella P-001'),

  command(ANA, 'releaseLead', { lead: 'L-0001' }, 'L-0001 globex P-001'),
  command(BO, 'registerLead', { partner: 'P-002', customer: 'Globex' }, 'globex P-002'),
  command(ANA, 'registerLead', { partner: 'P-001', customer: 'Umbrella' }, 'umbrella P-001'),
  command(BO, 'releaseLead', { lead: 'L-0005' }, 'L-0005 umbrella P-002'),
  command(ANA, 'resubmitLead', { lead: 'L-0006', country: 'Germany' }, 'L-0006 hooli P-001'),
  command(BO, 'approveLead', { lead: 'L-0007', salesOwner: SAM }, 'L-0007 hooli P-002'),
  command(ANA, 'withdrawLead', { lead: 'L-0006' }, 'L-0006 hooli P-001'),
  form('kim@acme.example', 'Hooli', 'hooli.example', 'L-0006 hooli P-001'),
  command(BO, 'judgeMatch', { lead: 'L-0008', other: 'L-0009', same: true, reason: 'One house' }, 'wayne'),
  command(ANA, 'judgeMatch', { lead: 'L-0009', other: 'L-0008', same: false, reason: 'No' }, 'wayne'),
  command(BO, 'approveLead', { lead: 'L-0008', salesOwner: SAM }, 'L-0008 wayne P-002'),
  command(ANA, 'approveLead', { lead: 'L-0009', salesOwner: SAM }, 'L-0009 wayne P-001'),

  command(SAM, 'confirmIntroduction', { introduction: 'I-0003' }, 'L-0005 I-0003'),
  command(SAM, 'confirmIntroduction', { introduction: 'I-0003', refuse: 'Never met' }, 'L-0005 I-0003'),
  command(BO, 'updateDeal', { deal: 'D-0003', ...signed }, 'D-0003 L-0005 umbrella'),
  command(SAM, 'updateDeal', { deal: 'D-0003', status: 'Lost' }, 'D-0003 L-0005 umbrella'),
  command(SAM, 'enterDeal', { lead: 'L-0005', kind: 'SaaS licence', ...signed }, 'L-0005 umbrella'),
  command(
    BO,
    'enterDeal',
    { lead: 'L-0005', kind: 'SaaS licence', ...signed, gross: '700' },
    'L-0005 umbrella',
  ),

  command(FAY, 'recordReceipt', { deal: 'D-0001', ...receipt }, 'D-0001 L-0001'),
  command(ANA, 'recordReceipt', { deal: 'D-0001', ...receipt }, 'D-0001 L-0001'),
  command(
    FAY,
    'creditDeal',
    { deal: 'D-0001', amount: '100', creditedOn: TODAY, reason: 'Late' },
    'D-0001 L-0001 C-0001',
  ),
  command(ANA, 'updateDeal', { deal: 'D-0001', gross: '2000' }, 'D-0001 L-0001 C-0001'),
  command(ANA, 'updateDeal', { deal: 'D-0001', status: 'Lost' }, 'D-0001 L-0001 C-0001 globex'),
  command(ANA, 'updateDeal', { deal: 'D-0001', currency: 'EUR' }, 'D-0001 L-0001 C-0001'),
  command(FAY, 'holdCommission', { commission: 'C-0001', reason: 'Ask' }, 'C-0001 D-0001'),
  command(
    FAY,
    'recordPayment',
    { commission: 'C-0001', paidOn: TODAY, reference: 'PAY-1' },
    'C-0001 P-001 PAY',
  ),
  command(
    HEAD,
    'recordPayment',
    { commission: 'C-0001', paidOn: TODAY, reference: 'PAY-2' },
    'C-0001 P-001 PAY',
  ),
  command(
    FAY,
    'recordPayment',
    { commission: 'C-0002', paidOn: TODAY, reference: 'PAY-1' },
    'C-0002 P-001 PAY',
  ),
  command(
    HEAD,
    'recordPayment',
    { commission: 'C-0002', paidOn: '2026-03-09', reference: 'PAY-1' },
    'C-0002 P-001 PAY',
  ),

  command(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Pause' }, 'P-001 C-0001'),
  command(
    ANA,
    'updatePartner',
    { partner: 'P-001', contacts: ['kim@acme.example', 'joe@new.example'] },
    'P-001 joe',
  ),
  command(
    BO,
    'updatePartner',
    { partner: 'P-002', contacts: ['lee@borealis.example', 'joe@new.example'] },
    'P-002 joe',
  ),
  command(HEAD, 'admitPartner', { partner: 'Delta', contacts: ['joe@new.example'] }, 'joe'),
  command(HEAD, 'assignManager', { partner: 'P-001', manager: BO }, 'P-001'),
  command(HEAD, 'setAway', { person: ANA, from: TODAY, until: '2026-03-12', cover: BO }, 'P-001 team'),
  command(HEAD, 'setTeamMember', { person: SAM, name: 'Sam', role: 'sales', active: false }, 'team L-0003'),
  command(HEAD, 'admitPartner', { partner: 'Cirrus', contacts: ['cy@cirrus.example'] }, 'cirrus'),
  command(HEAD, 'declinePartner', { partner: 'Cirrus', reason: 'No' }, 'cirrus'),
  command(
    ANA,
    'requestToJoin',
    { company: 'Cirrus', contactName: 'Di', contactEmail: 'di@cirrus.example' },
    'cirrus',
  ),
  command(HEAD, 'updateSettings', { 'Commission rate': '0.2' }, 'settings L-0003 L-0004'),
  command(ANA, 'shareSnapshot', { partner: 'P-001' }, 'P-001'),
  { name: 'the clock', as: HEAD, touches: ['L-0003', 'C-0001', 'P-001', 'hooli'], action: { kind: 'clock' } },
];

/** Every two moves that touch the same record; a move also races itself, made twice. */
export function pairsOf(moves: readonly Move[]): readonly (readonly [Move, Move])[] {
  return moves.flatMap((left, n) =>
    moves
      .slice(n)
      .filter((right) => right.touches.some((record) => left.touches.includes(record)))
      .map((right) => [left, right] as const),
  );
}
