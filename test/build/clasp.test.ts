import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { buildAddon } from '../../scripts/build.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Scopes that the add-on may ask for; more would be asked of everybody who uses it. */
const SCOPES = [
  'forms',
  'script.container.ui',
  'script.scriptapp',
  'script.send_mail',
  'spreadsheets',
  'userinfo.email',
];

test('clasp would push the manifest, the script and its pages, and nothing else', async () => {
  await buildAddon({ quiet: true });
  const home = await mkdtemp(join(tmpdir(), 'clasp-home-'));
  try {
    const { stdout } = await promisify(execFile)(
      join(ROOT, 'node_modules/.bin/clasp'),
      ['status', '--json'],
      {
        cwd: ROOT,
        env: { ...process.env, HOME: home },
      },
    );
    const { filesToPush } = JSON.parse(stdout);
    const pages = (await readdir(join(ROOT, 'appsscript'))).filter((name) => name.endsWith('.html'));
    const expected = ['Code.js', 'Contract.js', 'appsscript.json', ...pages].map(
      (name) => `appsscript/${name}`,
    );
    expect([...filesToPush].sort()).toEqual(expected.sort());
  } finally {
    await rm(home, { recursive: true });
  }
});

test('the manifest runs on V8 and asks for no more than is used', async () => {
  const manifest = JSON.parse(await readFile(join(ROOT, 'appsscript/appsscript.json'), 'utf8'));
  expect(manifest).toMatchObject({ runtimeVersion: 'V8', timeZone: 'America/Chicago' });
  expect([...manifest.oauthScopes].sort()).toEqual(
    SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
  );
});
