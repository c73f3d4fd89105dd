import { parseArgs } from 'node:util';
import type { Command, CommandOption } from './commands/command.ts';

const COMMON: Readonly<Record<string, CommandOption>> = {
  'dry-run': { type: 'boolean', help: 'lists what would change and changes nothing' },
  yes: { type: 'boolean', help: 'applies the changes that are listed' },
  json: { type: 'boolean', help: 'prints the result as JSON, and everything for people on stderr' },
  local: { type: 'boolean', help: 'works on the local Workspace that npm start serves' },
  port: { type: 'string', value: 'N', help: 'the port of the local Workspace; without it 4175' },
  as: { type: 'string', value: 'ADDRESS', help: 'who acts in the local Workspace; without it the owner' },
  spreadsheet: { type: 'string', value: 'ID', help: 'the registry; without it the one in .clasp.json' },
  credentials: { type: 'string', value: 'FILE', help: 'signs in with this OAuth client (Desktop app)' },
  'default-credentials': { type: 'boolean', help: 'uses application default credentials' },
  help: { type: 'boolean', help: 'prints this' },
};

/** What a command line asks for. */
export interface CommandLine {
  readonly command: Command | undefined;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** The arguments after the script's name, or what is wrong with them. */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
): CommandLine | { readonly problem: string } {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help')
    return { command: undefined, options: { help: true }, words: [] };
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return { problem: `There is no command ${name}.` };
  try {
    const known = { ...COMMON, ...command.options };
    const options = Object.fromEntries(Object.entries(known).map(([key, { type }]) => [key, { type }]));
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    const problem = findProblem(values) ?? findWordProblem(command, positionals);
    if (problem !== undefined) return { problem };
    return { command, options: values as CommandLine['options'], words: positionals };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function findProblem(values: Readonly<Record<string, unknown>>): string | undefined {
  if (values['dry-run'] === true && values.yes === true) return '--dry-run and --yes exclude each other.';
  const { port } = values;
  if (port !== undefined && !(/^\d+$/.test(String(port)) && Number(port) > 0 && Number(port) < 65_536)) {
    return `--port takes a whole number from 1 to 65535, and not ${port}.`;
  }
  if (values.local !== true && (port !== undefined || values.as !== undefined)) {
    return '--port and --as go with --local.';
  }
  return undefined;
}

function findWordProblem({ name, words }: Command, given: readonly string[]): string | undefined {
  if (words !== undefined || given.length === 0) return undefined;
  return `${name} takes options only, and not ${given.join(' ')}.`;
}

/** How the commands, or one of them, are used. */
export function usage(commands: readonly Command[], command?: Command): string {
  const head =
    command === undefined
      ? [
          'Usage: npm run google -- COMMAND [options]',
          '',
          ...table(commands.map(({ name, summary }) => [name, summary])),
        ]
      : [
          `Usage: npm run google -- ${[command.name, command.words, '[options]'].filter(Boolean).join(' ')}`,
          '',
          `${command.summary}.`,
          ...optionsOf(command.options),
        ];
  return [
    ...head,
    '',
    'Options of every command:',
    ...optionsOf(COMMON),
    '',
    'Exit codes: 0 all is well, 1 differences or something refused, 2 bad use, 3 Google out of reach or denying.',
  ].join('\n');
}

function optionsOf(options: Readonly<Record<string, CommandOption>>): readonly string[] {
  return table(
    Object.entries(options).map(([name, { value, help }]) => [
      value === undefined ? `--${name}` : `--${name} ${value}`,
      help,
    ]),
  );
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
