import * as v from 'valibot';
import { parseLocalTime } from '../../src/core/calendar/parse-local-time.ts';
import { COMMANDS } from './commands.ts';

const text = v.string('must be text');
const name = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'must not be empty'),
);
const person = v.pipe(text, v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address'));
const count = (least: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
  );

/** A local time `YYYY-MM-DDTHH:mm`, seconds allowed, of a day that exists. */
export const LOCAL_TIME = v.pipe(
  text,
  v.check(
    (value) => parseLocalTime(value, 'UTC') !== null,
    'must be a local time YYYY-MM-DDTHH:mm of a day that exists',
  ),
);

/** Cells of the sheet as people type them: a number or yes/no is its text. */
const typed = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], 'must be text, a number, true or false'),
  v.transform(String),
);

const cell = { tab: name, row: name, column: name };
const edit = v.strictObject({ ...cell, value: typed });

const during = v.pipe(
  v.strictObject({
    afterCalls: count(1),
    as: v.optional(person),
    edit: v.optional(edit),
    sort: v.optional(
      v.strictObject({ tab: name, column: name, ascending: v.boolean('must be true or false') }),
    ),
    insertRow: v.optional(v.strictObject({ tab: name, row: name })),
  }),
  v.check(
    (value) => [value.edit, value.sort, value.insertRow].filter((one) => one !== undefined).length === 1,
    'names one of edit, sort, insertRow',
  ),
);

const faults = {
  deliver: v.optional(v.picklist([0, 1, 2], 'must be 0, 1 or 2')),
  stopAfterCalls: v.optional(count(0)),
  keepWrites: v.optional(count(0)),
  during: v.optional(during),
};

const formQuestions = {
  'Register a lead': [
    'Customer name',
    'Customer website',
    'Customer country',
    'Contact name',
    'Contact title',
    'Contact e-mail',
    'Anything that helps the review',
  ],
  'Request to join': ['Company', 'Your name', 'Country', 'Why you would like to join'],
} as const;

/** The schema of a `form` step: its answers are to the questions that this form asks. */
export function formSchema(form: keyof typeof formQuestions) {
  const questions = Object.fromEntries(formQuestions[form].map((title) => [title, v.optional(text)]));
  return v.strictObject({
    ...faults,
    at: v.unknown(),
    as: person,
    form: v.literal(form),
    answers: v.strictObject(questions),
  });
}

export const FORM_NAMES = ['Register a lead', 'Request to join'] as const;

/** One schema for each kind of step but `form`. Times are checked apart, since inner steps need none. */
export const STEP_SCHEMAS = {
  do: v.strictObject({
    ...faults,
    at: v.unknown(),
    as: person,
    do: v.picklist(COMMANDS, 'is no command of the registry'),
    with: v.optional(v.record(v.string(), v.unknown(), 'must be an object'), {}),
  }),
  edit: v.strictObject({ ...faults, at: v.unknown(), as: person, edit }),
  paste: v.strictObject({
    ...faults,
    at: v.unknown(),
    as: person,
    paste: v.strictObject({
      ...cell,
      values: v.pipe(
        v.array(
          v.pipe(v.array(typed, 'must be a row of values'), v.minLength(1, 'must not be empty')),
          'must be rows of values',
        ),
        v.minLength(1, 'must not be empty'),
        v.check((rows) => new Set(rows.map((row) => row.length)).size <= 1, 'must be rows of one length'),
      ),
    }),
  }),
  import: v.strictObject({
    ...faults,
    at: v.unknown(),
    as: person,
    import: v.strictObject({
      tab: name,
      rows: v.array(v.record(v.string(), v.unknown()), 'must be a list of rows'),
    }),
  }),
  parallel: v.strictObject({
    ...faults,
    at: v.unknown(),
    parallel: v.pipe(v.array(v.unknown(), 'must be a list of steps'), v.minLength(1, 'must not be empty')),
  }),
  time: v.strictObject({ ...faults, at: v.unknown() }),
} as const;

/** What a file holds besides its steps, which are checked one by one. `expect` belongs to the tests. */
export const FILE_SCHEMA = v.strictObject({
  name: text,
  settings: v.optional(
    v.record(
      v.string(),
      v.union([v.string(), v.number(), v.boolean()], 'must be text, a number, true or false'),
    ),
    {},
  ),
  seed: v.optional(count(0), 1),
  steps: v.pipe(v.array(v.unknown(), 'must be a list of steps'), v.minLength(1, 'must not be empty')),
  expect: v.optional(v.unknown()),
});
