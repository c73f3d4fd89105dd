import { buildWhenStale } from './build-when-stale.ts';
import { formatTable } from './format-table.ts';
import { loadScenario } from './load-scenario.ts';
import { readBundle } from './open-world.ts';
import type { ReplayArguments } from './parse-arguments.ts';
import { type Outcome, playScenario } from './play-scenario.ts';
import type { Problem, Scenario } from './scenario.ts';
import { TAB_SHAPES } from './tab-shapes.ts';

/** What the command prints and how it ends. */
export interface Replayed {
  readonly exitCode: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Plays the files and prints one JSON document (an array for several), or one table as text. Every file is checked
 * before any is played, so that all problems come out at once.
 */
export async function replayFiles({ files, table }: ReplayArguments, root: string): Promise<Replayed> {
  const complaints = table === null ? [] : checkTable(table);
  const scenarios: { readonly file: string; readonly scenario: Scenario }[] = [];
  for (const file of files) {
    const loaded = loadScenario(file);
    if (loaded.ok) scenarios.push({ file, scenario: loaded.scenario });
    else complaints.push(...loaded.problems.map((problem) => describeProblem(file, problem)));
  }
  if (complaints.length > 0) return malformed(complaints);

  await buildWhenStale(root);
  const bundle = readBundle(root);
  const outcomes: Outcome[] = [];
  for (const { file, scenario } of scenarios) {
    const played = await playScenario(scenario, bundle);
    if (played.ok) outcomes.push(played.outcome);
    else complaints.push(...played.problems.map((problem) => describeProblem(file, problem)));
  }
  if (complaints.length > 0) return malformed(complaints);
  return {
    exitCode: 0,
    stdout: table === null ? formatJson(outcomes) : formatTables(outcomes, table),
    stderr: '',
  };
}

function checkTable(table: string): string[] {
  const names = TAB_SHAPES.map((shape) => shape.name);
  return names.includes(table)
    ? []
    : [`--table: the registry has no tab ${table}; it has ${names.join(', ')}`];
}

function describeProblem(file: string, { place, message }: Problem): string {
  return [file, place, message].filter((part) => part !== '').join(': ');
}

function malformed(complaints: readonly string[]): Replayed {
  return { exitCode: 2, stdout: '', stderr: `${complaints.join('\n')}\n` };
}

function formatJson(outcomes: readonly Outcome[]): string {
  return `${JSON.stringify(outcomes.length === 1 ? outcomes[0] : outcomes, null, 2)}\n`;
}

function formatTables(outcomes: readonly Outcome[], table: string): string {
  const texts = outcomes.map((outcome) => formatTable(outcome.tables[table] ?? []));
  if (outcomes.length === 1) return `${texts[0]}\n`;
  return `${outcomes.map((outcome, n) => `${outcome.name}\n${texts[n]}\n`).join('\n')}`;
}
