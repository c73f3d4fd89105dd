import { describe, expect, test } from 'vitest';
import { ANA, FAY, HEAD, KIM, openProgramme, register } from '../../support/office.ts';
import { problemsOf, type TestDoor } from '../../support/test-door.ts';

function claim(door: TestDoor, quota: number): readonly string[] {
  const answer = door.system('claimMail', { quota });
  if (!answer.ok) throw new Error('Claiming is never refused.');
  return (answer.done.value?.claimed ?? []) as readonly string[];
}

function kindsOf(door: TestDoor, ids: readonly string[]): readonly string[] {
  return ids.map((id) => door.get('outbox', id).kind);
}

/** An empty queue on the morning of 6 January. */
function openQueue(): TestDoor {
  const door = openProgramme();
  door.system('settleMail', { sent: door.records.list('outbox').map(({ id }) => id), failed: [] });
  door.moveTo('2026-01-06T06:00');
  return door;
}

describe('where the day’s quota is short', () => {
  test('what somebody waits for goes before reviews, and invitations to everybody go last', () => {
    const door = openQueue();
    door.must(HEAD, 'updateSettings', { 'Training date': '2026-03-18' });
    door.runDay();
    register(door);
    const kinds = kindsOf(door, claim(door, 5));
    expect(kinds).toEqual(['acknowledgement', 'review-request', 'training', 'training']);
  });

  test('each day of waiting makes up for a rank, so that nothing waits for ever', () => {
    const door = openQueue();
    door.must(HEAD, 'updateSettings', { 'Training date': '2026-03-18' });
    door.runDay();
    door.moveTo('2026-01-09T06:00');
    register(door);
    expect(kindsOf(door, claim(door, 2))).toEqual(['training', 'training']);
  });

  test('a message with more recipients than are left does not keep smaller ones waiting', () => {
    const door = openQueue();
    door.must(HEAD, 'updatePartner', { partner: 'P-001', contacts: [KIM, 'jo@acme.example'] });
    const answered = claim(door, 1);
    door.system('settleMail', { sent: answered, failed: [] });
    register(door);
    expect(kindsOf(door, claim(door, 1))).toEqual([]);
    expect(kindsOf(door, claim(door, 2))).toEqual(['acknowledgement']);
  });
});

describe('a message that Google refused', () => {
  test('shows why, and is tried again later each time, then left to people', () => {
    const door = openQueue();
    register(door);
    const [first = ''] = claim(door, 1);
    const fail = () => door.system('settleMail', { sent: [], failed: [{ id: first, error: 'Bad address' }] });
    const retries: string[] = [];
    for (const at of ['07:00', '13:00', '13:00']) {
      fail();
      expect(door.get('outbox', first)).toMatchObject({ state: 'Failed', error: 'Bad address' });
      expect(claim(door, 1)).toEqual([]);
      const retryAt = door.get('outbox', first).retryAt ?? '';
      retries.push(retryAt);
      door.moveTo(`${retries.length === 3 ? '2026-01-07' : '2026-01-06'}T${at}`);
      expect(claim(door, 1)).toEqual([first]);
    }
    expect(retries).toEqual(['2026-01-06T13:00:00Z', '2026-01-06T19:00:00Z', '2026-01-07T19:00:00Z']);
    fail();
    door.moveTo('2026-02-01T06:00');
    expect(claim(door, 1)).not.toContain(first);
    expect(problemsOf(door.run(FAY, 'resendMail', { mail: first }))).toEqual(['not-allowed']);
    expect(problemsOf(door.run(ANA, 'resendMail', { mail: 'M-9999' }))).toEqual(['not-found mail']);
    door.must(ANA, 'resendMail', { mail: first.toLowerCase() });
    expect(claim(door, 1)).toEqual([first]);
    door.system('settleMail', { sent: [first], failed: [] });
    expect(door.get('outbox', first)).toMatchObject({ state: 'Sent', error: '' });
    expect(problemsOf(door.run(ANA, 'resendMail', { mail: first }))).toEqual(['illegal-state mail']);
  });

  test('is never tried again by itself where it may have gone out', () => {
    const door = openQueue();
    register(door);
    const taken = claim(door, 10);
    door.moveTo('2026-01-06T09:00');
    expect(claim(door, 10)).toEqual([]);
    door.moveTo('2026-01-20T09:00');
    expect(claim(door, 10)).toEqual([]);
    expect(taken.map((id) => door.get('outbox', id).state)).toEqual(taken.map(() => 'Failed'));
  });
});
