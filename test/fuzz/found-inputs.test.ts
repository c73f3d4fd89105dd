import { describe, expect, test } from 'vitest';
import { rememberKeys } from '../../src/registry/state/remember-keys.ts';
import { HEAD } from '../registry/support/office.ts';
import { problemsOf } from '../registry/support/test-door.ts';
import { openStocked } from './support/examples.ts';
import { setOwn } from './support/ugly.ts';

interface Found {
  readonly name: string;
  readonly command: string;
  readonly input: { readonly [field: string]: unknown };
  readonly problems: readonly string[];
}

/** Inputs that once stopped an execution, went in as something else, or hid a problem. */
const found: readonly Found[] = [
  {
    name: 'an object that has no text',
    command: 'objectLead',
    input: { lead: 'L-0002', reason: { toString: 1 } },
    problems: ['invalid reason'],
  },
  {
    name: 'an object in place of an ID',
    command: 'objectLead',
    input: { lead: { toString: 1 }, reason: 'x' },
    problems: ['invalid lead'],
  },
  {
    name: 'a list where one name belongs',
    command: 'registerLead',
    input: { partner: 'P-001', customer: ['Globex', 'Initech'], note: true },
    problems: ['invalid customer', 'invalid note'],
  },
  {
    name: 'two fields that nobody knows',
    command: 'objectLead',
    input: { lead: 'L-0002', reason: 'x', colour: 'red', size: 5 },
    problems: ['invalid colour', 'invalid size'],
  },
  {
    name: 'a field with a name of JavaScript’s own',
    command: 'objectLead',
    input: { lead: 'L-0002', reason: 'x', constructor: 1 },
    problems: ['invalid constructor'],
  },
  {
    name: 'a setting of such a name',
    command: 'updateSettings',
    input: withOwn('__proto__', '1'),
    problems: ['invalid __proto__'],
  },
  {
    name: 'one setting under two spellings',
    command: 'updateSettings',
    input: { 'Commission rate': '0.2', ' Commission rate': '0.3' },
    problems: ['invalid Commission rate'],
  },
  {
    name: 'a time zone that spreadsheets do not know by these letters',
    command: 'updateSettings',
    input: { 'Programme time zone': 'america/chicago' },
    problems: ['invalid Programme time zone'],
  },
  {
    name: 'an amount beside another field that cannot be read',
    command: 'recordReceipt',
    input: { deal: 'D-0001', receivedOn: '31/12/2026', amount: '1.234,56', reference: 'BANK 2' },
    problems: ['invalid receivedOn', 'invalid amount'],
  },
  {
    name: 'a currency in letters that become Latin ones',
    command: 'enterDeal',
    input: { lead: 'L-0004', kind: 'Services', status: 'Open', currency: 'u\u017fd', gross: '5' },
    problems: ['invalid currency'],
  },
  {
    name: 'dates before and behind the calendar',
    command: 'setAway',
    input: { person: 'ana@one.example', from: '0001-01-01', until: '9999-12-31', cover: 'bo@one.example' },
    problems: ['invalid from', 'invalid until'],
  },
  {
    name: 'more addresses than a record holds',
    command: 'updatePartner',
    input: { partner: 'P-002', contacts: Array.from({ length: 3000 }, (_, n) => `a${n}@borealis.example`) },
    problems: ['invalid contacts'],
  },
];

function withOwn(name: string, value: unknown): Found['input'] {
  const input = {};
  setOwn(input, name, value);
  return input;
}

describe('inputs that the fuzz found are answered with every problem', () => {
  test.each(found)('$name', ({ command, input, problems }) => {
    expect(problemsOf(openStocked().run(HEAD, command, input))).toEqual(problems);
  });
});

describe('a record that has grown too long for the books', () => {
  test('is refused before it cannot be written', () => {
    const door = openStocked();
    const credit = { deal: 'D-0001', amount: '1', creditedOn: '2026-01-05', reason: 'x'.repeat(2000) };
    let credits = 0;
    while (door.run(HEAD, 'creditDeal', credit).ok && credits < 200) credits += 1;
    expect(credits).toBeGreaterThan(50);
    expect(door.run(HEAD, 'creditDeal', credit)).toMatchObject({ ok: false, code: 'invalid' });
    expect(door.run(HEAD, 'objectLead', { lead: 'L-0002', reason: 'x' })).toMatchObject({ ok: true });
  });
});

describe('clicks that are remembered', () => {
  test('are the latest, so that they never outgrow the row that they are kept in', () => {
    const keys = Array.from({ length: 100 }, (_, n) => ({ key: `key-${n}` }));
    const recent = keys.reduce<readonly string[]>((known, entry) => rememberKeys(known, [entry]), []);
    expect(recent.at(-1)).toBe('key-99');
    expect(recent).toHaveLength(60);
  });
});
