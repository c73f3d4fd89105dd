import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandRefused, EXIT } from '../commands/command.ts';
import { writeWhole } from '../export/write-whole.ts';

/** What is remembered of where a registry is at Google. */
export interface Remembered {
  readonly scriptId: string | undefined;
  readonly spreadsheetId: string | undefined;
  /** The note on the spreadsheet that `create` makes, kept before it makes it: by it a second run finds it again. */
  readonly creation: string | undefined;
  /** Whether `create` has begun to make the script and never learned what became of it. */
  readonly isScriptBegun: boolean;
}

/** clasp's own file, which this project keeps a room of its own in. */
export interface ProjectFile {
  /** As people are told of it. */
  readonly name: string;
  /** What it says; nothing where it is not there. Throws a CommandRefused where it cannot be read. */
  readonly read: () => Remembered;
  /** Writes what is given and leaves everything else in it as it is. */
  readonly remember: (changes: Partial<Remembered>) => void;
}

const NO_SCRIPT = 'REPLACE_WITH_YOUR_SCRIPT_ID';
const OURS = 'leadRegistry';

type Json = Readonly<Record<string, unknown>>;

/** The project file below `root` of the registry at Google, or of that in the local Workspace. */
export function openProjectFile(root: string, isLocal: boolean): ProjectFile {
  const name = isLocal ? '.workspace/clasp.json' : '.clasp.json';
  const path = join(root, name);
  const load = () => loadJson(path, name);
  return {
    name,
    read: () => toRemembered(load()),
    remember: (changes) => {
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, `${JSON.stringify(merge(load(), changes), null, 2)}\n`);
    },
  };
}

function loadJson(path: string, name: string): Json {
  if (!existsSync(path)) return {};
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Json;
  } catch {
    // Told below: it is no JSON either way.
  }
  throw new CommandRefused(
    `${name} is no JSON object, so it is not known where the registry is. Put it right (comments are not understood here), or take it from version control.`,
    EXIT.badUse,
  );
}

function toRemembered(found: Json): Remembered {
  const { scriptId, parentId } = found;
  const { creation, scriptBegun } = (found[OURS] ?? {}) as Json;
  return {
    scriptId: scriptId === NO_SCRIPT ? undefined : textOf(scriptId),
    // clasp takes a list as well.
    spreadsheetId: textOf(Array.isArray(parentId) ? parentId[0] : parentId),
    creation: textOf(creation),
    isScriptBegun: scriptBegun === true,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function merge(found: Json, changes: Partial<Remembered>): Json {
  const { scriptId, spreadsheetId, creation, isScriptBegun } = { ...toRemembered(found), ...changes };
  const ours = {
    ...(creation === undefined ? {} : { creation }),
    ...(isScriptBegun ? { scriptBegun: true } : {}),
  };
  const { [OURS]: _ours, scriptId: _script, parentId: _parent, ...rest } = found;
  return {
    scriptId: scriptId ?? NO_SCRIPT,
    rootDir: 'appsscript',
    ...rest,
    ...(spreadsheetId === undefined ? {} : { parentId: spreadsheetId }),
    ...(Object.keys(ours).length === 0 ? {} : { [OURS]: ours }),
  };
}
