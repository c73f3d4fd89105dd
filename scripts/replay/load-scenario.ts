import { readFileSync } from 'node:fs';
import { parseScenario } from './parse-scenario.ts';
import type { Problem, Scenario } from './scenario.ts';

/** A scenario that can be played, or every problem of its file. */
export type LoadedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads and checks one scenario file. A file that cannot be read or is no JSON is one problem, not an exception. */
export function loadScenario(path: string): LoadedScenario {
  const read = readJson(path);
  if ('problem' in read) return { ok: false, problems: [{ place: '', message: read.problem }] };
  return parseScenario(read.value);
}

function readJson(path: string): { readonly value: unknown } | { readonly problem: string } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { problem: `cannot be read: ${messageOf(error)}` };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `is not JSON: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
