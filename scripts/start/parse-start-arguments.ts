import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface StartArguments {
  /** The port to serve on; null for the usual one or the next that is free. */
  readonly port: number | null;
  /** Whether to forget the saved Workspace first. */
  readonly isFresh: boolean;
  /** Whether to begin with a registry that is not set up yet, instead of the example. */
  readonly isEmpty: boolean;
  readonly wantsHelp: boolean;
}

export const START_USAGE = `Usage: npm start -- [--port N] [--fresh] [--empty]

Serves the local Google Workspace, with the built add-on in it, to the browsers of this machine.
  --port N   the port to serve on (1024 to 65535); without it 4175, or the next that is free
  --fresh    begin again: forgets everything that was done in the saved Workspace
  --empty    a registry that only needs "Set up this registry", in a Workspace of its own`;

/** The arguments after the command's name, or what is wrong with them. */
export function parseStartArguments(
  argv: readonly string[],
): StartArguments | { readonly problems: readonly string[] } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? null : Number(values.port);
    if (port !== null && !(Number.isInteger(port) && port >= 1024 && port <= 65_535)) {
      return { problems: [`--port takes a whole number from 1024 to 65535, and not ${values.port}`] };
    }
    return { port, isFresh: values.fresh, isEmpty: values.empty, wantsHelp: values.help };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}
