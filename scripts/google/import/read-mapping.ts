import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Mapping, parseMapping } from '../../../src/registry/import/mapping.ts';
import { type FileTable, proposeMapping } from '../../../src/registry/import/propose-mapping.ts';
import { CommandRefused, EXIT } from '../commands/command.ts';
import { readNamed } from '../files/file-problem.ts';
import { readTables } from './read-tables.ts';

/** The mapping with the tables that it names; or the proposal for one, `made` now, which is to be looked over. */
export type FoundMapping =
  | { readonly made: true; readonly text: string }
  | {
      readonly made: false;
      readonly mapping: Mapping;
      readonly tables: readonly FileTable[];
      readonly folder: string;
    };

/** Reads the mapping file; where there is none, it is made as a proposal for these files, and in a dry run not written. */
export async function readMapping(
  path: string,
  files: readonly string[],
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<FoundMapping> {
  const folder = dirname(resolve(path));
  if (!existsSync(path)) {
    if (files.length === 0) {
      throw new CommandRefused(
        `There is no mapping ${path} yet. Name the files to be imported, and it is made: npm run google -- import partners.csv leads.csv … --mapping ${path}`,
        EXIT.badUse,
      );
    }
    const named = files.map((file) => relative(folder, resolve(file)));
    const text = proposeMapping(await readTables(folder, named));
    if (!isDryRun) writeFileSync(path, text);
    return { made: true, text };
  }
  if (files.length > 0) {
    throw new CommandRefused(
      `The mapping ${path} names its files itself: add them there, or delete it to have it made anew.`,
      EXIT.badUse,
    );
  }
  const parsed = parseMapping(readNamed(path).toString('utf8'));
  if (!parsed.ok) {
    throw new CommandRefused(`The mapping ${path} cannot be used:\n${list(parsed.problems)}`, EXIT.badUse);
  }
  const names = parsed.mapping.sources.map(({ file }) => file);
  return { made: false, mapping: parsed.mapping, tables: await readTables(folder, names), folder };
}

/** Sentences as a list for people. */
export function list(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
