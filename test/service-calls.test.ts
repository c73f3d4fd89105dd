import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { callCommand } from '../scripts/replay/call-command.ts';
import type { World } from '../scripts/replay/world.ts';
import { PEOPLE_COMMANDS } from '../src/registry/commands/command-table.ts';
import { everyCommand } from './support/every-command.ts';
import { openLargeWorld } from './support/open-large-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const HEAD = 'head@one.example';
/** Runs every command in a registry with so many leads; answers the reads and writes of each. */
function measure(world: World, leads: number): ReadonlyMap<string, { reads: number; writes: number }> {
  const calls = new Map<string, { reads: number; writes: number }>();
  everyCommand({ leads, failedMail: 'M-0001' }).forEach(([command, input, as = HEAD], n) => {
    const { answer, use } = callCommand(world.workspace, world.scriptId, {
      as,
      command,
      input,
      requestId: `measure-${n}`,
    });
    expect(answer, `${command} ${JSON.stringify(answer.issues)}`).toMatchObject({ ok: true });
    calls.set(`${n + 1} ${command}`, use);
  });
  return calls;
}

/** What dialogs ask, with what they are asked about in a registry of so many leads. */
const QUESTIONS = [
  ['describeForm', { form: 'enterDeal', selected: { leads: 'L-0001' } }],
  ['searchSubjects', { form: 'approveLead', text: 'customer' }],
  ['findRecords', { text: 'acme' }],
  ['listReviews', {}],
  ['goTo', { record: 'L-0001' }],
  ['preview', { command: 'registerLead', input: { partner: 'P-001', customer: 'Asked' } }],
] as const;

function measureQuestions({ workspace, scriptId }: World): Readonly<Record<string, number>> {
  return Object.fromEntries(
    QUESTIONS.map(([question, given]) => {
      const args = [JSON.stringify({ question, with: given })];
      const { value, calls } = workspace.run(scriptId, {
        as: HEAD,
        function: 'ask',
        args,
        context: 'dialog',
      });
      expect(JSON.parse(String(value)), question).toMatchObject({ ok: true });
      expect(calls.writes, question).toBe(0);
      return [question, calls.reads];
    }),
  );
}

describe('the service calls of each command', () => {
  beforeAll(() => buildWhenStale(root));

  it('are at most 20, of a question at most 8, and the same with 100 and with 5,000 leads', () => {
    const [small, large] = [openLargeWorld(root, 100), openLargeWorld(root, 5000)];
    const asked = measureQuestions(small);
    expect(measureQuestions(large)).toEqual(asked);
    expect(Object.values(asked).filter((reads) => reads > 8)).toEqual([]);
    const few = measure(small, 100);
    const many = measure(large, 5000);
    expect(Object.fromEntries(many)).toEqual(Object.fromEntries(few));
    const excessive = [...few].filter(([, { reads, writes }]) => reads + writes > 20);
    expect(excessive).toEqual([]);
    const measured = new Set([...few.keys()].map((key) => key.split(' ')[1]));
    expect(Object.keys(PEOPLE_COMMANDS).filter((command) => !measured.has(command))).toEqual([]);
  }, 120_000);
});
