/** What the command line asks for. */
export interface ReplayArguments {
  readonly files: readonly string[];
  /** The tab to print for a person instead of the JSON document. */
  readonly table: string | null;
}

export const USAGE = `Usage: npm run -s replay -- [--table TAB] FILE [FILE …]

Plays scenarios through the built add-on in the local Google Workspace.
Prints one JSON document (an array for several files), or with --table that tab as text.
Exit code 0 when the scenarios could be played, 2 when a file or the command line is malformed.`;

/** The arguments after the command's name, or what is wrong with them. */
export function parseArguments(
  argv: readonly string[],
): ReplayArguments | { readonly problems: readonly string[] } {
  const files: string[] = [];
  const problems: string[] = [];
  let table: string | null = null;
  for (let n = 0; n < argv.length; n++) {
    const argument = argv[n] ?? '';
    if (argument === '--table') {
      const name = argv[n + 1];
      n += 1;
      if (name === undefined || name.startsWith('--')) problems.push('--table needs the name of a tab');
      else table = name;
    } else if (argument.startsWith('--table=')) table = argument.slice('--table='.length);
    else if (argument.startsWith('-')) problems.push(`unknown option ${argument}`);
    else files.push(argument);
  }
  if (files.length === 0) problems.push('name at least one scenario file');
  return problems.length > 0 ? { problems } : { files, table };
}
