import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import type { Workshop } from '../project/workshop.ts';
import {
  assembleFiles,
  compareFiles,
  digestFiles,
  type PushedFile,
  readContent,
  timeZoneOf,
} from '../push/pushed-files.ts';
import { belongsElsewhere } from '../registry/belongs-elsewhere.ts';
import { type StatusLine, toDo, well } from './status-line.ts';

/** What the lines about the script come from. */
export interface ScriptWish {
  readonly client: GoogleClient;
  readonly scriptId: string | undefined;
  readonly spreadsheetId: string;
  readonly workshop: Workshop;
}

/** A script's lines, and the time zone of its manifest; undefined where it cannot be read. */
export interface ScriptLook {
  readonly lines: readonly StatusLine[];
  readonly timeZone: string | undefined;
}

const SCRIPT = 'Script';
const PUSH = 'Run npm run google -- push.';

/** Which script it is, when it was pushed last, and whether it is this build. */
export async function lookAtScript(wish: ScriptWish): Promise<ScriptLook> {
  const { client, scriptId, spreadsheetId, workshop } = wish;
  if (scriptId === undefined) {
    const says =
      'It is not known which one is the registry’s. Run npm run google -- create, with --script ID where there is one.';
    return { lines: [toDo(SCRIPT, says)], timeZone: undefined };
  }
  try {
    const about = `the script ${scriptId}`;
    const [project, content] = await Promise.all([
      client.read(about, () => client.script.projects.get({ scriptId })),
      client.read(about, () => client.script.projects.getContent({ scriptId })),
    ]);
    const files = readContent(content);
    const isHere = !belongsElsewhere(project, spreadsheetId);
    const line = isHere
      ? well(SCRIPT, `${scriptId}, changed last ${project.updateTime ?? 'at an unknown time'}`)
      : toDo(
          SCRIPT,
          `${scriptId} belongs to another file than this spreadsheet. Run npm run google -- create --script ID.`,
        );
    return { lines: [line, compareBuild(files, workshop)], timeZone: timeZoneOf(files) };
  } catch (error) {
    if (!(error instanceof GoogleProblem)) throw error;
    return { lines: [toDo(SCRIPT, error.message)], timeZone: undefined };
  }
}

/** The manifest's time zone is another line's business. */
function compareBuild(remote: readonly PushedFile[], workshop: Workshop): StatusLine {
  const what = 'Pushed';
  const built = workshop.lastBuild();
  if (built === undefined)
    return toDo(what, 'There is no build here to compare with. Run npm run build first.');
  if (built.isStale) return toDo(what, 'The sources are newer than the build here. Run npm run build first.');
  const local = assembleFiles(built.bundle, timeZoneOf(remote));
  const changes = compareFiles(local, remote);
  const digest = digestFiles(local);
  if (changes.length === 0) return well(what, `${local.length} files, the same as this build (${digest})`);
  if (remote.every(({ type }) => type === 'JSON')) return toDo(what, `Nothing yet. ${PUSH}`);
  return toDo(
    what,
    `${changes.map(({ name }) => name).join(', ')} ${changes.length === 1 ? 'differs' : 'differ'} from this build (${digest} here, ${digestFiles(remote)} there). ${PUSH}`,
  );
}
