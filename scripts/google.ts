/** The command line for a registry on Google: see `npm run google -- --help`. */
import { resolve } from 'node:path';
import { COMMANDS } from './google/commands/table.ts';
import { runCommandLine } from './google/run-command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, {
  root: resolve(import.meta.dirname, '..'),
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
