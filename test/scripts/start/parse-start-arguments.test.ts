import { describe, expect, test } from 'vitest';
import { parseStartArguments } from '../../../scripts/start/parse-start-arguments.ts';

const USUAL = { port: null, isFresh: false, isEmpty: false, wantsHelp: false };

const valid = [
  { name: 'nothing', argv: [], parsed: USUAL },
  { name: 'a port', argv: ['--port', '5000'], parsed: { ...USUAL, port: 5000 } },
  { name: 'a port after =', argv: ['--port=5000'], parsed: { ...USUAL, port: 5000 } },
  {
    name: 'an empty registry, begun again',
    argv: ['--fresh', '--empty'],
    parsed: { ...USUAL, isFresh: true, isEmpty: true },
  },
  { name: 'help', argv: ['--help'], parsed: { ...USUAL, wantsHelp: true } },
] as const;

const invalid = [
  { name: 'a word for a port', argv: ['--port', 'http'], says: 'http' },
  { name: 'a port of the system’s', argv: ['--port', '80'], says: '1024' },
  { name: 'a port that there is not', argv: ['--port', '70000'], says: '65535' },
  { name: 'an option that is unknown', argv: ['--frsh'], says: '--frsh' },
  { name: 'a word', argv: ['fresh'], says: 'fresh' },
] as const;

describe('The arguments of npm start', () => {
  for (const { name, argv, parsed } of valid) {
    test(`take ${name}`, () => {
      expect(parseStartArguments(argv)).toEqual(parsed);
    });
  }
  for (const { name, argv, says } of invalid) {
    test(`refuse ${name}, and say what is wrong`, () => {
      expect(parseStartArguments(argv)).toEqual({ problems: [expect.stringContaining(says)] });
    });
  }
});
