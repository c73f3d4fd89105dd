import { ActionRefused } from '../errors.ts';
import type { World } from '../execution/world.ts';
import { bindScript, pushScript, type ScriptSource } from '../people/bind-script.ts';
import { canEdit } from '../store/access.ts';
import type { Manifest, ScriptFile, ScriptState } from '../world-state.ts';
import { type RestMethod, visibleFile } from './method.ts';
import { RestError } from './rest-error.ts';

interface ContentFile {
  readonly name?: string;
  readonly type?: string;
  readonly source?: string;
}

/** Makes an empty script that belongs to a file. */
export const createProject: RestMethod = (world, person, request) => {
  const { parentId } = (request.body ?? {}) as { readonly parentId?: string };
  const file = visibleFile(world, person, parentId ?? '');
  if (!canEdit(world.state, file, person)) throw new RestError(403, 'The caller does not have permission');
  const source = { manifest: { timeZone: world.spreadsheet(file.id).timeZone }, files: [] };
  const id = saying(() => bindScript(world, file.id, source));
  return describeProject(world, scriptOf(world, person, id));
};

/** Says what a script belongs to. */
export const getProject: RestMethod = (world, person, request) =>
  describeProject(world, scriptOf(world, person, request.text('scriptId') ?? ''));

/** The files of a script. */
export const getContent: RestMethod = (world, person, request) =>
  describeContent(scriptOf(world, person, request.text('scriptId') ?? ''));

/** Replaces all files of a script. */
export const updateContent: RestMethod = (world, person, request) => {
  const script = scriptOf(world, person, request.text('scriptId') ?? '');
  const { files = [] } = (request.body ?? {}) as { readonly files?: readonly ContentFile[] };
  saying(() => pushScript(world, script.id, readSource(files)));
  return describeContent(script);
};

function readSource(files: readonly ContentFile[]): ScriptSource {
  const manifest = files.find(({ type, name }) => type === 'JSON' && name === 'appsscript');
  if (manifest === undefined)
    throw new RestError(400, 'Project contents must include a manifest file named appsscript.');
  const scripts = files.filter((file) => file !== manifest);
  return {
    manifest: parseManifest(manifest.source ?? ''),
    files: scripts.map(({ name = '', type, source = '' }): ScriptFile => {
      return { name: type === 'HTML' ? `${name}.html` : name, source };
    }),
  };
}

function parseManifest(source: string): Manifest {
  try {
    return JSON.parse(source) as Manifest;
  } catch {
    throw new RestError(400, 'The manifest is no JSON.');
  }
}

/** A script as its container's editors see it. */
function scriptOf(world: World, person: string, id: string): ScriptState {
  const script = world.state.scripts[id];
  const file = script === undefined ? undefined : world.file(script.containerId);
  if (script === undefined || file === undefined) throw new RestError(404, 'Requested entity was not found.');
  if (!canEdit(world.state, file, person)) throw new RestError(403, 'The caller does not have permission');
  return script;
}

function describeProject(world: World, { id, containerId, createdAt, updatedAt }: ScriptState): unknown {
  const at = (moment: number | undefined) => new Date(moment ?? 0).toISOString();
  return {
    scriptId: id,
    title: world.file(containerId)?.name ?? '',
    parentId: containerId,
    createTime: at(createdAt),
    updateTime: at(updatedAt),
  };
}

function describeContent({ id, manifest, files }: ScriptState): unknown {
  const scripts = files.map(({ name, source }) => {
    const isPage = name.endsWith('.html');
    return { name: isPage ? name.slice(0, -5) : name, type: isPage ? 'HTML' : 'SERVER_JS', source };
  });
  const first = { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest, null, 2) };
  return { scriptId: id, files: [first, ...scripts] };
}

/** What the platform refuses is the caller's mistake. */
function saying<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ActionRefused) throw new RestError(400, error.message);
    throw error;
  }
}
