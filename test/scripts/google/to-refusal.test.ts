import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GoogleProblem } from '../../../scripts/google/client/google-problem.ts';
import { makeLocalClient } from '../../../scripts/google/client/local-client.ts';
import { type Command, CommandRefused } from '../../../scripts/google/commands/command.ts';
import { runCommandLine } from '../../../scripts/google/run-command-line.ts';
import { STACK_VARIABLE } from '../../../scripts/google/to-refusal.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'refusal-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

/** A command that fails with this. */
async function fail(error: unknown) {
  const failing: Command = {
    name: 'fail',
    summary: 'fails',
    options: {},
    areas: [],
    run: () => Promise.reject(error),
  };
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(['fail', '--local', '--json'], [failing], {
    root,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    client: makeLocalClient('http://127.0.0.1:9/', ''),
  });
  const { problem } = JSON.parse(out.join('\n')) as { problem: string };
  return { exit, problem, err: err.join('\n') };
}

const failure = (fields: object) => Object.assign(new Error('It went wrong'), fields);

describe('Whatever goes wrong in a command', () => {
  test.each([
    [new CommandRefused('Not now.'), 1, 'Not now.'],
    [new CommandRefused('Not so.', 2), 2, 'Not so.'],
    [new GoogleProblem('denied', 'Google refuses.', 'Ask.'), 3, 'Google refuses. Ask.'],
    [failure({ code: 'EACCES', path: '/x/y' }), 2, 'You may not read or write /x/y'],
    [failure({ code: 'ENOSPC' }), 1, 'There is no room left on the disk'],
    [failure({ code: 'ENOTDIR', path: '/x/y' }), 2, '/x/y leads through a file'],
    [failure({ code: 'EISDIR', path: '/x.part', dest: '/x' }), 2, '/x is a folder'],
    ['a word', 1, 'This is a mistake of this programme: a word. Please report it'],
  ])('is told in a sentence and as JSON: %s', async (error, exit, says) => {
    const told = await fail(error);
    expect(told.problem).toContain(says);
    expect(told.exit).toBe(exit);
    expect(told.err).toBe(told.problem);
  });

  test('is told without the request that it happened to', async () => {
    const config = { headers: { authorization: 'Bearer hush' }, data: 'client_secret=hush' };
    const told = await fail(failure({ code: 'ENOTFOUND', config }));
    expect(told.exit).toBe(3);
    expect(told.problem).toContain('Google could not be reached');
    expect(`${told.problem} ${told.err}`).not.toContain('hush');
  });

  test('shows where it came from only to who asks for it', async () => {
    const unknown = new TypeError('x is not a function');
    const told = await fail(unknown);
    expect(told.exit).toBe(1);
    expect(told.err).not.toContain(' at ');
    expect(told.problem).toContain(STACK_VARIABLE);
    vi.stubEnv(STACK_VARIABLE, '1');
    expect((await fail(unknown)).err).toContain(' at ');
  });
});
