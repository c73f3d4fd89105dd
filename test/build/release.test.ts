import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleAddon } from '../../scripts/build/bundle-addon.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `git archive` puts into a release: the files that git knows, as they stand here. */
function listReleased(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path))) : [];
}

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

  function run(program: string, ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      // Nobody is signed in there.
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), NODE_OPTIONS: '' },
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

  test('builds the same add-on as here, and its commands run', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const built = run('npm', 'run', '--silent', 'build');
    expect(built).toMatchObject({ status: 0, err: '' });
    const { code } = await bundleAddon(ROOT);
    expect(readFileSync(join(folder, 'appsscript/Code.js'), 'utf8')).toBe(code);
    const help = run('npm', 'run', '--silent', 'google', '--', '--help');
    expect(help.status).toBe(0);
    for (const command of ['create', 'push', 'status', 'access', 'import', 'export']) {
      expect(help.out).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    const signedOut = run('npm', 'run', '--silent', 'google', '--', 'status');
    expect(signedOut.status).toBe(3);
    expect(signedOut.err).toContain('--credentials client_secret.json');
  });
});
