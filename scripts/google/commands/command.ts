import type { Area } from '../client/areas.ts';
import type { GoogleClient } from '../client/google-client.ts';
import type { ProjectFile } from '../project/project-file.ts';
import type { Workshop } from '../project/workshop.ts';
import type { PushedFile } from '../push/pushed-files.ts';

/** Ends of a command: done and nothing to say, differences or a refusal, bad use, Google out of reach or denying. */
export const EXIT = { ok: 0, differences: 1, badUse: 2, google: 3 } as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An option of a command, as `util.parseArgs` takes it, with what it is for. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** What stands for its value in the help. */
  readonly value?: string;
}

/** What a command runs in. */
export interface CommandContext {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** What stands after the command's name besides options. */
  readonly words: readonly string[];
  readonly isDryRun: boolean;
  /** Whether changes are to be applied. Without it, and in a dry run, a command only lists them. */
  readonly isYes: boolean;
  readonly client: GoogleClient;
  /** Where it is remembered which spreadsheet and script are the registry's; of the local Workspace another file. */
  readonly project: ProjectFile;
  readonly workshop: Workshop;
  /** Replaces all files of a script. Throws a GoogleProblem or CommandRefused where nothing was pushed. */
  readonly push: (scriptId: string, files: readonly PushedFile[]) => Promise<void>;
  /** The id of the spreadsheet: of `--spreadsheet`, or the one that `.clasp.json` names, or the local one. */
  readonly spreadsheetId: () => Promise<string>;
  /** A line for people: on stdout, or on stderr where `--json` keeps stdout for the machine. */
  readonly say: (line: string) => void;
  /** Progress of long work, on stderr. */
  readonly progress: (line: string) => void;
}

/** What a command came to. */
export interface CommandResult {
  readonly exit: ExitCode;
  /** What `--json` prints. */
  readonly json: unknown;
}

/** One command of `npm run google`. */
export interface Command {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** What it takes besides options, as the help shows it; without it nothing. */
  readonly words?: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** The least that it needs of a person's account, each explained before the sign-in. */
  readonly areas: readonly Area[];
  readonly run: (context: CommandContext) => Promise<CommandResult>;
}

/** A command does not do what it was asked to; the message says why and what to do. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly exit: ExitCode;

  constructor(message: string, exit: ExitCode = EXIT.differences, options?: ErrorOptions) {
    super(message, options);
    this.exit = exit;
  }
}
