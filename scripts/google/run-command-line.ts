import { withClaspSignIn } from './client/clasp-sign-in.ts';
import type { GoogleClient } from './client/google-client.ts';
import { makeGoogleClient } from './client/google-client.ts';
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
import { findLocalSpreadsheet } from './project/find-local-spreadsheet.ts';
import { openProjectFile, type ProjectFile } from './project/project-file.ts';
import { openWorkshop, type Workshop } from './project/workshop.ts';
import { pushThroughApi } from './push/push-through-api.ts';
import { pushWithClasp } from './push/push-with-clasp.ts';
import { STACK_VARIABLE, toRefusal } from './to-refusal.ts';

/** The surroundings of a command line; tests bring their own. */
export interface Surroundings {
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Makes the client; without it Google's or the local Workspace's, as the options say. */
  readonly client?: GoogleClient;
  /** Finds the registry in the local Workspace; without it whoever `client` is for. */
  readonly finder?: GoogleClient;
  /** The checkout that a push is made from; without it the one below `root`. */
  readonly workshop?: Workshop;
}

const USUAL_PORT = 4175;

/** Runs a command line and answers how it ends; everything that goes wrong is told in a sentence. */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  around: Surroundings,
): Promise<ExitCode> {
  const parsed = parseCommandLine(argv, commands);
  if ('problem' in parsed) {
    around.err(`${parsed.problem}\n\n${usage(commands)}`);
    // Whoever reads stdout as JSON is told there, though the line was not understood.
    if (argv.includes('--json')) tellProblem(parsed.problem, around);
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
    const { message, exit, stack } = toRefusal(error);
    around.err(message);
    if (stack !== undefined && process.env[STACK_VARIABLE] !== undefined) around.err(stack);
    if (options.json === true) tellProblem(message, around);
    return exit;
  }
}

function tellProblem(problem: string, { out }: Surroundings): void {
  out(JSON.stringify({ problem }, null, 2));
}

async function openContext(
  command: Command,
  { options, words }: CommandLine,
  around: Surroundings,
): Promise<CommandContext> {
  const { root } = around;
  const client = around.client ?? (await openClient(command, options, around));
  const project = openProjectFile(root, options.local === true);
  const finder = openFinder(options, around) ?? client;
  return {
    options,
    words,
    isDryRun: options['dry-run'] === true,
    isYes: options.yes === true,
    client,
    project,
    workshop: around.workshop ?? openWorkshop(root),
    push: openPush(client, options, root),
    spreadsheetId: () => findSpreadsheet(options, finder, project),
    say: options.json === true ? around.err : around.out,
    progress: around.err,
  };
}

/** How files are pushed: the local Workspace is reached through its APIs alone, for clasp knows no other place than Google. */
function openPush(
  client: GoogleClient,
  options: CommandLine['options'],
  root: string,
): CommandContext['push'] {
  if (options.local === true) return (scriptId, files) => pushThroughApi(client, scriptId, files);
  return (scriptId, files) =>
    withClaspSignIn(signInFolder(), options['default-credentials'] === true, (signIn) =>
      pushWithClasp(scriptId, files, { root, signIn }),
    );
}

async function openClient(
  command: Command,
  options: CommandLine['options'],
  { err }: Surroundings,
): Promise<GoogleClient> {
  if (options.local === true) {
    return makeLocalClient(rootUrlOf(options), String(options.as ?? ''), { say: err, areas: command.areas });
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

/**
 * Looks for the registry in the local Workspace as its owner: whoever acts may see a snapshot and not the registry, and is to
 * be told so. Undefined where it is not looked for that way.
 */
function openFinder(options: CommandLine['options'], around: Surroundings): GoogleClient | undefined {
  if (around.client !== undefined || options.local !== true) return around.finder;
  return makeLocalClient(rootUrlOf(options), '', { say: around.err, areas: ['drive.metadata.readonly'] });
}

function rootUrlOf({ port }: CommandLine['options']): string {
  return `http://127.0.0.1:${port ?? USUAL_PORT}/`;
}

async function findSpreadsheet(
  options: CommandLine['options'],
  client: GoogleClient,
  project: ProjectFile,
): Promise<string> {
  if (typeof options.spreadsheet === 'string') return options.spreadsheet;
  const { spreadsheetId: id } = project.read();
  if (options.local === true) return findLocalSpreadsheet(client, id);
  if (id !== undefined) return id;
  throw new CommandRefused(
    'It is not known which spreadsheet is meant: .clasp.json names none (parentId). Run npm run google -- create first, or pass ' +
      '--spreadsheet ID, the long word in the address of the sheet; for the local Workspace pass --local.',
    EXIT.badUse,
  );
}
