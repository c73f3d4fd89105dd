import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const texts = v.record(text, text);

const issue = v.strictObject({
  code: v.optional(text),
  field: v.optional(text),
  messageIncludes: v.optional(text),
});

const step = v.strictObject({
  /** Counted from 1. */
  step: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Not said of steps side by side. */
  ok: v.optional(v.boolean()),
  code: v.optional(text),
  id: v.optional(text),
  ids: v.optional(v.array(text)),
  noId: v.optional(v.literal(true)),
  /** Each is among the issues answered. */
  issues: v.optional(v.array(issue)),
  issueCount: v.optional(count),
  issueCountAtLeast: v.optional(count),
  /** For steps side by side: each list says `ok` or the code of each step in order, one of the lists holds. */
  answersOneOf: v.optional(v.array(v.array(text))),
});

/**
 * What must come out of a scenario. Steps that are not named must have been done; of a table's row only the columns
 * named are compared, found by the value of the first column; no cell of any spreadsheet is a formula.
 */
export const EXPECTATION = v.strictObject({
  /** How the expected values follow from the programme rules. */
  why: v.optional(text),
  steps: v.optional(v.array(step), []),
  tables: v.optional(v.record(text, v.array(texts)), {}),
  counts: v.optional(v.record(text, count), {}),
  /** How many rows of a tab have these values and contain these texts. */
  rows: v.optional(
    v.array(v.strictObject({ tab: text, where: texts, including: v.optional(texts, {}), count })),
    [],
  ),
  /** How many messages to this address have the text, in whatever case. */
  mail: v.optional(
    v.array(
      v.pipe(
        v.strictObject({
          to: text,
          subjectOrBodyIncludes: text,
          count: v.optional(count),
          atLeast: v.optional(count),
        }),
        v.check((mail) => (mail.count === undefined) !== (mail.atLeast === undefined), 'count or atLeast'),
      ),
    ),
    [],
  ),
  files: v.optional(
    v.array(
      v.strictObject({
        name: text,
        count,
        viewers: v.optional(v.array(text)),
        includes: v.optional(v.array(text), []),
        excludes: v.optional(v.array(text), []),
      }),
    ),
    [],
  ),
  formulas: v.optional(v.literal(0), 0),
});

export type Expectation = v.InferOutput<typeof EXPECTATION>;
export type ExpectedStep = Expectation['steps'][number];
