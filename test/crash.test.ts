import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { readBundle } from '../scripts/replay/open-world.ts';
import { ENTRY_KINDS } from '../src/addon/entries/entry-table.ts';
import { PEOPLE_COMMANDS } from '../src/registry/commands/command-table.ts';
import { commandCases } from './bench/crash/command-cases.ts';
import { entryCases } from './bench/crash/entry-cases.ts';
import { type CrashWorld, openCrashWorld } from './bench/crash/open-crash-world.ts';
import { describeFailure, runCrashMatrix } from './bench/crash/run-crash-matrix.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

let world: CrashWorld;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openCrashWorld(readBundle(root));
}, 120_000);

/** The registry with a bundle in which a piece of text is another. */
function sabotage(from: RegExp, to: string): CrashWorld {
  const state = structuredClone(world.state);
  const script = state.scripts[world.scriptId];
  if (!script) throw new Error('The script is gone.');
  script.files = script.files.map(({ name, source }) => ({ name, source: source.replace(from, to) }));
  if (JSON.stringify(script.files) === JSON.stringify(world.state.scripts[world.scriptId]?.files)) {
    throw new Error(`The bundle says nothing like ${from}`);
  }
  return { ...world, state };
}

describe('an execution that is stopped anywhere', () => {
  it('leaves the registry as it was before or as it is after, in a sample of all cut points', () => {
    const report = runCrashMatrix({ world, sample: 50, seed: 20260105 });
    expect(report.failures.map(describeFailure)).toEqual([]);
    expect(report.cutPoints).toBeGreaterThanOrEqual(50);
  }, 180_000);

  it('leaves nothing wrong in a sample of the cut points of triggers that change hands', () => {
    const report = runCrashMatrix({ world, only: 'takeOver', sample: 20, seed: 20260106 });
    expect(report.failures.map(describeFailure)).toEqual([]);
    expect(report.cutPoints).toBeGreaterThanOrEqual(16);
  }, 180_000);

  it.each([
    ['a refusal that is asked for again', 'setAway, refused 1'],
    ['a typed row that becomes a record', 'whenEdited, a new row'],
    ['a file that is made and shared', 'shareSnapshot, accepted 1'],
  ])(
    'leaves nothing wrong at any cut point of %s',
    (_what, only) => {
      const report = runCrashMatrix({ world, only });
      expect(report.failures.map(describeFailure)).toEqual([]);
      expect(report.cutPoints).toBeGreaterThan(10);
    },
    180_000,
  );

  it('is looked at for every command and for every entry of the bundle', () => {
    const names = [...commandCases(), ...entryCases()].map(({ name }) => name);
    const lacks = (what: string) => !names.some((name) => name === what || name.startsWith(`${what},`));
    expect(Object.keys(PEOPLE_COMMANDS).filter(lacks)).toEqual([]);
    // The commands are its cases; and the live check, which writes none of the registry's books, is stopped by its own tests.
    const elsewhere = ['execute', 'runLiveCheck'];
    const entries = Object.keys(ENTRY_KINDS).filter((entry) => !elsewhere.includes(entry));
    expect(entries.filter(lacks)).toEqual([]);
  });
});

describe('the check of stopped executions', () => {
  it.each([
    {
      name: 'what was cut off is not rolled forward',
      from: /\.filter\(\(\{entry:(\w+)\}\)=>\1>\w+\.applied\)/,
      to: '.slice(0,0)',
      only: 'confirmIntroduction, accepted 1',
    },
    {
      name: 'a click that was answered already is taken for a new one',
      from: /(\w+)\.state\.mark\.recent\.includes\(/,
      to: '$1.state.mark.recent.slice(0,0).includes(',
      only: 'addAccount, accepted 1',
    },
    {
      name: 'messages are sent before they are taken',
      from: /(claimedAt:(\w+),retryAt:\w+=""\},\w+\)\{return )\2!==""\?!1:/,
      to: '$1',
      only: 'sendOutboxNow, all of it',
    },
  ])('fails where $name', ({ from, to, only }) => {
    const { failures } = runCrashMatrix({ world: sabotage(from, to), only, untilFailed: true });
    expect(failures.length).toBeGreaterThan(0);
  }, 180_000);
});
