import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundleContract, CONTRACT_FUNCTION } from '../../../scripts/build/bundle-contract.ts';
import type { ContractGroup } from '../../../src/contract/case.ts';
import { GROUPS } from '../../../src/contract/groups.ts';
import { makeBench } from '../make-workspace.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const { oauthScopes } = JSON.parse(readFileSync(`${ROOT}appsscript/appsscript.json`, 'utf8'));

const SOURCE = `${await bundleContract(ROOT)}
  function take(n) { const contract = ${CONTRACT_FUNCTION}(); return contract.takeStep(n, contract.Scratch.make()) }`;

/** The number of the first step of a group: behaviours are the first steps of the check, in order. */
function firstStepOf(group: ContractGroup): number {
  const before = GROUPS.slice(0, GROUPS.indexOf(group));
  return before.reduce((sum, { cases }) => sum + cases.length, 0);
}

/**
 * Plays each behaviour of a group in a Workspace of its own, as the live check plays it on Google: by the built file, and
 * with the scopes that the add-on asks for.
 */
export function playContract(group: ContractGroup): void {
  const first = firstStepOf(group);
  describe(group.title, () => {
    group.cases.forEach((one, i) => {
      test(`${one.title} [${one.source}]`, () => {
        const { value, error } = makeBench(SOURCE, { manifest: { oauthScopes } }).run('take', undefined, [
          first + i,
        ]);
        expect(error).toBeNull();
        expect(value).toMatchObject({
          title: one.title,
          observed:
            'throws' in one
              ? { kind: 'threw', message: expect.stringContaining(one.throws), late: false }
              : { kind: 'returned', value: one.returns },
          verdict: 'expected',
        });
      });
    });
  });
}
