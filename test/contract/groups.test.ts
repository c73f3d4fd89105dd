import { expect, test } from 'vitest';
import { COST_CASES } from '../../src/contract/costs/cost-cases.ts';
import { GROUPS } from '../../src/contract/groups.ts';

test('every behaviour and every cost is told apart from the others by its name', () => {
  const names = [
    ...GROUPS.flatMap(({ title, cases }) => cases.map((one) => `${title}: ${one.title}`)),
    ...COST_CASES.map(({ title }) => title),
  ];
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
