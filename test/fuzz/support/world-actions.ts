import fc from 'fast-check';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { PEOPLE_COMMANDS } from '../../../src/registry/commands/command-table.ts';
import type { Column } from '../../../src/registry/schema/column.ts';
import { TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { EXAMPLES } from './examples.ts';
import { fieldsOf } from './fields-of.ts';
import { setOwn, uglyName, uglyText, uglyValue } from './ugly.ts';

/** Something that somebody does to the registry. */
export type Action =
  | {
      readonly do: 'type';
      readonly kind: TabKind;
      readonly row: number;
      readonly key: string;
      readonly text: string;
    }
  | {
      readonly do: 'paste';
      readonly kind: TabKind;
      readonly row: number;
      readonly key: string;
      readonly values: readonly (readonly string[])[];
    }
  | {
      readonly do: 'form';
      readonly form: 'lead' | 'join';
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly do: 'command'; readonly command: string; readonly input: object }
  | { readonly do: 'request'; readonly json: unknown };

const HEAD = 'head@one.example';

const TYPED: readonly TabKind[] = [
  'leads',
  'introductions',
  'deals',
  'partners',
  'accounts',
  'team',
  'settings',
];
const columnsOf = (kind: TabKind) => TABS[kind].columns as readonly Column<never>[];

/** Columns that people write most often, computed ones and IDs sometimes. */
function anyColumn(kind: TabKind): fc.Arbitrary<string> {
  const people = columnsOf(kind).filter(({ writer }) => writer === 'people');
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...people.map(({ key }) => key)) },
    { weight: 1, arbitrary: fc.constantFrom(...columnsOf(kind).map(({ key }) => key)) },
  );
}

/** A text that a column of any kind may be typed, those that fit it among them. */
const typedText = fc.oneof(
  { weight: 5, arbitrary: uglyText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Active',
      'yes',
      'no',
      '',
      '2026-01-05',
      '1/5/2026',
      '5',
      '1,234.50',
      'EUR',
      'Signed',
      'Customer',
      'sam@one.example',
    ),
  },
);

const typing: fc.Arbitrary<Action> = fc
  .constantFrom(...TYPED)
  .chain((kind) =>
    fc
      .record({ row: fc.integer({ min: 2, max: 5 }), key: anyColumn(kind), text: typedText })
      .map((cell) => ({ do: 'type' as const, kind, ...cell })),
  );

const pasting: fc.Arbitrary<Action> = fc.constantFrom(...TYPED).chain((kind) =>
  fc
    .record({
      row: fc.integer({ min: 2, max: 4 }),
      key: anyColumn(kind),
      values: fc.array(fc.array(typedText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    })
    .map((block) => ({ do: 'paste' as const, kind, ...block })),
);

const LEAD_QUESTIONS = [
  'Customer website',
  'Customer country',
  'Contact name',
  'Contact title',
  'Contact e-mail',
  'Anything that helps the review',
];
const JOIN_QUESTIONS = ['Country', 'Why you would like to join'];

const answering: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(uglyText, fc.dictionary(fc.constantFrom(...LEAD_QUESTIONS), uglyText, { noNullPrototype: true }))
    .map(([customer, rest]) => ({
      do: 'form' as const,
      form: 'lead' as const,
      answers: { 'Customer name': customer, ...rest },
    })),
  fc
    .tuple(
      uglyText,
      uglyText,
      fc.dictionary(fc.constantFrom(...JOIN_QUESTIONS), uglyText, { noNullPrototype: true }),
    )
    .map(([company, name, rest]) => ({
      do: 'form' as const,
      form: 'join' as const,
      answers: { Company: company, 'Your name': name, ...rest },
    })),
);

/** Without what closes the registry to all others, after which nothing could be found. */
const WORKING = typedKeys(PEOPLE_COMMANDS).filter((name) => name !== 'beginImport' && name !== 'endImport');

const commanding: fc.Arbitrary<Action> = fc.constantFrom(...WORKING).chain((command) =>
  fc
    .array(fc.tuple(fc.constantFrom(...fieldsOf(command)), uglyValue), { minLength: 1, maxLength: 2 })
    .map((values) => {
      const input: Record<string, unknown> = { ...EXAMPLES[command] };
      for (const [name, value] of values) setOwn(input, name, value);
      return { do: 'command' as const, command, input };
    }),
);

const requesting: fc.Arbitrary<Action> = fc
  .oneof(
    uglyText,
    fc.constantFrom<unknown>(
      null,
      5,
      true,
      [],
      {},
      '',
      '[]',
      'null',
      '{"command":5}',
      '{"command":"approveLead","input":[]}',
    ),
    fc
      .record({ command: fc.oneof(uglyName, uglyText), input: fc.constantFrom<unknown>({}, null, 'x') })
      .map((request) => JSON.stringify(request)),
    fc
      .record({
        command: fc.constant('objectLead'),
        input: fc.constant({ lead: 'L-0002', reason: 'x' }),
        requestId: uglyValue,
      })
      .map((request) => JSON.stringify(request)),
  )
  .map((json) => ({ do: 'request' as const, json }));

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: typing },
  { weight: 2, arbitrary: pasting },
  { weight: 2, arbitrary: answering },
  { weight: 2, arbitrary: commanding },
  { weight: 1, arbitrary: requesting },
);

/** What came of it: `not done` where Google itself refuses, so that the registry hears nothing. */
export type Outcome = 'not done' | 'done' | 'refused';

/** Does it as the programme head, or as a partner for a form. `number` tells clicks apart. */
export function act(world: World, action: Action, number: number): Outcome {
  const { workspace, spreadsheetId, scriptId } = world;
  switch (action.do) {
    case 'type':
    case 'paste': {
      const { kind, key, row } = action;
      const [headers = []] = workspace.table(spreadsheetId, TABS[kind].name);
      const column = headers.indexOf(columnsOf(kind).find((one) => one.key === key)?.header ?? '') + 1;
      const at = { spreadsheetId, as: HEAD, tab: TABS[kind].name, row, column };
      const result =
        action.do === 'type'
          ? workspace.edit({ ...at, value: action.text })
          : workspace.paste({ ...at, values: action.values });
      return result.applied ? 'done' : 'not done';
    }
    case 'form':
      return answer(world, action);
    case 'command': {
      const call = { as: HEAD, command: action.command, input: action.input, requestId: `fuzz-${number}` };
      return callCommand(workspace, scriptId, call).answer.ok ? 'done' : 'refused';
    }
    case 'request': {
      const result = workspace.run(scriptId, {
        as: HEAD,
        function: 'execute',
        args: [action.json],
        context: 'dialog',
      });
      return typeof result.value === 'string' && JSON.parse(result.value).ok === true ? 'done' : 'refused';
    }
  }
}

function answer(world: World, { form, answers }: Extract<Action, { do: 'form' }>): Outcome {
  const formId = world.formIds[form === 'lead' ? 'Register a lead' : 'Request to join'];
  try {
    world.workspace.submitForm({ formId, as: 'kim@acme.example', answers });
    return 'done';
  } catch (error) {
    // The form itself refuses an empty required answer and line breaks in an answer of one line.
    if (error instanceof ActionRefused) return 'not done';
    throw error;
  }
}

function typedKeys<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
