import { PEOPLE_COMMANDS } from '../../../src/registry/commands/command-table.ts';
import { commandCases } from './command-cases.ts';
import type { Next } from './crash-case.ts';
import { entryCases } from './entry-cases.ts';
import type { Cut } from './list-cuts.ts';
import type { CrashWorld } from './open-crash-world.ts';
import { type CrashFailure, CrashRun } from './run-crash-case.ts';

/** Which part of the matrix is run. */
export interface MatrixWish {
  readonly world: CrashWorld;
  /** Only cases whose name begins so. */
  readonly only?: string;
  /** So many cut points, drawn by `seed`, instead of all; each followed by one of the next executions. */
  readonly sample?: number;
  readonly seed?: number;
  /** Only this cut and what comes next: to see one failure again. */
  readonly cut?: Cut;
  readonly next?: Next;
  /** Whether cuts that leave the same behind are run one by one. */
  readonly exhaustive?: boolean;
  /** Ends with the first failure. */
  readonly untilFailed?: boolean;
  readonly tell?: (line: string) => void;
}

/** What the matrix came to. */
export interface MatrixReport {
  readonly cases: number;
  readonly commands: number;
  /** Calls × cuts of the unflushed writes. */
  readonly cutPoints: number;
  /** Executions of the bundle. */
  readonly runs: number;
  readonly failures: readonly CrashFailure[];
}

/** Cut points that a sample takes of one case at least: the more of one, the fewer cases. */
const SAMPLE_OF_A_CASE = 8;

/** Every command and entry of the bundle with every cut, or what is wished of it. */
export function runCrashMatrix(wish: MatrixWish): MatrixReport {
  const { world, only = '', sample, tell = () => undefined } = wish;
  const draw = createDraw(wish.seed ?? 1);
  const cases = [...commandCases(), ...entryCases()].filter(({ name }) => name.startsWith(only));
  const order = sample === undefined ? cases : shuffle(cases, draw);
  const failures: CrashFailure[] = [];
  const commands = new Set<string>();
  let [cutPoints, runs, done] = [0, 0, 0];
  for (const crashCase of order) {
    if (sample !== undefined && cutPoints >= sample) break;
    const run = new CrashRun(crashCase, world);
    const trials = trialsOf(
      run,
      wish,
      draw,
      Math.max(SAMPLE_OF_A_CASE, Math.ceil((sample ?? 0) / order.length)),
    );
    const found: CrashFailure[] = [];
    for (const { cut, next } of trials) {
      found.push(...[run.check(cut, next) ?? []].flat());
      if (wish.untilFailed === true && found.length > 0) break;
    }
    failures.push(...found);
    done += 1;
    runs += run.executions + 1;
    cutPoints += sample === undefined && wish.cut === undefined ? run.cuts.all.length : trials.length;
    const [command = ''] = crashCase.name.split(',');
    if (Object.hasOwn(PEOPLE_COMMANDS, command)) commands.add(command);
    tell(
      `${done}/${order.length} ${crashCase.name}: ${run.cuts.all.length} cut points, ${run.executions} runs, ${found.length} failures`,
    );
    for (const failure of found) tell(`\n${describeFailure(failure)}\n`);
    if (wish.untilFailed === true && failures.length > 0) break;
  }
  return { cases: done, commands: commands.size, cutPoints, runs, failures };
}

interface Trial {
  readonly cut: Cut;
  readonly next: Next;
}

function trialsOf(
  { cuts, crashCase }: CrashRun,
  wish: MatrixWish,
  draw: (below: number) => number,
  most: number,
): readonly Trial[] {
  const { sample, cut, next, exhaustive = false } = wish;
  const nexts = next === undefined ? crashCase.nexts : [next];
  if (cut !== undefined) return nexts.map((one) => ({ cut, next: one }));
  if (sample === undefined)
    return (exhaustive ? cuts.all : cuts.distinct).flatMap((one) =>
      nexts.map((then) => ({ cut: one, next: then })),
    );
  return shuffle(cuts.all, draw)
    .slice(0, most)
    .flatMap((one) => {
      const then = nexts[draw(nexts.length)];
      return then === undefined ? [] : [{ cut: one, next: then }];
    });
}

/** Whole numbers from 0 to below `below`, the same for the same seed. */
function createDraw(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffle<T>(list: readonly T[], draw: (below: number) => number): readonly T[] {
  return list
    .map((item) => ({ item, place: draw(2 ** 32) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A failure for people: what broke, and the command that shows it again. */
export function describeFailure({ name, cut, next, problems }: CrashFailure): string {
  const { stopAfterCalls, keepWrites } = cut;
  return [
    `${name}: stopped after ${stopAfterCalls} calls with ${keepWrites} unflushed writes kept, then ${next}`,
    ...problems.map((problem) => `    ${problem}`),
    `  again: npm run bench:crash -- --command '${name}' --cut ${stopAfterCalls}/${keepWrites} --next ${next}`,
  ].join('\n');
}
