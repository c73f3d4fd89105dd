import { ActionRefused } from '../errors.ts';
import { checkSyntax } from '../execution/compile.ts';
import type { World } from '../execution/world.ts';
import { isTimeZone } from '../store/time-zones.ts';
import type { Manifest, ScriptFile } from '../world-state.ts';

/** A script project as it is pushed. */
export interface ScriptSource {
  readonly manifest: Manifest;
  readonly files: readonly ScriptFile[];
}

function checked(source: ScriptSource): ScriptSource {
  if (!isTimeZone(source.manifest.timeZone)) {
    throw new ActionRefused(`The manifest's time zone is unknown: ${source.manifest.timeZone}`);
  }
  const names = source.files.map((file) => file.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new ActionRefused(`A file with this name already exists: ${twice}`);
  checkSyntax(source.files);
  return source;
}

/** Binds a script to a spreadsheet and answers its id. A spreadsheet takes one script here. */
export function bindScript(world: World, spreadsheetId: string, source: ScriptSource): string {
  const { manifest, files } = checked(source);
  world.spreadsheet(spreadsheetId);
  const taken = Object.values(world.state.scripts).some((script) => script.containerId === spreadsheetId);
  if (taken) throw new ActionRefused('The spreadsheet has a bound script already.');
  const id = world.newId(57);
  world.state.scripts[id] = {
    id,
    containerId: spreadsheetId,
    manifest,
    files,
    triggers: [],
    stores: {},
    caches: {},
    createdAt: world.state.now,
    updatedAt: world.state.now,
  };
  return id;
}

/** Replaces a script's code and manifest; triggers, menus and dialogs run the new code from now on. */
export function pushScript(world: World, scriptId: string, source: ScriptSource): void {
  const script = world.script(scriptId);
  const { manifest, files } = checked(source);
  script.manifest = manifest;
  script.files = files;
  script.updatedAt = world.state.now;
}
