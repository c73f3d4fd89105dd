import { expect, test } from 'vitest';
import { verdictIssues } from '../../../src/core/conflict/verdict-issues.ts';
import type { IssueCode } from '../../../src/core/result.ts';
import {
  ACME,
  account,
  active,
  BOREALIS,
  check,
  expired,
  submitted,
  type WorldParts,
} from './build-conflict-world.ts';

const holder = active({ id: 'L-0001', partner: BOREALIS, customer: 'Globex' });
const request = submitted({ id: 'L-0002', partner: ACME, customer: 'Globex' });
const engaged = account({ id: 'A-0001' });
const alike = account({ id: 'A-0002', name: 'Globbex' });

const cases: readonly (WorldParts & {
  readonly name: string;
  readonly override: boolean;
  readonly codes: readonly IssueCode[];
})[] = [
  { name: 'a clear request may be approved', registrations: [request], override: false, codes: [] },
  {
    name: 'what is over does not refuse',
    registrations: [request, expired({ id: 'L-0001', partner: BOREALIS })],
    today: '2027-02-01',
    override: false,
    codes: [],
  },
  { name: 'a holder refuses', registrations: [request, holder], override: false, codes: ['held'] },
  {
    name: 'an override does not lift a holder',
    registrations: [request, holder],
    override: true,
    codes: ['held'],
  },
  {
    name: 'engaged refuses',
    registrations: [request],
    accounts: [engaged],
    override: false,
    codes: ['engaged'],
  },
  {
    name: 'an override lifts engaged',
    registrations: [request],
    accounts: [engaged],
    override: true,
    codes: [],
  },
  {
    name: 'an override leaves what stands below engaged',
    registrations: [request],
    accounts: [engaged, alike],
    override: true,
    codes: ['possible'],
  },
  {
    name: 'all that refuses is listed in order',
    registrations: [request, holder],
    accounts: [alike, engaged],
    override: false,
    codes: ['held', 'engaged', 'possible'],
  },
];

test.each(cases)('$name', ({ override, codes, ...parts }) => {
  const issues = verdictIssues(check(parts, 'L-0002'), { override });
  expect(issues.map(({ code, field }) => [code, field])).toEqual(codes.map((code) => [code, 'customer']));
});

test('an issue names the record, the reason and what to do next', () => {
  const [issue] = verdictIssues(check({ registrations: [request, holder] }, 'L-0002'), { override: false });
  expect(issue?.message).toBe(
    "Another partner's registration holds this customer: L-0001 Globex – same name; another partner's registration " +
      'holds it until 2027-01-10. Release it first, or reject this request.',
  );
});
