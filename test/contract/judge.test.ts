import { describe, expect, test } from 'vitest';
import type { ContractCase } from '../../src/contract/case.ts';
import type { Observed, Plain, Verdict } from '../../src/contract/outcome.ts';
import { judge } from '../../src/contract/play/play-case.ts';

const GROUP = { title: 'Ranges', needs: 'nothing', cases: [] } as const;
const about = { title: 'a behaviour', source: 'somewhere', observe: () => null };

function returned(value: Plain): Observed {
  return { kind: 'returned', value };
}

function threw(message: string, late = false): Observed {
  return { kind: 'threw', message, late };
}

describe('A behaviour that should answer [1, "a"]', () => {
  const one: ContractCase = { ...about, returns: [1, 'a'] };
  const cases: readonly { name: string; observed: Observed; verdict: Verdict }[] = [
    { name: 'and does', observed: returned([1, 'a']), verdict: 'expected' },
    { name: 'and answers a text for the number', observed: returned(['1', 'a']), verdict: 'differs' },
    { name: 'and answers more', observed: returned([1, 'a', null]), verdict: 'differs' },
    { name: 'and is refused', observed: threw('no'), verdict: 'differs' },
  ];
  for (const { name, observed, verdict } of cases) {
    test(`${name} is judged: ${verdict}`, () => {
      expect(judge(GROUP, one, observed)).toEqual({
        kind: 'behaviour',
        group: 'Ranges',
        title: 'a behaviour',
        source: 'somewhere',
        verdict,
        expected: { kind: 'returned', value: [1, 'a'] },
        observed,
      });
    });
  }
});

describe('A behaviour that should be refused as out of bounds', () => {
  const one: ContractCase = { ...about, throws: 'out of bounds' };
  const cases: readonly { name: string; observed: Observed; verdict: Verdict }[] = [
    { name: 'and is', observed: threw('Those rows are out of bounds.'), verdict: 'expected' },
    {
      name: 'in another language',
      observed: threw('Ces lignes sont hors limites.'),
      verdict: 'differently told',
    },
    { name: 'only when flushed', observed: threw('out of bounds', true), verdict: 'differently told' },
    { name: 'and is not', observed: returned(null), verdict: 'differs' },
  ];
  for (const { name, observed, verdict } of cases) {
    test(`${name} is judged: ${verdict}`, () => {
      expect(judge(GROUP, one, observed).verdict).toBe(verdict);
    });
  }
});
