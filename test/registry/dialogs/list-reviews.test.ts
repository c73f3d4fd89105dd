import { describe, expect, test } from 'vitest';
import type { ReviewQueue } from '../../../src/registry/dialogs/form-description.ts';
import { askQuestion, mustAsk } from '../support/ask-question.ts';
import { ANA, BO, FAY, HEAD, openProgramme, register, registerActive, SAM } from '../support/office.ts';
import type { TestDoor } from '../support/test-door.ts';

const queueOf = (door: TestDoor, as = ANA) => mustAsk<ReviewQueue>(door, as, 'listReviews');

/** Monday 2026-01-05: requests are to be decided by the end of the third business day after their arrival. */
function openQueue(): TestDoor {
  const door = openProgramme();
  register(door, { customer: 'Today', website: '' });
  register(door, { customer: 'Long ago', website: '', receivedAt: '2025-12-29T10:00' });
  register(door, { customer: 'Before the weekend', website: '', receivedAt: '2026-01-02T10:00' });
  register(door, { partner: 'P-002', customer: 'Due', website: '', receivedAt: '2025-12-31T10:00' });
  return door;
}

describe('the review queue', () => {
  test('lists the requests that wait by arrival, with the time left in business days', () => {
    const { reviews } = queueOf(openQueue());
    expect(reviews.map(({ customer, urgency, timeLeft }) => [customer, urgency, timeLeft])).toEqual([
      ['Long ago', 'overdue', 'Overdue by 2 business days'],
      ['Due', 'today', 'Due today'],
      ['Before the weekend', 'later', '2 business days left'],
      ['Today', 'later', '3 business days left'],
    ]);
  });

  test('counts holidays as the decision target does', () => {
    const door = openQueue();
    door.must(HEAD, 'updateSettings', { Holidays: '2026-01-01, 2026-01-06' });
    const { reviews } = queueOf(door);
    expect(reviews.map(({ decideBy, timeLeft }) => [decideBy, timeLeft])).toEqual([
      ['2026-01-02', 'Overdue by 1 business day'],
      ['2026-01-07', '1 business day left'],
      ['2026-01-08', '2 business days left'],
      ['2026-01-09', '3 business days left'],
    ]);
  });

  test('leaves out what is decided, and counts what waits for its partner', () => {
    const door = openQueue();
    registerActive(door, { customer: 'Approved', website: '' });
    door.must(HEAD, 'rejectLead', { lead: 'L-0001', reason: 'not-a-fit' });
    door.must(HEAD, 'returnLead', {
      lead: 'L-0002',
      reason: 'insufficient-information',
      fields: ['website'],
    });
    const { reviews, returned } = queueOf(door);
    expect(reviews.map(({ lead }) => lead)).toEqual(['L-0004', 'L-0003']);
    expect(returned).toBe(1);
  });

  test('says whose each request is, and who may decide or object', () => {
    const door = openQueue();
    const rights = (as: string) =>
      queueOf(door, as)
        .reviews.filter(({ customer }) => customer === 'Due' || customer === 'Today')
        .map(({ isMine, mayDecide, mayObject }) => [isMine, mayDecide, mayObject]);
    expect(rights(ANA)).toEqual([
      [false, false, false],
      [true, true, false],
    ]);
    expect(rights(BO)).toEqual([
      [true, true, false],
      [false, false, false],
    ]);
    expect(rights(SAM)).toEqual([
      [false, false, true],
      [false, false, true],
    ]);
    expect(rights(HEAD)).toEqual([
      [false, true, true],
      [false, true, true],
    ]);
  });

  test('goes to the cover while a manager is away', () => {
    const door = openQueue();
    door.must(BO, 'setAway', { person: BO, from: '2026-01-05', until: '2026-01-09', cover: ANA });
    const due = queueOf(door, ANA).reviews.find(({ customer }) => customer === 'Due');
    expect(due).toMatchObject({ isMine: true, mayDecide: true });
  });

  test('is not for finance, who sees no evidence of the conflict check', () => {
    expect(askQuestion(openQueue(), FAY, 'listReviews', {})).toMatchObject({
      ok: false,
      issues: [{ code: 'not-allowed' }],
    });
  });
});
