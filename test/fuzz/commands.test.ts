import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, normaliseText } from '../../src/core/text/clean-text.ts';
import { PEOPLE_COMMANDS, type PeopleCommand } from '../../src/registry/commands/command-table.ts';
import { findBrokenEntry } from '../../src/registry/journal/verify-chain.ts';
import { HEAD, LEE } from '../registry/support/office.ts';
import { type Answer, digest, type TestDoor } from '../registry/support/test-door.ts';
import { findChangedNeighbours, type Shown, showColumns } from './support/changed-neighbours.ts';
import { ACTORS, EXAMPLES, openStocked } from './support/examples.ts';
import { fieldsOf } from './support/fields-of.ts';
import { fuzzRuns } from './support/fuzz-runs.ts';
import { hopelessValue, setOwn, uglyName, uglyText, uglyValue } from './support/ugly.ts';

const COMMANDS = Object.keys(PEOPLE_COMMANDS) as readonly PeopleCommand[];

/** Fields that are lists of things or mean other records: what was written there is not read back as a text. */
const BAD = /[\p{Cc}\p{Cs}]/u;

interface Call {
  readonly command: PeopleCommand;
  readonly as: string;
  readonly input: { readonly [field: string]: unknown };
  /** Fields whose values no field takes. */
  readonly hopeless: readonly string[];
}

function fieldValues(command: PeopleCommand, value: fc.Arbitrary<unknown>, most: number) {
  const fields = fieldsOf(command);
  const names = fields.length === 0 ? ['x'] : fields;
  return fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), {
    minLength: 1,
    maxLength: Math.min(most, names.length),
    selector: ([name]) => name,
  });
}

function callWith(
  command: PeopleCommand,
  as: string,
  values: readonly (readonly [string, unknown])[],
): Call['input'] {
  const input: Record<string, unknown> = { ...EXAMPLES[command] };
  for (const [name, value] of values) setOwn(input, name, value);
  void as;
  return input;
}

const anyCall: fc.Arbitrary<Call> = fc.constantFrom(...COMMANDS).chain((command) =>
  fc
    .record({
      as: fc.constantFrom(...ACTORS),
      values: fieldValues(command, uglyValue, 3),
      extra: fc.option(fc.tuple(uglyName, uglyValue), { freq: 6 }),
    })
    .map(({ as, values, extra }) => ({
      command,
      as,
      input: callWith(command, as, extra ? [...values, extra] : values),
      hopeless: [],
    })),
);

const hopelessCall: fc.Arbitrary<Call> = fc.constantFrom(...COMMANDS).chain((command) =>
  fieldValues(command, hopelessValue, 8).map((values) => ({
    command,
    as: HEAD,
    input: callWith(command, HEAD, values),
    hopeless: values.map(([name]) => name),
  })),
);

function expectReadable(answer: Answer, context: string): void {
  if (answer.ok) return;
  expect(answer.issues.length, context).toBeGreaterThan(0);
  for (const { message, field = '' } of answer.issues) {
    expect(message.length, `${context}: ${message.slice(0, 100)}`).toBeGreaterThan(10);
    expect(message.length, `${context}: ${message.slice(0, 100)}`).toBeLessThan(1500);
    expect(message, context).not.toMatch(/[\p{Cs}]|\[object|undefined/u);
    expect(message.replaceAll('\n', ''), context).not.toMatch(/\p{Cc}/u);
    expect(field.length, context).toBeLessThan(200);
  }
}

/** What of a done command's texts the record does not say as they were written. */
function findAltered(
  door: TestDoor,
  { command, input }: Call,
  answer: Answer & { ok: true },
): readonly string[] {
  const altered: string[] = [];
  const rows = showColumns(door.records);
  for (const [field, value] of Object.entries(input)) {
    if (typeof value !== 'string' || isBlank(value)) continue;
    const shown = readBack(rows, command, answer.id, field);
    if (shown === undefined || shown === normaliseText(value)) continue;
    altered.push(`${command} ${field}: ${JSON.stringify(value)} became ${JSON.stringify(shown)}`);
  }
  return altered;
}

/** Fields whose column has another key than the field. */
const ALIASES: { readonly [field: string]: string } = {
  'requestToJoin company': 'name',
  'recordIntroduction name': 'name',
  'recordPayment reference': 'paymentReference',
};

const TEXT_FIELDS = [
  'company',
  'customer',
  'website',
  'country',
  'note',
  'name',
  'title',
  'introducedTo',
  'owner',
  'reference',
];

function readBack(rows: Shown, command: PeopleCommand, id: string, field: string): string | undefined {
  if (!TEXT_FIELDS.includes(field)) return undefined;
  if (command === 'rejectLead' || command === 'returnLead' || command === 'admitPartner') return undefined;
  const key = ALIASES[`${command} ${field}`] ?? field;
  return [...rows].find(([place]) => place.endsWith(`/${id}/${key}`))?.[1];
}

function check(call: Call): void {
  const door = openStocked();
  const before = showColumns(door.records);
  const context = `${call.command} ${JSON.stringify(call.input).slice(0, 400)}`;
  const answer = door.run(call.as, call.command, call.input);
  expectReadable(answer, context);
  if (!answer.ok) {
    if (call.hopeless.length === 0) return;
    const named = answer.issues.map(({ field = '' }) => field.split('.')[0]);
    expect(
      call.hopeless.filter((field) => !named.includes(field)),
      context,
    ).toEqual([]);
    return;
  }
  expect(call.hopeless, context).toEqual([]);
  expect(findAltered(door, call, answer), context).toEqual([]);
  expect(findChangedNeighbours(before, showColumns(door.records), answer, call.input), context).toEqual([]);
  expect(findBrokenEntry(door.journal, digest), context).toBeNull();
  for (const { subject, body } of door.records.list('outbox')) {
    expect(subject, context).not.toMatch(BAD);
    expect(body.replaceAll(/[\n\t]/g, ''), context).not.toMatch(BAD);
  }
}

describe('a command sent with anything in any field', () => {
  test('has an input that works for every command that the examples know', () => {
    for (const [command, input] of Object.entries(EXAMPLES)) {
      const answer = openStocked().run(HEAD, command, input);
      const codes = answer.ok
        ? []
        : answer.issues.map(({ code, field, message }) => `${code} ${field} ${message}`);
      const refused = codes.filter((code) => !code.startsWith('illegal-state'));
      expect(refused, command).toEqual([]);
    }
  });

  test('answers with problems or records the texts as they were written, and leaves the neighbours alone', () => {
    fc.assert(fc.property(anyCall, check), fuzzRuns(1000));
  });

  test('names every field that holds what no field takes', () => {
    fc.assert(fc.property(hopelessCall, check), fuzzRuns(300));
  });

  test('does not throw whatever the name of the command', () => {
    fc.assert(
      fc.property(fc.oneof(uglyText, uglyName), (name) => {
        fc.pre(!COMMANDS.some((command) => command === name));
        const answer = openStocked().run(HEAD, name, {});
        expect(answer).toMatchObject({ ok: false, code: 'not-found' });
        expectReadable(answer, name.slice(0, 100));
      }),
      fuzzRuns(50),
    );
  });
});

describe('a form answered with anything', () => {
  const answers = (questions: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...questions), uglyText, { noNullPrototype: true });

  test('of the lead is kept, whatever the answers', () => {
    const questions = [
      'Customer name',
      'Customer website',
      'Customer country',
      'Contact name',
      'Contact title',
      'Contact e-mail',
      'Anything that helps the review',
      'constructor',
    ];
    fc.assert(
      fc.property(answers(questions), fc.constantFrom(LEE, 'x@unknown.example'), (given, from) => {
        const door = openStocked();
        const before = showColumns(door.records);
        const answer = door.sendLeadForm('r1', from, { 'Customer name': 'Wonka', ...given });
        expect(answer).toMatchObject({ ok: true });
        if (!answer.ok) return;
        expect(answer.id).toMatch(/^[LU]-/);
        expect(findChangedNeighbours(before, showColumns(door.records), answer, {})).toEqual([]);
        expect(findBrokenEntry(door.journal, digest)).toBeNull();
        if (!answer.id.startsWith('L-')) return;
        const { customer, website, country, note, contacts } = door.get('leads', answer.id).registration;
        const [contact = { name: '', title: '', email: '' }] = contacts;
        const kept = [customer, website, country, contact.name, contact.title, contact.email, note];
        questions.slice(0, 7).forEach((question, i) => {
          const written = normaliseText({ 'Customer name': 'Wonka', ...given }[question] ?? '');
          const isSame = kept[i] === written || (i === 5 && kept[i] === written.toLowerCase());
          const isNoteWithMore = i === 6 && (kept[i] ?? '').startsWith(written);
          // What shows nothing is nothing.
          const isNothing = isBlank(written);
          if (!isSame && !isNoteWithMore && !isNothing) expect(note).toContain(question);
        });
      }),
      fuzzRuns(250),
    );
  });

  test('to join is kept, whatever the answers', () => {
    const questions = ['Company', 'Your name', 'Country', 'Why you would like to join'];
    fc.assert(
      fc.property(answers(questions), (given) => {
        const door = openStocked();
        const before = showColumns(door.records);
        const answer = door.sendJoinForm('r1', 'x@unknown.example', given);
        expect(answer).toMatchObject({ ok: true });
        if (!answer.ok) return;
        expect(findChangedNeighbours(before, showColumns(door.records), answer, {})).toEqual([]);
        expect(findBrokenEntry(door.journal, digest)).toBeNull();
      }),
      fuzzRuns(150),
    );
  });
});
