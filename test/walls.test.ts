import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Which rooms each room may import from besides itself; of a room in brackets types alone. */
const ROOMS: { readonly [room: string]: readonly string[] } = {
  core: [],
  registry: ['core'],
  contract: [],
  addon: ['core', 'registry', '(contract)'],
  dialogs: ['(core)', '(registry)', '(contract)'],
  sandbox: [],
};

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly room: string;
  readonly isType: boolean;
}

/** The imports and re-exports of a file that lead into another room. */
function importsOf(path: string, home: string): readonly Import[] {
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/^\s*(?:import|export)\b([^;]*?)\bfrom\s+'(\.[^']+)'/gms)].flatMap(
    ([, what = '', target = '']) => {
      const inside = relative(SRC, resolve(dirname(path), target));
      const room = inside.split('/')[0] ?? '';
      return room === home ? [] : [{ from: relative(SRC, path), room, isType: /^\s*type\b/.test(what) }];
    },
  );
}

describe.each(Object.entries(ROOMS))('The room %s', (room, allowed) => {
  test('imports from no other room than it may', () => {
    const found = filesOf(join(SRC, room)).flatMap((path) => importsOf(path, room));
    const wrong = found.filter(
      ({ room: other, isType }) => !allowed.includes(other) && !(isType && allowed.includes(`(${other})`)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('The rooms', () => {
  test('are seen by this test: the add-on imports from both below it, and dialogs import types', () => {
    const rooms = (room: string) =>
      new Set(filesOf(join(SRC, room)).flatMap((path) => importsOf(path, room).map((one) => one.room)));
    expect(rooms('addon')).toEqual(new Set(['core', 'registry', 'contract']));
    expect(rooms('dialogs')).toContain('registry');
  });

  test('but the add-on and the contract name no Google service', () => {
    const services =
      /\b(?:SpreadsheetApp|FormApp|MailApp|HtmlService|LockService|PropertiesService|ScriptApp|DriveApp)\./;
    const named = ['core', 'registry', 'dialogs'].flatMap((room) =>
      filesOf(join(SRC, room)).filter((path) => services.test(readFileSync(path, 'utf8'))),
    );
    expect(named).toEqual([]);
  });
});
