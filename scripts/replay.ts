import { fileURLToPath } from 'node:url';
import { parseArguments, USAGE } from './replay/parse-arguments.ts';
import { replayFiles } from './replay/replay-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const parsed = parseArguments(process.argv.slice(2));

if ('problems' in parsed) {
  process.stderr.write(`${parsed.problems.join('\n')}\n\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  const { exitCode, stdout, stderr } = await replayFiles(parsed, root);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
}
