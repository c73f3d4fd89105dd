import type { script_v1 } from 'googleapis/build/src/apis/script/index.js';
import { type Bundle, filesOf } from '../../replay/open-world.ts';
import { digest } from '../digest.ts';

/** One file of a script project, as the Apps Script API names it. */
export interface PushedFile {
  /** Without extension. */
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

/** What a push would do to one file. */
export interface FileChange {
  readonly kind: 'add' | 'replace' | 'remove';
  readonly name: string;
}

const MANIFEST = 'appsscript';

/** The files of a build as they are pushed, the manifest in the time zone of the registry that they are for. */
export function assembleFiles(bundle: Bundle, timeZone: string): readonly PushedFile[] {
  const manifest = { ...bundle.manifest, timeZone };
  return [
    { name: MANIFEST, type: 'JSON', source: `${JSON.stringify(manifest, null, 2)}\n` },
    ...filesOf(bundle).map(({ name, source }): PushedFile => {
      const isPage = name.endsWith('.html');
      return { name: name.replace(/\.html$/, ''), type: isPage ? 'HTML' : 'SERVER_JS', source };
    }),
  ];
}

/** The files that a script has at Google. */
export function readContent({ files = [] }: script_v1.Schema$Content): readonly PushedFile[] {
  return files.map(({ name, type, source }) => ({
    name: name ?? '',
    type: type === 'HTML' || type === 'JSON' ? type : 'SERVER_JS',
    source: source ?? '',
  }));
}

/** How what is there differs from what is to be there, the manifest first. */
export function compareFiles(
  local: readonly PushedFile[],
  remote: readonly PushedFile[],
): readonly FileChange[] {
  const there = new Map(remote.map((file) => [labelOf(file), digestOf(file)]));
  const wanted = new Set(local.map(labelOf));
  const changes = local.flatMap((file): FileChange[] => {
    const found = there.get(labelOf(file));
    if (found === digestOf(file)) return [];
    return [{ kind: found === undefined ? 'add' : 'replace', name: labelOf(file) }];
  });
  const strange = remote.map(labelOf).filter((name) => !wanted.has(name));
  return [...changes, ...strange.map((name): FileChange => ({ kind: 'remove', name }))];
}

/** A word by which two pushes are told apart: the same for the same files, whatever their order. */
export function digestFiles(files: readonly PushedFile[]): string {
  const lines = files.map((file) => `${labelOf(file)} ${digestOf(file)}`);
  return digest(lines.sort().join('\n')).slice(0, 12);
}

/** The time zone that a manifest names; '' where there is none. */
export function timeZoneOf(files: readonly PushedFile[]): string {
  const manifest = files.find(({ type }) => type === 'JSON');
  const { timeZone } = parseManifest(manifest?.source ?? '{}') as { readonly timeZone?: unknown };
  return typeof timeZone === 'string' ? timeZone : '';
}

/** The name that the file has here. */
function labelOf({ name, type }: PushedFile): string {
  const extensions = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;
  return `${name}${extensions[type]}`;
}

/** Of a manifest what it says counts: Google may write it in another order and with other spaces. */
function digestOf({ type, source }: PushedFile): string {
  return digest(type === 'JSON' ? JSON.stringify(sorted(parseManifest(source))) : source);
}

function parseManifest(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return { source };
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
