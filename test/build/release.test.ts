import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleAddon } from '../../scripts/build/bundle-addon.ts';
import { type Area, scopeOf } from '../../scripts/google/client/areas.ts';
import { keepSignIn } from '../../scripts/google/client/sign-in-file.ts';
import { COMMANDS } from '../../scripts/google/commands/table.ts';
import { serveRest } from '../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `git archive` puts into a release: the files that git knows, as they stand here. */
function listReleased(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path))) : [];
}

/** Each starts several programs, on whatever machine that is. */
const LONG_MS = 400_000;

const released = listReleased();

describe.skipIf(released.length === 0)('A release, unpacked into an empty folder,', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    for (const path of released) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(ROOT, path), join(folder, path));
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Nobody is signed in there. */
  function environment(): NodeJS.ProcessEnv {
    return { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), NODE_OPTIONS: '' };
  }

  function run(program: string, ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: environment(),
    });
    return { status, out: stdout, err: stderr };
  }

  test('has nothing in it that is built, kept or secret', () => {
    const strange = released.filter((path) =>
      /^(?:build|node_modules|coverage|\.workspace)\/|^appsscript\/(?!appsscript\.json$)|\.log$|\.env|clasprc|client_secret|sign-in\.json|credentials/.test(
        path,
      ),
    );
    expect(strange).toEqual([]);
  });

  test('installs what its lock file says, from whatever registry npm is set to', () => {
    const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(run('npm', 'ci', '--dry-run', '--offline', '--no-audit', '--no-fund')).toMatchObject({
      status: 0,
    });
  });

  test(
    'builds the same add-on as here, and its commands run',
    async () => {
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      const built = run('npm', 'run', '--silent', 'build');
      expect(built).toMatchObject({ status: 0, err: '' });
      const { code } = await bundleAddon(ROOT);
      expect(readFileSync(join(folder, 'appsscript/Code.js'), 'utf8')).toBe(code);
      const help = run('npm', 'run', '--silent', 'google', '--', '--help');
      expect(help.status).toBe(0);
      for (const { name } of COMMANDS) expect(help.out).toMatch(new RegExp(`^  ${name} `, 'm'));
      const signedOut = run('npm', 'run', '--silent', 'google', '--', 'status');
      expect(signedOut.status).toBe(3);
      expect(signedOut.err).toContain('--credentials client_secret.json');
    },
    LONG_MS,
  );

  test(
    'goes live with the sign-in that is kept and with clasp, where the local Workspace stands in for Google',
    async () => {
      const owner = 'registry@one.example';
      const workspace = new Workspace({ now: Date.parse('2026-01-05T15:00:00Z'), domain: 'one.example' });
      const google = await serveRest(workspace);
      const areas: readonly Area[] = [...new Set(['create', 'push', 'status'].flatMap(areasOf))];
      const tokens = createServer((_request, response) => {
        response.setHeader('content-type', 'application/json');
        const token = {
          access_token: `local:${owner};${areas.join(',')}`,
          token_type: 'Bearer',
          expires_in: 3600,
        };
        response.end(JSON.stringify(token));
      });
      await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));
      keepSignIn(join(folder, '.config/lead-registry'), {
        clientId: 'me',
        clientSecret: 'hush',
        scopes: areas.map(scopeOf),
        refreshToken: 'lasting',
      });
      const env = {
        ...environment(),
        NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'test/scripts/google/support/redirect-google.mjs')).href}`,
        GOOGLE_APIS_AT: google.rootUrl,
        GOOGLE_TOKENS_AT: `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/`,
      };
      const command = (...args: readonly string[]) =>
        runAlongside([process.execPath, '--import', 'tsx', 'scripts/google.ts', ...args], folder, env);
      const created = await command('create', '--yes');
      expect(created).toMatchObject({ status: 0 });
      const pushed = await command('push', '--yes', '--skip-checks');
      expect(pushed).toMatchObject({ status: 0 });
      expect(pushed.out).toContain('This is no git checkout');
      const { scriptId } = JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));
      workspace.ui = { alert: () => 'OK', prompt: () => ({ button: 'CANCEL', text: '' }) };
      const setUp = workspace.run(scriptId, { as: owner, function: 'setUp', context: 'menu' });
      expect(setUp).toMatchObject({ status: 'done' });
      workspace.advanceTo(workspace.now + 86_400_000);
      expect(await command('create', '--yes')).toMatchObject({ status: 0 });
      const status = await command('status');
      expect(status.out.split('\n').filter((line) => !line.startsWith('ok'))).toEqual(['']);
      expect(status).toMatchObject({ status: 0 });
      for (const { out, err } of [created, pushed, status])
        expect(out + err).not.toMatch(/lasting|hush|local:/);
      tokens.close();
      await google.close();
    },
    LONG_MS,
  );
});

function areasOf(command: string): readonly Area[] {
  return COMMANDS.find(({ name }) => name === command)?.areas ?? [];
}

/** Runs a program while servers of this process answer it. */
async function runAlongside(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, out: out.join(''), err: err.join('') };
}
