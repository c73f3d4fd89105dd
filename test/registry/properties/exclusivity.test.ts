import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { sameCustomer } from '../../../src/core/conflict/same-customer.ts';
import { isApproved } from '../../../src/core/registration/is-approved.ts';
import { isHeldOn } from '../../../src/core/registration/is-held-on.ts';
import { windowEndsOn } from '../../../src/core/registration/window-ends-on.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import { moves, play } from '../support/play-moves.ts';
import type { TestDoor } from '../support/test-door.ts';

/** Pairs of registrations of different partners that hold one customer on a day from today on, as things stand. */
function findSharedHoldings(door: TestDoor): readonly string[] {
  const { today, records } = door;
  const prepared = new CustomerDesk(records, today).prepared();
  const holding = records.list('leads').flatMap(({ registration }) => {
    const isOver = !isApproved(registration) || windowEndsOn(registration) < today;
    return isOver ? [] : [registration];
  });
  // Whoever holds a customer on two days holds it on all days between them: the ends of the windows are enough.
  const days: readonly PlainDate[] = [
    today,
    ...holding.flatMap((registration) => [windowEndsOn(registration), registration.approval.approvedOn]),
  ].filter((day) => day >= today);
  const shared: string[] = [];
  for (const left of holding) {
    for (const right of holding) {
      if (left.id >= right.id || left.partner === right.partner) continue;
      const day = days.find((candidate) => isHeldOn(left, candidate) && isHeldOn(right, candidate));
      if (day !== undefined && sameCustomer(prepared, left.id, right.id))
        shared.push(`${left.id} and ${right.id} on ${day}`);
    }
  }
  return shared;
}

test('no customer is held by two partners on any day, whatever happens in which order', () => {
  fc.assert(
    fc.property(fc.array(moves(), { maxLength: 60, size: 'max' }), (course) => {
      play(course, (door, move) => {
        expect(findSharedHoldings(door), JSON.stringify(move)).toEqual([]);
      });
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
