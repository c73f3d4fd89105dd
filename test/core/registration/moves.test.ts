import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAD_STATUSES, type LeadStatus, type Registration } from '../../../src/core/model/registration.ts';
import { approve } from '../../../src/core/registration/approve.ts';
import { checkMove, MOVES } from '../../../src/core/registration/check-move.ts';
import { compareArrival } from '../../../src/core/registration/compare-arrival.ts';
import { expire } from '../../../src/core/registration/expire.ts';
import { reject } from '../../../src/core/registration/reject.ts';
import { release } from '../../../src/core/registration/release.ts';
import { resubmit } from '../../../src/core/registration/resubmit.ts';
import { returnRegistration } from '../../../src/core/registration/return-registration.ts';
import { settleApproved } from '../../../src/core/registration/settle-approved.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import { withdraw } from '../../../src/core/registration/withdraw.ts';
import type { Result } from '../../../src/core/result.ts';
import {
  accepted,
  approved,
  codesOf,
  day,
  email,
  facts,
  moment,
  signed,
  TERMS,
} from '../support/builders.ts';

const TODAY = day('2026-03-01');
const RETURN = {
  returnedOn: TODAY,
  reason: 'insufficient-information',
  fields: ['website'],
  noteToPartner: '',
} as const;
const REJECTION = { rejectedOn: TODAY, reason: 'not-a-fit', noteToPartner: '' } as const;
const APPROVAL = {
  approvedOn: TODAY,
  approvedBy: email('ana@one.example'),
  salesOwner: email('sam@one.example'),
  terms: TERMS,
  override: null,
};

const active = approved();
const inState: { readonly [S in LeadStatus]: Registration } = {
  Submitted: submit(facts()),
  Returned: accepted(returnRegistration(submit(facts()), RETURN)),
  Rejected: accepted(reject(submit(facts()), REJECTION)),
  Withdrawn: accepted(withdraw(submit(facts()), { withdrawnOn: TODAY, withdrawalReason: '' })),
  Active: active,
  Expired: accepted(expire(active, day('2027-01-11'))),
  Released: accepted(release(active, { releasedOn: TODAY, releaseReason: '' })),
  Converted: settleApproved(active, [signed('2026-02-01')], TODAY),
};

const operations: {
  readonly [operation: string]: {
    readonly allowed: readonly LeadStatus[];
    readonly to: LeadStatus;
    readonly run: (registration: Registration) => Result<Registration>;
  };
} = {
  returning: { allowed: ['Submitted'], to: 'Returned', run: (r) => returnRegistration(r, RETURN) },
  resubmitting: { allowed: ['Returned'], to: 'Submitted', run: (r) => resubmit(r, {}) },
  rejecting: { allowed: ['Submitted'], to: 'Rejected', run: (r) => reject(r, REJECTION) },
  withdrawing: {
    allowed: ['Submitted', 'Returned'],
    to: 'Withdrawn',
    run: (r) => withdraw(r, { withdrawnOn: TODAY, withdrawalReason: '' }),
  },
  approving: { allowed: ['Submitted'], to: 'Active', run: (r) => approve(r, APPROVAL) },
  releasing: {
    allowed: ['Active'],
    to: 'Released',
    run: (r) => release(r, { releasedOn: TODAY, releaseReason: '' }),
  },
  expiring: { allowed: ['Active'], to: 'Expired', run: (r) => expire(r, day('2027-01-11')) },
};

describe('moves', () => {
  const cases = Object.entries(operations).flatMap(([operation, { allowed, to, run }]) =>
    LEAD_STATUSES.map((from) => ({ operation, from, to, run, legal: allowed.includes(from) })),
  );
  test.each(cases.filter(({ legal }) => legal))('$operation is legal from $from', ({ from, to, run }) => {
    const moved = accepted(run(inState[from]));
    expect(moved.status).toBe(to);
    expect(moved.registeredAt).toBe(inState[from].registeredAt);
  });
  test.each(cases.filter(({ legal }) => !legal))('$operation is refused from $from with both states named', ({
    from,
    to,
    run,
  }) => {
    const refused = run(inState[from]);
    expect(codesOf(refused)).toEqual(['illegal-state']);
    expect(refused.ok || refused.issues[0]?.message).toContain(from);
    expect(refused.ok || refused.issues[0]?.message).toContain(to);
  });
  test('staying in a state is no move', () => {
    for (const status of LEAD_STATUSES) expect(checkMove(status, status)?.code).toBe('illegal-state');
  });
  test('nothing leads out of Rejected and Withdrawn, nothing back into an open request but completing it', () => {
    expect([MOVES.Rejected, MOVES.Withdrawn]).toEqual([[], []]);
    expect(LEAD_STATUSES.filter((from) => MOVES[from].includes('Submitted'))).toEqual(['Returned']);
  });
});

describe('approve', () => {
  const cases: readonly { name: string; approvedOn: string; months: number; until: string }[] = [
    { name: 'a common day', approvedOn: '2026-01-07', months: 12, until: '2027-01-07' },
    { name: 'a leap day', approvedOn: '2028-02-29', months: 12, until: '2029-02-28' },
    { name: 'a 28th before a leap year', approvedOn: '2027-02-28', months: 12, until: '2028-02-28' },
    { name: 'a 31st with a window of six months', approvedOn: '2026-08-31', months: 6, until: '2027-02-28' },
  ];
  test.each(cases)('on $name is active until $until', ({ approvedOn, months, until }) => {
    const registration = approved({ approvedOn, terms: { windowMonths: months } });
    expect(registration.approval.activeUntil).toBe(until);
  });
  test('later never means active to an earlier day', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [first = '', second = ''] = [a, b].sort();
        const untils = [first, second].map((approvedOn) => approved({ approvedOn }).approval.activeUntil);
        expect([...untils].sort()).toEqual(untils);
      }),
    );
  });
});

describe('reasons', () => {
  test.each([
    {
      name: 'returning without fields',
      run: () => returnRegistration(submit(facts()), { ...RETURN, fields: [] }),
    },
    {
      name: 'returning for another reason without a note',
      run: () => returnRegistration(submit(facts()), { ...RETURN, reason: 'other', noteToPartner: ' ' }),
    },
    {
      name: 'rejecting for another reason without a note',
      run: () => reject(submit(facts()), { ...REJECTION, reason: 'other' }),
    },
  ])('$name asks for what is missing', ({ run }) => {
    expect(codesOf(run())).toEqual(['required']);
  });
  test('everything that is wrong is said at once, what is missing first', () => {
    const wrong = returnRegistration(active, { ...RETURN, reason: 'other', fields: [] });
    expect(codesOf(wrong)).toEqual(['required', 'required', 'illegal-state']);
  });
  test('a note makes another reason fine', () => {
    expect(reject(submit(facts()), { ...REJECTION, reason: 'other', noteToPartner: 'bankrupt' }).ok).toBe(
      true,
    );
  });
});

describe('resubmit', () => {
  test('takes over what was completed and leaves what belongs to the returned state', () => {
    const returned = accepted(returnRegistration(submit(facts({ note: 'hello' })), RETURN));
    const again = accepted(resubmit(returned, { website: 'https://globex.example' }));
    expect(again).toEqual({
      ...facts({ note: 'hello', website: 'https://globex.example' }),
      status: 'Submitted',
    });
  });
});

describe('compareArrival', () => {
  const at = moment('2026-01-05T10:00:00Z');
  const later = moment('2026-01-05T10:00:01Z');
  test('decides by the moment before the number', () => {
    expect(
      compareArrival({ id: 'L-0002', registeredAt: at }, { id: 'L-0001', registeredAt: later }),
    ).toBeLessThan(0);
  });
  test('decides ties by the number, not by the text', () => {
    expect(
      compareArrival({ id: 'L-9999', registeredAt: at }, { id: 'L-10000', registeredAt: at }),
    ).toBeLessThan(0);
  });
  test('is 0 only for the registration itself', () => {
    expect(compareArrival({ id: 'L-0001', registeredAt: at }, { id: 'L-0001', registeredAt: at })).toBe(0);
  });
});
