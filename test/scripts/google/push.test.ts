import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withClaspSignIn } from '../../../scripts/google/client/clasp-sign-in.ts';
import { keepSignIn } from '../../../scripts/google/client/sign-in-file.ts';
import { listUncommitted } from '../../../scripts/google/project/workshop.ts';
import { pushWithClasp } from '../../../scripts/google/push/push-with-clasp.ts';
import { assembleFiles, compareFiles, type PushedFile } from '../../../scripts/google/push/pushed-files.ts';
import { findTriggerNews } from '../../../scripts/google/push/trigger-news.ts';
import type { Bundle } from '../../../scripts/replay/open-world.ts';
import { LiveWorld, OWNER } from './support/live-world.ts';

/** A small add-on: what is pushed is one thing, what it does another. */
const SMALL: Bundle = {
  manifest: { timeZone: 'America/Chicago', runtimeVersion: 'V8' },
  code: 'function onOpen(){}\nfunction whenEdited(){}\nfunction whenChanged(){}',
  contract: 'function Contract_(){}',
  pages: [{ name: 'Page.html', source: '<p>Hello</p>' }],
};

let live: LiveWorld;

beforeEach(async () => {
  live = await LiveWorld.open(undefined, SMALL);
  await live.run('create', '--yes');
});

afterEach(() => live.close());

const scriptId = () => live.remembered.scriptId ?? '';
const pushed = () => live.world.scripts[scriptId()];

describe('push', () => {
  test('lists what differs, which triggers will run it, and pushes nothing', async () => {
    const before = live.snapshot();
    for (const argv of [[], ['--dry-run']]) {
      const { exit, out } = await live.run('push', ...argv);
      expect(exit).toBe(1);
      expect(out).toContain('add     Code.js, which is not there yet');
      expect(out).toContain('add     Page.html');
      expect(out).toContain('Set up this registry after the push');
      expect(out).toContain('Nothing was pushed. Run it again with --yes');
    }
    expect(live.snapshot()).toEqual(before);
  });

  test('pushes exactly this build, and nothing when run again', async () => {
    expect(await live.run('push', '--yes')).toMatchObject({ exit: 0 });
    expect(pushed()?.files).toEqual([
      { name: 'Code', source: SMALL.code },
      { name: 'Contract', source: SMALL.contract },
      { name: 'Page.html', source: '<p>Hello</p>' },
    ]);
    const before = live.snapshot();
    const again = await live.run('push', '--yes');
    expect(again).toMatchObject({ exit: 0 });
    expect(again.out).toContain('Nothing is to be pushed.');
    expect(live.snapshot()).toEqual(before);
  });

  test('says which live triggers run the new code, and which functions of triggers are gone', async () => {
    await live.run('push', '--yes');
    live.workshop.build = async () => ({
      ...SMALL,
      code: 'function onOpen(){}\nfunction whenEdited(){}\nfunction whenClockStrikes(){}',
    });
    const { out } = await live.run('push', '--json');
    expect(JSON.parse(out)).toMatchObject({
      applied: false,
      changes: [{ kind: 'replace', name: 'Code.js' }],
      triggers: { running: ['whenEdited'], gone: ['whenChanged'] },
    });
    const told = await live.run('push');
    expect(told.out).toContain('live    The triggers run the new code at once: whenEdited.');
    expect(told.out).toContain('whenChanged will be gone');
  });

  test('refuses what is not committed, unless it is told to push it', async () => {
    live.workshop.listUncommitted = () => ['src/core/a.ts', 'notes.txt'];
    const { exit, err } = await live.run('push', '--yes');
    expect(exit).toBe(1);
    expect(err).toContain('src/core/a.ts');
    expect(err).toContain('pass --allow-dirty');
    expect(pushed()?.files).toEqual([]);
    expect((await live.run('push', '--yes', '--allow-dirty')).exit).toBe(0);
    live.workshop.listUncommitted = () => null;
    expect((await live.run('push')).out).toContain('This is no git checkout');
  });

  test('says where the sources cannot be built', async () => {
    live.workshop.build = async () => {
      const source = { contents: 'const one = 1;\nconst = 2;\n', sourcefile: 'src/addon/main.ts' };
      await build({ stdin: source, write: false, logLevel: 'silent' });
      return SMALL;
    };
    const { exit, out } = await live.run('push', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).problem).toMatch(
      /cannot be built: src\/addon\/main\.ts, line 2: Expected identifier but found "="\. Put that right/,
    );
    live.workshop.build = () => Promise.reject(new Error('The script weighs too much.'));
    expect((await live.run('push')).err).toContain('cannot be built: The script weighs too much. Put');
  });

  test('refuses where checks fail or sources change meanwhile, unless it is told to skip them', async () => {
    live.workshop.check = () => false;
    const failed = await live.run('push', '--yes');
    expect(failed).toMatchObject({ exit: 1 });
    expect(failed.err).toContain('checks failed');
    live.workshop.check = () => {
      live.workshop.build = async () => ({ ...SMALL, code: 'function onOpen(){ changed() }' });
      return true;
    };
    expect((await live.run('push', '--yes')).err).toContain('changed while they were checked');
    expect(pushed()?.files).toEqual([]);
    live.workshop.check = () => {
      throw new Error('No checks were asked for.');
    };
    expect((await live.run('push', '--yes', '--skip-checks')).exit).toBe(0);
  });

  test('removes no file of the script that it did not push, unless it is told to', async () => {
    const strange = { name: 'Notes', source: 'function mine(){}' };
    live.workspace.pushScript(scriptId(), { manifest: { timeZone: 'UTC' }, files: [strange] });
    const refused = await live.run('push', '--yes');
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.err).toContain('Notes.js would be removed');
    expect(pushed()?.files).toEqual([strange]);
    expect((await live.run('push', '--yes', '--remove')).exit).toBe(0);
    expect(pushed()?.files).not.toContainEqual(strange);
  });

  test('says which script is meant where none is remembered', async () => {
    const other = await LiveWorld.open(undefined, SMALL);
    const { exit, err } = await other.run('push');
    expect(exit).toBe(2);
    expect(err).toContain('names none (scriptId)');
    await other.close();
  });

  test('may be run again after whatever goes wrong at Google', async () => {
    const update = 'script.projects.updateContent';
    live.faults.push([update, { status: 403 }]);
    expect((await live.run('push', '--yes')).exit).toBe(3);
    live.faults.push(['script.projects.getContent', { status: 404 }]);
    expect((await live.run('push', '--yes')).exit).toBe(3);
    live.faults.push([update, { status: 401 }]);
    expect((await live.run('push', '--yes')).err).toContain('Sign in again');
    live.faults.push([update, { status: 429 }], [update, { status: 503 }], [update, { cut: 'after' }]);
    expect((await live.run('push', '--yes')).exit).toBe(0);
    expect((await live.run('push')).exit).toBe(0);
  });
});

describe('A push with clasp itself', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clasp-'));
    symlinkSync(resolve(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const files = assembleFiles(SMALL, 'Europe/Berlin');

  /** Runs clasp with a token for that person, its requests to Google sent to the local Workspace. */
  function claspAs(person: string, wanted: readonly PushedFile[] = files): Promise<void> {
    const token = { type: 'authorized_user', client_id: 'me', client_secret: 'hush', refresh_token: 'r' };
    const auth = join(folder, 'auth.json');
    const account = { ...token, access_token: `local:${person};script.projects` };
    writeFileSync(auth, JSON.stringify({ tokens: { default: account } }));
    const redirect = pathToFileURL(resolve(import.meta.dirname, 'support/redirect-google.mjs')).href;
    return pushWithClasp(scriptId(), wanted, {
      root: folder,
      signIn: ['--auth', auth],
      env: { ...process.env, NODE_OPTIONS: `--import ${redirect}`, GOOGLE_APIS_AT: live.server.rootUrl },
    });
  }

  test('brings exactly these files, the manifest in the registry’s time zone', async () => {
    await claspAs(OWNER);
    expect(pushed()?.manifest.timeZone).toBe('Europe/Berlin');
    expect(pushed()?.files.map(({ name }) => name)).toEqual(['Code', 'Contract', 'Page.html']);
    expect(live.called.filter((method) => method.startsWith('script.'))).toContain(
      'script.projects.updateContent',
    );
    await claspAs(OWNER);
    const read = await live.run('push', '--json');
    // The registry is not set up, so that the manifest’s own time zone is the one that is wanted.
    expect(JSON.parse(read.out).changes).toEqual([{ kind: 'replace', name: 'appsscript.json' }]);
  });

  test('says what clasp says where it could not, and leaves the script as it was', async () => {
    await expect(claspAs('nobody@two.example')).rejects.toMatchObject({ exit: 3 });
    const wrong = files.map((file) => (file.name === 'Code' ? { ...file, source: 'function (' } : file));
    await expect(claspAs(OWNER, wrong)).rejects.toThrow(/clasp did not push: .*Syntax error/s);
    expect(pushed()?.files).toEqual([]);
  });

  test('signs in with the sign-in that is kept, in a file that only its owner reads and that goes away', async () => {
    const kept = join(folder, 'kept');
    await expect(withClaspSignIn(kept, false, async () => undefined)).rejects.toThrow('Nobody has signed in');
    keepSignIn(kept, { clientId: 'me', clientSecret: 'hush', scopes: [], refreshToken: 'lasting' });
    await withClaspSignIn(kept, false, async ([option, path = '']) => {
      expect(option).toBe('--auth');
      const { mode } = statSync(path);
      expect(mode & 0o777).toBe(0o600);
    });
    await expect(
      withClaspSignIn(kept, false, () => Promise.reject(new Error('clasp fell over'))),
    ).rejects.toThrow('fell over');
    expect(readdirSync(kept)).toEqual(['sign-in.json']);
    expect(await withClaspSignIn(kept, true, async (args) => args)).toEqual(['--adc']);
  });
});

describe('A comparison of two pushes', () => {
  test('takes manifests for the same that say the same, and code for another at every byte', () => {
    const remote: PushedFile[] = [
      { name: 'Code', type: 'SERVER_JS', source: `${SMALL.code}\n` },
      { name: 'Contract', type: 'SERVER_JS', source: SMALL.contract },
      { name: 'Page', type: 'HTML', source: '<p>Hello</p>' },
      { name: 'appsscript', type: 'JSON', source: '{"runtimeVersion":"V8","timeZone":"UTC"}' },
    ];
    expect(compareFiles(assembleFiles(SMALL, 'UTC'), remote)).toEqual([{ kind: 'replace', name: 'Code.js' }]);
  });

  test('takes a trigger for live that set-up makes and the code before had', () => {
    const code = (...names: readonly string[]): PushedFile[] => [
      { name: 'Code', type: 'SERVER_JS', source: names.map((name) => `function ${name}(){}`).join('\n') },
    ];
    const news = findTriggerNews(
      code('onOpen', 'whenEdited', 'whenChanged'),
      code('whenEdited', 'onEdit', 'old'),
    );
    expect(news.running).toEqual(['whenEdited']);
    expect(news.added).toContain('whenChanged');
    expect(news.gone).toEqual(['onEdit']);
  });
});

describe('Whether everything is committed', () => {
  test('is asked of git, which the file is left out of that says where the registry is', () => {
    const root = mkdtempSync(join(tmpdir(), 'repo-'));
    expect(listUncommitted(root)).toBeNull();
    const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: root });
    git('init');
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, '.clasp.json'), '{}');
    expect(listUncommitted(root)).toEqual([]);
    writeFileSync(join(root, 'src/new file.ts'), '');
    expect(listUncommitted(root)).toEqual(['src/']);
    git('add', '.');
    expect(listUncommitted(root)).toEqual(['src/new file.ts']);
    rmSync(root, { recursive: true });
  });
});
