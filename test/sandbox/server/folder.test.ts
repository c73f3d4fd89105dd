import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../src/sandbox/server/folder/lock-folder.ts';
import { Saver } from '../../../src/sandbox/server/folder/saver.ts';
import { loadState, saveState, stateText } from '../../../src/sandbox/server/folder/state-file.ts';
import { makeBench, OWNER } from '../make-workspace.ts';
import { newFolder, serveBench } from './serve-bench.ts';
import { spawnServer } from './spawn-server.ts';
import { TestPage } from './test-page.ts';

const SCRIPT = 'function noop() {}';
const world = makeBench(SCRIPT).ws.toJSON();
const readMail = { [OWNER]: [1, 2] };

describe('A folder', () => {
  test('is one server’s at a time', async () => {
    const served = await serveBench(SCRIPT);
    await expect(serveBench(SCRIPT, { folder: served.folder })).rejects.toThrow(FolderInUse);
    await served.server.close();
    const next = await serveBench(SCRIPT, { folder: served.folder });
    await next.server.close();
  });

  test('is taken over from a process that is dead', () => {
    const folder = newFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, startedAt: '1' }));
    lockFolder(folder)();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  test('is taken over from a dead process whose number another one has now', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.ppid, startedAt: 'long ago' }));
    const unlock = lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    unlock();
  });

  test('keeps a state, and the one before it for when the last cannot be read', async () => {
    const folder = newFolder();
    expect(loadState(folder)).toBeUndefined();
    await saveState(folder, stateText({ world, readMail: {} }));
    await saveState(folder, stateText({ world: { ...world, now: world.now + 1 }, readMail }));
    expect(loadState(folder)).toMatchObject({
      world: { now: world.now + 1 },
      readMail,
      fromBackup: undefined,
    });

    writeFileSync(join(folder, 'state.json'), '{"format":1,"wor');
    expect(loadState(folder)).toMatchObject({ world: { now: world.now }, fromBackup: expect.any(String) });

    writeFileSync(join(folder, 'state.json.bak'), '');
    expect(() => loadState(folder)).toThrow('begin again with --fresh');
  });
});

describe('A saver', () => {
  test('saves what has changed before it answers, and all that came together at once', async () => {
    const saves: number[] = [];
    let value = 0;
    const saver = new Saver(
      async () => {
        const taken = value;
        await new Promise((resolve) => setTimeout(resolve, 5));
        saves.push(taken);
      },
      () => undefined,
    );
    const answers = [1, 2, 3].map(async (n) => {
      value = n;
      saver.changed();
      await saver.saved();
      return saves.at(-1);
    });
    expect(await Promise.all(answers)).toEqual([3, 3, 3]);
    value = 4;
    saver.changed();
    await saver.saved();
    expect(saves).toEqual([3, 4]);
  });

  test('tells that saving failed, and saves again after the next change', async () => {
    const problems: unknown[] = [];
    let isFull = true;
    const saver = new Saver(
      async () => {
        if (isFull) throw new Error('The disk is full.');
      },
      (error) => problems.push(error),
    );
    saver.changed();
    await saver.saved();
    isFull = false;
    saver.changed();
    await saver.saved();
    expect(problems).toEqual([new Error('The disk is full.')]);
  });
});

describe('A server that is killed', () => {
  test('has kept all that it confirmed, whenever it was', async () => {
    const folder = newFolder();
    let confirmed = 0;
    for (const waitMs of [3, 11]) {
      const { child, url, ended } = await spawnServer(join(import.meta.dirname, 'serve-apart.ts'), [folder]);
      const page = await TestPage.open(url, OWNER);
      const { home } = await page.ask('places', {});
      const id = home?.id ?? '';
      const { view } = await page.ask('openSpreadsheet', { id });
      const rows = view.tabs[0]?.rows ?? [];
      expect(rows.length).toBeGreaterThanOrEqual(confirmed);
      for (let row = rows.length + 1; ; row++) {
        // In the middle of an edit or a save, once a few have gone through.
        if (row === rows.length + 4) setTimeout(() => child.kill('SIGKILL'), waitMs);
        const edit = {
          kind: 'type',
          tab: view.tabs[0]?.id ?? 0,
          row,
          column: 1,
          text: `row ${row}`,
        } as const;
        const called = await page.call('editSheet', { id, edit }).catch(() => undefined);
        if (called === undefined) break;
        confirmed = row;
      }
      page.hangUp();
      await ended;
    }
    const kept = loadState(join(folder, 'state'))?.world;
    const rows = Object.values(kept?.spreadsheets ?? {})[0]?.sheets[0]?.rows ?? [];
    expect(confirmed).toBeGreaterThan(3);
    expect(rows.length).toBeGreaterThanOrEqual(confirmed);
    expect(rows.map(([first]) => first)).toEqual(rows.map((_row, i) => `row ${i + 1}`));
  });
});
