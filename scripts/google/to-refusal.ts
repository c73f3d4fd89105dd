import { GoogleProblem, toGoogleProblem } from './client/google-problem.ts';
import { CommandRefused, EXIT, type ExitCode } from './commands/command.ts';
import { findFileProblem } from './files/file-problem.ts';

/** How a command that came to nothing ends, and the sentence that says why and what to do. */
export interface Refusal {
  readonly message: string;
  readonly exit: ExitCode;
  /** Of an error that nobody has foreseen: where it came from. */
  readonly stack?: string | undefined;
}

/** Set to anything, it has the stack of an error printed that this programme does not know. */
export const STACK_VARIABLE = 'LEAD_REGISTRY_STACK';

/** Any error as a refusal. Nothing of a request is in it but what is wrong: requests hold secrets. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof CommandRefused) return { message: error.message, exit: error.exit };
  if (error instanceof GoogleProblem) return { message: error.message, exit: EXIT.google };
  if (isOfRequest(error)) return { message: toGoogleProblem(error, 'a request').message, exit: EXIT.google };
  const file = findFileProblem(error);
  if (file !== undefined) return { message: file.message, exit: file.exit };
  const says = error instanceof Error ? error.message : String(error);
  return {
    message: `This is a mistake of this programme: ${says.replace(/\.?$/, '.')} Please report it with this sentence, and with what is printed where the variable ${STACK_VARIABLE} is 1.`,
    exit: EXIT.differences,
    stack: error instanceof Error ? error.stack : undefined,
  };
}

/** gaxios hangs the whole request on its errors, with whatever secret is in it. */
function isOfRequest(error: unknown): boolean {
  return error instanceof Error && 'config' in error;
}
