import { expect, test } from 'vitest';
import { assembleTabPlans } from '../../../src/addon/setup/assemble-tab-plans.ts';
import { listProtections } from '../../../src/registry/schema/protections.ts';

test('Set-up protects every tab as it is declared, and no other', () => {
  const planned = assembleTabPlans().flatMap(({ name, protection, openHeaders }) =>
    protection === 'none' ? [] : [{ tab: name, protection, openHeaders }],
  );
  const inOrder = <T extends { readonly tab: string }>(tabs: readonly T[]) =>
    [...tabs].sort((a, b) => (a.tab < b.tab ? -1 : 1));
  expect(inOrder(planned)).toEqual(inOrder(listProtections()));
});
