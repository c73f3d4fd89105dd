import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar/add-days.ts';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { daysBetween } from '../../../src/core/calendar/days-between.ts';
import { decisionTarget } from '../../../src/core/calendar/decision-target.ts';
import { nextMonth } from '../../../src/core/calendar/next-month.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import { listResponses } from '../../../src/registry/commands/forms/list-responses.ts';
import { readSettings } from '../../../src/registry/commands/open-context.ts';
import { ANA, HEAD, openProgramme, register, registerActive, registerEarning } from '../support/office.ts';
import type { TestDoor } from '../support/test-door.ts';

/** What becomes of one of the clock's runs on the way through it. */
interface Run {
  /** Days after the run before: a lost trigger is a day that is missing. */
  readonly after: number;
  readonly hour: number;
  /** Once, or twice as Google now and then does. */
  readonly times: 1 | 2;
  /** So many snapshots are made before the execution is stopped. */
  readonly snapshots: number;
  /** Left of the day's quota. */
  readonly quota: number;
  /** Stopped behind so many of the messages that were taken, without saying what became of them. */
  readonly stoppedAfter: number | null;
}

const RUN: fc.Arbitrary<Run> = fc.record({
  after: fc.constantFrom(0, 1, 1, 1, 1, 2, 7, 33),
  hour: fc.constantFrom(0, 1, 2, 6, 23),
  times: fc.constantFrom<1 | 2>(1, 1, 2),
  snapshots: fc.constantFrom(0, 1, 9),
  quota: fc.constantFrom(0, 1, 2, 5, 50),
  stoppedAfter: fc.constantFrom(null, null, null, 0, 1, 3),
});

/** The post office: which messages really went out, and when. */
type Post = Map<string, number>;

function sendMail(
  door: TestDoor,
  { quota, stoppedAfter }: Pick<Run, 'quota' | 'stoppedAfter'>,
  post: Post,
): void {
  const answer = door.system('claimMail', { quota });
  if (!answer.ok) throw new Error('Claiming is never refused.');
  const claimed = (answer.done.value?.claimed ?? []) as readonly string[];
  const sent = stoppedAfter === null ? claimed : claimed.slice(0, stoppedAfter);
  for (const id of sent) post.set(id, (post.get(id) ?? 0) + 1);
  if (stoppedAfter === null) door.system('settleMail', { sent, failed: [] });
}

function strike(door: TestDoor, run: Run, post: Post): void {
  door.runDay();
  door.makeSnapshots(run.snapshots);
  sendMail(door, run, post);
}

/** A form whose event may have been told never or twice is taken with the next run all the same. */
function takeForms(door: TestDoor): void {
  for (const response of ['r1', 'r2', 'r1'])
    door.sendLeadForm(response, 'kim@acme.example', { 'Customer name': `Customer ${response}` });
  expect([...listResponses(door.records)].sort()).toEqual(['r1', 'r2']);
}

/** An open request, an active lead, a commission that comes due and a training that is planned. */
function openCourse(): TestDoor {
  const door = openProgramme();
  takeForms(door);
  registerEarning(door, { customer: 'Hooli', website: 'hooli.example' });
  registerActive(door, { customer: 'Initech', website: 'initech.example', partner: 'P-002' });
  register(door, { customer: 'Umbrella', website: 'umbrella.example', partner: 'P-002' });
  door.must(HEAD, 'updateSettings', { 'Training date': '2026-03-18' });
  return door;
}

const course = openCourse();

function localDay(day: PlainDate, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:30`;
}

/** Messages by what they are for: the same one twice would be a doubled notice. */
function occasions(door: TestDoor): readonly string[] {
  return door.records.list('outbox').map(({ kind, about, occasion, to, subject }) => {
    if (kind === 'expiry') return occasion;
    return kind === 'training'
      ? `${kind} ${subject} ${to.join()}`
      : `${kind} ${about} ${subject} ${to.join()}`;
  });
}

function expectNoneTwice(door: TestDoor): void {
  const all = occasions(door);
  expect(all.filter((one, n) => all.indexOf(one) !== n)).toEqual([]);
  const snapshots = door.records.list('snapshots').map(({ partner, month }) => `${partner} ${month}`);
  expect(new Set(snapshots).size).toBe(snapshots.length);
}

/** What has to have been told and made by a run on that day, however the runs before it went. */
function expectNoneLost(door: TestDoor, today: PlainDate): void {
  const settings = readSettings(door.records);
  const mails = door.records.list('outbox');
  for (const { registration } of door.records.list('leads')) {
    const about = mails.filter((mail) => mail.about === registration.id);
    if (registration.status === 'Submitted' && decisionTarget(registration.registeredAt, settings) < today)
      expect(about.filter(({ kind }) => kind === 'escalation')).toHaveLength(1);
    if (registration.status !== 'Active') continue;
    const left = daysBetween(today, registration.approval.activeUntil);
    const step = [7, 30, 60].find((days) => left <= days);
    if (step !== undefined) expect(about.some(({ occasion }) => occasion.endsWith(`/${step}`))).toBe(true);
  }
  const invited = mails.filter(({ kind }) => kind === 'training').flatMap(({ to }) => to);
  if (invited.length > 0) expect([...invited].sort()).toEqual(['kim@acme.example', 'lee@borealis.example']);
  const months: string[] = [];
  const thisMonth = today.slice(0, 7);
  for (let month = '2026-01' as ReturnType<typeof nextMonth>; month < thisMonth; month = nextMonth(month))
    months.push(month);
  const made = door.records.list('snapshots').filter(({ partner }) => partner === 'P-001');
  expect(made.map(({ month }) => month)).toEqual(months);
}

test('no course of late, doubled or lost runs loses or doubles a mail, a notice or a snapshot', () => {
  fc.assert(
    fc.property(fc.array(RUN, { minLength: 1, maxLength: 14 }), (runs) => {
      const door = course.fork();
      const post: Post = new Map();
      let day = door.today;
      for (const run of runs) {
        day = addDays(day, run.after);
        if (localDay(day, run.hour) > localTime(door)) door.moveTo(localDay(day, run.hour));
        for (let n = 0; n < run.times; n += 1) strike(door, run, post);
        expectNoneTwice(door);
        expectNoneLost(door, door.today);
      }
      // Some days on which all goes well bring everything to its end.
      for (let quiet = 1; quiet <= 4; quiet += 1) {
        door.moveTo(localDay(addDays(day, quiet), 6));
        strike(door, { ...EASY, after: 1 }, post);
        strike(door, { ...EASY, after: 0 }, post);
      }
      expectNoneTwice(door);
      expect(door.records.list('snapshots').filter(({ file }) => file === '')).toEqual([]);
      for (const { id, state, error } of door.records.list('outbox')) {
        const times = post.get(id) ?? 0;
        expect(times, `${id} went out ${times} times`).toBeLessThanOrEqual(1);
        if (state === 'Sent') expect(times).toBe(1);
        else expect([state, error.includes('may or may not')]).toEqual(['Failed', true]);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

const EASY: Run = { after: 1, hour: 6, times: 1, snapshots: 99, quota: 1500, stoppedAfter: null };

/** The programme's local time as a scenario writes it. */
function localTime(door: TestDoor): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: door.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return `${door.today}T${clock.format(new Date(door.now))}`;
}

test('every open request has a reviewer who can act, whoever leaves, is away or is moved', () => {
  const people = ['head@one.example', ANA, 'bo@one.example'] as const;
  const move = fc.record({
    do: fc.constantFrom('away', 'leave', 'return', 'assign', 'day'),
    who: fc.constantFrom(...people),
    other: fc.constantFrom(...people),
    days: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const door = course.fork();
      for (const { do: what, who, other, days } of moves) {
        const from = door.today;
        const role = who === HEAD ? 'head' : 'manager';
        if (what === 'away')
          door.run(HEAD, 'setAway', { person: who, from, until: addDays(from, days), cover: other });
        if (what === 'leave' && who !== HEAD)
          door.run(HEAD, 'setTeamMember', { person: who, name: who, role, active: false });
        if (what === 'return')
          door.run(HEAD, 'setTeamMember', { person: who, name: who, role, active: true });
        if (what === 'assign') door.run(HEAD, 'assignManager', { partner: 'P-001', manager: other });
        if (what === 'day') {
          const next = parsePlainDate(addDays(from, 1));
          door.moveTo(`${next}T06:00`);
          door.runDay();
        }
        for (const { registration, view } of door.records.list('leads')) {
          if (registration.status !== 'Submitted') continue;
          const reviewer = door.records.get('team', view.reviewer ?? '')?.member;
          expect(reviewer?.active, `${registration.id} is with ${view.reviewer}`).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
