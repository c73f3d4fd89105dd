import fc from 'fast-check';
import { addDays } from '../../../src/core/calendar/add-days.ts';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import { isApproved } from '../../../src/core/registration/is-approved.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import type { Kind } from '../../../src/registry/records.ts';
import { FAY, HEAD, introduce, openProgramme, SAM, sign } from './office.ts';
import { type Answer, codesOf, type TestDoor } from './test-door.ts';

/**
 * One step of a random course of events. `a`, `b` and `c` choose among what there is then, so that a move stays
 * meaningful when others are left out of the course.
 */
export interface Move {
  readonly do: keyof typeof PLAYS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Few customers under several names, domains and countries, so that they collide in many ways. */
const NAMES = ['Globex', 'Globex GmbH', 'Globbex', 'Initech', 'Initech SA', 'Acme'] as const;
const WEBSITES = ['', 'globex.example', 'globex-france.example', 'initech.example', 'acme.example'] as const;
const COUNTRIES = ['', '', 'Germany', 'France'] as const;
const MAILS = ['', 'hanna@globex-deutschland.example', 'ivo@initech.example', 'jo@gmail.com'] as const;
const ADDRESSES = ['kim@acme.example', 'kim@globex.example', 'kim@initech.example'] as const;
const AMOUNTS = ['100000', '0.01', '99999.99', '123456.75', '0', '7.05'] as const;
const CURRENCIES = ['USD', 'JPY', 'KWD'] as const;

function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** The n-th record's ID of a kind; of a kind without records one that does not exist. */
function idOf(door: TestDoor, kind: Kind, n: number): string {
  const records: readonly { readonly id: string }[] = door.records.list(kind);
  return records.length === 0 ? 'X-0001' : pick(records, n).id;
}

/** As `idOf` for deals; every other one is a deal that was paid for, where there is one. */
function dealOf(door: TestDoor, n: number): string {
  const lines = door.records.list('commissions').map(({ line }) => line);
  const paid = lines.filter(({ status }) => status === 'Paid');
  return n % 2 === 0 || paid.length === 0 ? idOf(door, 'deals', n >> 1) : pick(paid, n >> 1).deal;
}

function customerOf(n: number, m: number) {
  const email = pick(MAILS, m >> 4);
  return {
    customer: pick(NAMES, n),
    website: pick(WEBSITES, m),
    country: pick(COUNTRIES, m >> 2),
    ...(email === '' ? {} : { contacts: [{ name: 'Contact', email, title: '' }] }),
  };
}

function amountIn(currency: string, n: number): string {
  const amount = pick(AMOUNTS, n);
  return currency === 'JPY'
    ? amount.split('.').join('')
    : currency === 'KWD'
      ? `${amount}${amount.includes('.') ? '5' : ''}`
      : amount;
}

/** Approves; where records are only alike, says that they are different, as a manager in a hurry would. */
function approve(door: TestDoor, lead: string, override: boolean): Answer {
  const input = { lead, salesOwner: SAM, ...(override ? { override: 'The head agreed.' } : {}) };
  const answer = door.run(HEAD, 'approveLead', input);
  if (!codesOf(answer).includes('possible')) return answer;
  const desk = new CustomerDesk(door.records, door.today);
  for (const { verdict, record } of checkConflicts(desk.prepared(), door.get('leads', lead).id).findings) {
    if (verdict === 'possible')
      door.run(HEAD, 'judgeMatch', { lead, other: record, same: false, reason: 'Asked.' });
  }
  return door.run(HEAD, 'approveLead', input);
}

const PLAYS = {
  wait: (door: TestDoor, { a, b }: Move) => {
    const days = pick([0, 1, 3, 20, 60, 200], a);
    const hour = String(10 + (b % 12)).padStart(2, '0');
    const local = `${addDays(door.today, days)}T${hour}:00`;
    if (days > 0) door.moveTo(local);
    if (b % 2 === 0) door.runDay();
  },
  registerLead: (door, { a, b, c }) => {
    door.run(HEAD, 'registerLead', { partner: idOf(door, 'partners', a), ...customerOf(b, c) });
  },
  sendForm: (door, { a, b, c }) => {
    const { customer, website } = customerOf(b, c);
    const from = pick(door.records.list('partners'), a).partner.contacts[0] ?? 'nobody@elsewhere.example';
    door.sendLeadForm(`form ${door.journal.length}`, from, {
      'Customer name': customer,
      'Customer website': website,
    });
  },
  registerActive: (door, { a, b, c }) => {
    const input = { partner: idOf(door, 'partners', a), ...customerOf(b, c) };
    const registered = door.run(HEAD, 'registerLead', input);
    if (registered.ok) approve(door, registered.id, b % 3 === 0);
  },
  approveLead: (door, { a, b }) => {
    if (door.records.list('leads').length > 0) approve(door, idOf(door, 'leads', a), b % 2 === 0);
  },
  returnLead: (door, { a }) => {
    door.run(HEAD, 'returnLead', { lead: idOf(door, 'leads', a), reason: 'not-a-fit', fields: ['website'] });
  },
  resubmitLead: (door, { a, b, c }) => {
    door.run(HEAD, 'resubmitLead', { lead: idOf(door, 'leads', a), ...customerOf(b, c) });
  },
  rejectLead: (door, { a }) => {
    door.run(HEAD, 'rejectLead', { lead: idOf(door, 'leads', a), reason: 'duplicate' });
  },
  withdrawLead: (door, { a }) => {
    door.run(HEAD, 'withdrawLead', { lead: idOf(door, 'leads', a) });
  },
  releaseLead: (door, { a }) => {
    door.run(HEAD, 'releaseLead', { lead: idOf(door, 'leads', a) });
  },
  updateLead: (door, { a, b, c }) => {
    door.run(HEAD, 'updateLead', { lead: idOf(door, 'leads', a), ...customerOf(b, c) });
  },
  judgeMatch: (door, { a, b, c }) => {
    const other = c % 3 === 0 ? idOf(door, 'accounts', b) : idOf(door, 'leads', b);
    door.run(HEAD, 'judgeMatch', {
      lead: idOf(door, 'leads', a),
      other,
      same: c % 2 === 0,
      reason: 'Asked.',
    });
  },
  updatePartner: (door, { a, b }) => {
    door.run(HEAD, 'updatePartner', { partner: idOf(door, 'partners', a), contacts: [pick(ADDRESSES, b)] });
  },
  suspendPartner: (door, { a }) => {
    door.run(HEAD, 'suspendPartner', { partner: idOf(door, 'partners', a), reason: 'Audit' });
  },
  admitPartner: (door, { a, b }) => {
    const contacts = b % 2 === 0 ? {} : { contacts: [pick(ADDRESSES, b >> 1)] };
    door.run(HEAD, 'admitPartner', { partner: idOf(door, 'partners', a), ...contacts });
  },
  addAccount: (door, { a, b, c }) => {
    const { customer, website, country } = customerOf(b, c);
    door.run(HEAD, 'addAccount', {
      name: customer,
      website,
      country,
      standing: pick(['Former', 'Customer'], a),
    });
  },
  updateAccount: (door, { a, b, c }) => {
    const { customer, website, country } = customerOf(b, c);
    const account = idOf(door, 'accounts', a);
    door.run(HEAD, 'updateAccount', {
      account,
      name: customer,
      website,
      country,
      standing: pick(['Former', 'Customer'], b),
    });
  },
  /** All that a commission needs: a decision maker introduced, a deal signed, cash received, all today. */
  sell: (door, { a, b, c }) => {
    const approved = door.records.list('leads').filter(({ registration }) => isApproved(registration));
    if (approved.length === 0) return;
    const lead = pick(approved, a).id;
    const currency = pick(CURRENCIES, c);
    introduce(door, lead);
    const deal = sign(door, lead, { currency, gross: amountIn(currency, b) });
    door.run(FAY, 'recordReceipt', { deal, receivedOn: door.today, amount: '5', reference: `SALE ${deal}` });
  },
  recordIntroduction: (door, { a, b }) => {
    const introduction = door.run(HEAD, 'recordIntroduction', {
      lead: idOf(door, 'leads', a),
      name: 'Hanna Voss',
      title: 'CIO',
      email: 'hanna@globex.example',
      relation: pick(['employed', 'contracted', 'other'], b),
      decisionMaker: b % 5 > 0,
      introducedOn: addDays(door.today, -(b % 10)),
    });
    if (introduction.ok && b % 4 > 0)
      door.run(HEAD, 'confirmIntroduction', { introduction: introduction.id });
  },
  confirmIntroduction: (door, { a, b }) => {
    const introduction = idOf(door, 'introductions', a);
    door.run(HEAD, 'confirmIntroduction', { introduction, ...(b % 2 === 0 ? { refuse: 'Left.' } : {}) });
  },
  enterDeal: (door, { a, b, c }) => {
    const currency = pick(CURRENCIES, c);
    door.run(HEAD, 'enterDeal', {
      lead: idOf(door, 'leads', a),
      kind: pick(['SaaS licence', 'SaaS licence', 'Renewal', 'Services'], b),
      status: pick(['Signed', 'Signed', 'Signed', 'Open'], c >> 2),
      ...((c >> 2) % 4 === 3 ? {} : { signedOn: addDays(door.today, -pick([0, 0, 1, 15, 100], b >> 2)) }),
      currency,
      gross: amountIn(currency, c >> 3),
    });
  },
  updateDeal: (door, { a, b, c }) => {
    const deal = door.records.get('deals', dealOf(door, a))?.deal;
    const currency = deal?.revenue?.gross.currency ?? 'USD';
    const changes = [
      { gross: amountIn(currency, c) },
      { status: 'Lost' },
      { status: 'Signed', signedOn: addDays(door.today, -(c % 40)) },
      { lead: idOf(door, 'leads', c) },
      { currency: pick(CURRENCIES, c), gross: '500' },
      { kind: pick(['SaaS licence', 'Renewal', 'Services'], c) },
    ];
    door.run(HEAD, 'updateDeal', { deal: deal?.id ?? 'D-0001', ...pick(changes, b) });
  },
  recordReceipt: (door, { a, b, c }) => {
    const reference = `REF ${b % 6}`;
    const receivedOn = addDays(door.today, -pick([0, 10, 31, 45], c));
    door.run(FAY, 'recordReceipt', { deal: idOf(door, 'deals', a), receivedOn, amount: '5', reference });
  },
  creditDeal: (door, { a, b }) => {
    const amount = pick(['1', '500', '20000'], b);
    door.run(FAY, 'creditDeal', {
      deal: dealOf(door, a),
      amount,
      creditedOn: door.today,
      reason: 'Refund',
    });
  },
  holdCommission: (door, { a }) => {
    door.run(FAY, 'holdCommission', { commission: idOf(door, 'commissions', a) });
  },
  releaseHold: (door, { a }) => {
    door.run(FAY, 'releaseHold', { commission: idOf(door, 'commissions', a) });
  },
  recordPayment: (door, { a, b }) => {
    const due = door.records
      .list('commissions')
      .filter(({ line }) => line.status === 'Due' && line.amount.minor > 0);
    const commission = due.length > 0 ? pick(due, a).id : idOf(door, 'commissions', a);
    door.run(FAY, 'recordPayment', {
      commission,
      paidOn: door.today,
      reference: `PAY ${door.today} ${b % 4}`,
    });
  },
  updateSettings: (door, { a, b }) => {
    const values = [
      { 'Commission rate': pick(['0.1', '0.125', '0'], b) },
      { 'Registration window months': pick([1, 12], b) },
    ];
    door.run(HEAD, 'updateSettings', { ...pick(values, a) });
  },
} as const satisfies { readonly [name: string]: (door: TestDoor, move: Move) => void };

/** How often each move is drawn: courses in which customers are registered, sold to and paid for. */
const WEIGHTS: { readonly [name in keyof typeof PLAYS]?: number } = {
  wait: 8,
  registerActive: 8,
  registerLead: 3,
  approveLead: 3,
  sell: 5,
  recordIntroduction: 3,
  enterDeal: 4,
  recordReceipt: 4,
  recordPayment: 6,
  updateDeal: 6,
  creditDeal: 2,
  updateLead: 3,
};

const numbers = fc.nat({ max: 63 });

/** Random moves; the names given are the only ones drawn, all where none is. */
export function moves(...names: readonly (keyof typeof PLAYS)[]): fc.Arbitrary<Move> {
  const drawn = (Object.keys(PLAYS) as (keyof typeof PLAYS)[]).filter(
    (name) => names.length === 0 || names.includes(name),
  );
  const weighted = drawn.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: fc.constant(name) }));
  return fc.record({ do: fc.oneof(...weighted), a: numbers, b: numbers, c: numbers });
}

/** Plays the moves in a programme of three partners; `look` sees the registry after each of them. */
export function play(
  course: readonly Move[],
  look: (door: TestDoor, move: Move) => void = () => {},
): TestDoor {
  const door = openProgramme();
  door.must(HEAD, 'admitPartner', { partner: 'Cirrus', contacts: ['mia@cirrus.example'] });
  for (const move of course) {
    PLAYS[move.do](door, move);
    look(door, move);
  }
  return door;
}
