import type { FileState } from '../world-state.ts';
import { RestError } from './rest-error.ts';

/** Drive's names of the kinds of file. */
export const MIME_TYPES: Readonly<Record<FileState['kind'], string>> = {
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  folder: 'application/vnd.google-apps.folder',
};

const TEXT = `'((?:[^'\\\\]|\\\\.)*)'`;
const TERMS = [
  ['(name|mimeType) *= *TEXT', matchField],
  [
    'trashed *= *(true|false)',
    (flag = '') =>
      (file: FileState) =>
        file.trashed === (flag === 'true'),
  ],
  [
    'TEXT in parents',
    (parent = '') =>
      (file: FileState) =>
        file.parent === plain(parent),
  ],
  [
    'properties has \\{ *key *= *TEXT and value *= *TEXT *\\}',
    (key = '', value = '') =>
      (file: FileState) =>
        file.properties?.[plain(key)] === plain(value),
  ],
] as const;

/**
 * Understands `name = '…'`, `mimeType = '…'`, `trashed = …`, `'…' in parents` and `properties has { key='…' and value='…' }`,
 * joined by `and`. Throws what Drive answers to anything else. Source: workspace/drive/api/guides/ref-search-terms.
 */
export function parseQuery(q: string): (file: FileState) => boolean {
  const tests: ((file: FileState) => boolean)[] = [];
  for (let rest = q.trim(); rest !== ''; ) {
    const [test, length] = takeTerm(rest);
    tests.push(test);
    const [joint = ''] = /^\s+and\s+/.exec(rest.slice(length)) ?? [];
    if (joint === '' && rest.length > length) throw new RestError(400, 'Invalid Value');
    rest = rest.slice(length + joint.length);
  }
  return (file) => tests.every((test) => test(file));
}

function takeTerm(text: string): readonly [(file: FileState) => boolean, number] {
  for (const [pattern, make] of TERMS) {
    const found = new RegExp(`^${pattern.replaceAll('TEXT', TEXT)}`).exec(text);
    if (found !== null) return [make(found[1], found[2]), found[0].length];
  }
  throw new RestError(400, 'Invalid Value');
}

function matchField(field = '', text = ''): (file: FileState) => boolean {
  const wanted = plain(text);
  return field === 'name' ? (file) => file.name === wanted : (file) => MIME_TYPES[file.kind] === wanted;
}

function plain(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
