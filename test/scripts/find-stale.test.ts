import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBundleStale } from '../../scripts/replay/find-stale.ts';

const BUILT = new Date('2026-01-05T09:00:00Z');
const BEFORE = new Date('2026-01-05T08:00:00Z');
const AFTER = new Date('2026-01-05T10:00:00Z');

describe('isBundleStale', () => {
  let root = '';
  const put = (path: string, at: Date) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, at, at);
    for (let folder = dirname(file); folder !== root; folder = dirname(folder))
      utimesSync(folder, BEFORE, BEFORE);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stale-'));
    for (const path of ['src/core/a.ts', 'src/addon/b.ts', 'scripts/build.ts', 'package.json'])
      put(path, BEFORE);
    put('appsscript/Code.js', BUILT);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is false while everything it is made of is older', () => {
    expect(isBundleStale(root)).toBe(false);
  });

  it('is true while nothing has been built', () => {
    rmSync(join(root, 'appsscript/Code.js'));
    expect(isBundleStale(root)).toBe(true);
  });

  const changed = [
    'src/core/deep/down/c.ts',
    'src/registry/new.ts',
    'src/dialogs/x.tsx',
    'scripts/build-pages.ts',
    'package.json',
  ];
  it.each(changed)('is true once %s is newer', (path) => {
    put(path, AFTER);
    expect(isBundleStale(root)).toBe(true);
  });

  it.each(['scripts/replay.ts', 'src/sandbox/x.ts', 'test/y.ts'])('does not depend on %s', (path) => {
    put(path, AFTER);
    expect(isBundleStale(root)).toBe(false);
  });

  it('is true once a source was deleted', () => {
    rmSync(join(root, 'src/core/a.ts'));
    expect(isBundleStale(root)).toBe(true);
  });
});
