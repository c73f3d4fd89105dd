import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoogleClient } from './client/google-client.ts';
import { makeGoogleClient } from './client/google-client.ts';
import { GoogleProblem } from './client/google-problem.ts';
import { makeLocalClient } from './client/local-client.ts';
import { signIn } from './client/sign-in.ts';
import { signInFolder } from './client/sign-in-file.ts';
import {
  type Command,
  type CommandContext,
  CommandRefused,
  EXIT,
  type ExitCode,
} from './commands/command.ts';
import { type CommandLine, parseCommandLine, usage } from './parse-command-line.ts';

/** The surroundings of a command line; tests bring their own. */
export interface Surroundings {
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Makes the client; without it Google's or the local Workspace's, as the options say. */
  readonly client?: GoogleClient;
}

const USUAL_PORT = 4175;
const SHEET = 'application/vnd.google-apps.spreadsheet';

/** Runs a command line and answers how it ends; everything that goes wrong is told in a sentence. */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  around: Surroundings,
): Promise<ExitCode> {
  const parsed = parseCommandLine(argv, commands);
  if ('problem' in parsed) {
    around.err(`${parsed.problem}\n\n${usage(commands)}`);
    return EXIT.badUse;
  }
  const { command, options } = parsed;
  if (command === undefined || options.help === true) {
    around.out(usage(commands, command));
    return EXIT.ok;
  }
  try {
    const { exit, json } = await command.run(await openContext(command, parsed, around));
    if (options.json === true) around.out(JSON.stringify(json, null, 2));
    return exit;
  } catch (error) {
    if (!(error instanceof GoogleProblem || error instanceof CommandRefused)) throw error;
    around.err(error.message);
    if (options.json === true) around.out(JSON.stringify({ problem: error.message }, null, 2));
    return error instanceof CommandRefused ? error.exit : EXIT.google;
  }
}

async function openContext(
  command: Command,
  { options, words }: CommandLine,
  around: Surroundings,
): Promise<CommandContext> {
  const say = options.json === true ? around.err : around.out;
  const client = around.client ?? (await openClient(command, options, around));
  const isYes = options.yes === true;
  return {
    options,
    words,
    isDryRun: options['dry-run'] === true,
    isYes,
    client,
    spreadsheetId: () => findSpreadsheet(options, client, around.root),
    say,
    progress: around.err,
  };
}

async function openClient(
  command: Command,
  options: CommandLine['options'],
  { err }: Surroundings,
): Promise<GoogleClient> {
  if (options.local === true) {
    const rootUrl = `http://127.0.0.1:${options.port ?? USUAL_PORT}/`;
    return makeLocalClient(rootUrl, String(options.as ?? ''), { say: err });
  }
  const auth = await signIn({
    areas: command.areas,
    credentials: options.credentials === undefined ? undefined : String(options.credentials),
    usesDefault: options['default-credentials'] === true,
    folder: signInFolder(),
    say: err,
  });
  return makeGoogleClient({ auth, say: err });
}

async function findSpreadsheet(
  options: CommandLine['options'],
  client: GoogleClient,
  root: string,
): Promise<string> {
  if (typeof options.spreadsheet === 'string') return options.spreadsheet;
  return options.local === true ? findLocal(client) : readParent(root);
}

/** The registry's sheet is there before any file that the registry makes. */
async function findLocal(client: GoogleClient): Promise<string> {
  const { files = [] } = await client.read('the local Workspace', () =>
    client.drive.files.list({
      q: `mimeType = '${SHEET}' and trashed = false`,
      orderBy: 'createdTime',
      pageSize: 1,
    }),
  );
  const id = files[0]?.id;
  if (typeof id === 'string') return id;
  throw new CommandRefused('There is no spreadsheet in the local Workspace. Begin one with npm start.');
}

function readParent(root: string): string {
  const path = join(root, '.clasp.json');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
  const parent = (JSON.parse(text) as { readonly parentId?: unknown }).parentId;
  const id = Array.isArray(parent) ? parent[0] : parent;
  if (typeof id === 'string') return id;
  throw new CommandRefused(
    'It is not known which spreadsheet is meant: .clasp.json names none (parentId). Pass --spreadsheet ID, the long ' +
      'word in the address of the sheet; for the local Workspace pass --local.',
    EXIT.badUse,
  );
}
