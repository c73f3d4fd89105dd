import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Workspace } from '../../src/sandbox/workspace.ts';
import type { ScriptFile } from '../../src/sandbox/world-state.ts';
import { callCommand } from './call-command.ts';
import { TIME_ZONE_SETTING } from './parse-scenario.ts';
import type { Problem, Scenario } from './scenario.ts';
import type { World } from './world.ts';

const HEAD = 'head@one.example';

const TEAM = [
  { person: HEAD, name: 'Head', role: 'head' },
  { person: 'ana@one.example', name: 'Ana', role: 'manager' },
  { person: 'bo@one.example', name: 'Bo', role: 'manager' },
  { person: 'sam@one.example', name: 'Sam', role: 'sales' },
  { person: 'fay@one.example', name: 'Fay', role: 'finance' },
] as const;

const MINUTE_IN_MS = 60_000;

const FORM = v.object({ id: v.string() });
const FORMS = v.object({ forms: v.object({ lead: FORM, join: FORM }) });

/** The built add-on as text. */
export interface Bundle {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly code: string;
  /** The script's other file: what it expects of the platform. */
  readonly contract: string;
  /** The pages of its dialogs. */
  readonly pages: readonly { readonly name: string; readonly source: string }[];
}

/** Reads the built add-on below `root`; it must have been built. */
export function readBundle(root: string): Bundle {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'appsscript/appsscript.json'), 'utf8'));
  return {
    manifest: v.parse(v.record(v.string(), v.unknown()), manifest),
    code: readFileSync(join(root, 'appsscript/Code.js'), 'utf8'),
    contract: readFileSync(join(root, 'appsscript/Contract.js'), 'utf8'),
    pages: readdirSync(join(root, 'appsscript'))
      .filter((name) => name.endsWith('.html'))
      .map((name) => ({ name, source: readFileSync(join(root, 'appsscript', name), 'utf8') })),
  };
}

/** The files of the script project as they are pushed. */
export function filesOf({ code, contract, pages }: Bundle): readonly ScriptFile[] {
  return [{ name: 'Code', source: code }, { name: 'Contract', source: contract }, ...pages];
}

/** A set-up registry, or what is wrong with the scenario's settings. */
export type OpenedWorld =
  | { readonly ok: true; readonly world: World }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A fresh registry with its team, set up a minute before the scenario's first step, so that everything later comes
 * from the scenario. Sheet and script are in the programme time zone. Throws where the add-on cannot be set up.
 */
export function openWorld(scenario: Scenario, bundle: Bundle): OpenedWorld {
  const { timeZone, seed, settings } = scenario;
  const first = scenario.steps[0]?.atEpochMs ?? 0;
  const workspace = new Workspace({ now: first - MINUTE_IN_MS, domain: 'one.example', seed });
  const spreadsheetId = workspace.createSpreadsheet({ name: 'Lead registry', owner: HEAD, timeZone });
  const scriptId = workspace.bindScript({
    spreadsheetId,
    manifest: { ...bundle.manifest, timeZone },
    files: filesOf(bundle),
  });
  const setUp = workspace.run(scriptId, { as: HEAD, function: 'setUp', args: [], context: 'editor' });
  if (setUp.status !== 'done')
    throw new Error(`The registry could not be set up: ${setUp.error?.message ?? setUp.status}`);

  const call = (command: string, input: unknown) =>
    callCommand(workspace, scriptId, {
      as: HEAD,
      command,
      input,
      requestId: `set-up-${command}-${JSON.stringify(input)}`,
    }).answer;
  for (const member of TEAM) {
    const answer = call('setTeamMember', { ...member, active: true });
    if (!answer.ok)
      throw new Error(`${member.person} could not join the team: ${JSON.stringify(answer.issues)}`);
  }
  const given = call('updateSettings', { ...settings, [TIME_ZONE_SETTING]: timeZone });
  if (!given.ok) {
    const problems = (given.issues ?? []).map(({ field, message }) => ({
      place: settingsPlace(field),
      message,
    }));
    return { ok: false, problems };
  }
  const { forms } = v.parse(FORMS, call('describeRegistry', {}).value);
  const formIds = { 'Register a lead': forms.lead.id, 'Request to join': forms.join.id };
  const mailBefore = workspace.mail.length;
  return {
    ok: true,
    world: { workspace, spreadsheetId, scriptId, formIds, timeZone, mailBefore, calls: new Map() },
  };
}

function settingsPlace(field: string | undefined): string {
  return field === undefined ? 'settings' : `settings[${JSON.stringify(field)}]`;
}
