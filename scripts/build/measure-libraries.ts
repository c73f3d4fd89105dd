import type { Metafile } from 'esbuild';

/** What a library, or a room of our own, costs in the bundle. */
export interface LibraryCost {
  /** The package's name, or the room such as `src/core`. */
  readonly name: string;
  readonly bytes: number;
}

/** The bytes that each library and each room takes in the bundle, the largest first, equal ones by name. */
export function measureLibraries(metafile: Metafile): readonly LibraryCost[] {
  const costs = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = libraryOf(path);
      costs.set(name, (costs.get(name) ?? 0) + bytesInOutput);
    }
  }
  return [...costs]
    .map(([name, bytes]) => ({ name, bytes }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}

/** The package that a file belongs to, with its scope; of our own files the room. */
export function libraryOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return parts.slice(0, 2).join('/');
  const [first = '', second = ''] = parts.slice(at + 1);
  return first.startsWith('@') ? `${first}/${second}` : first;
}
