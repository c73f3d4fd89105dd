import type { PlainDate } from '../calendar/dates.ts';
import type { Condition } from '../model/commission-line.ts';
import type { Introduction } from '../model/introduction.ts';
import type { ApprovedRegistration } from '../model/registration.ts';
import { no, notYet, yes } from './combine-conditions.ts';

/** How many introductions that don't count are explained; more would hide the answer. */
const EXPLAINED_AT_MOST = 5;

/**
 * C2 for a deal signed on that day: `yes` with as many confirmed introductions of different people as the terms
 * require, each of a decision maker employed by or under contract with the customer and made on or before the
 * signing date; `not yet` where open ones that would qualify make up the number; `no` otherwise. What One Network
 * refused never counts. Programme rules, section 4: C2.
 */
export function judgeIntroductions(
  registration: ApprovedRegistration,
  introductions: readonly Introduction[],
  signedOn: PlainDate,
): Condition {
  return judge(registration, introductions, { signedOn, deadline: signedOn });
}

/** `deadline` is how the evidence names the day of signing. */
function judge(
  registration: ApprovedRegistration,
  introductions: readonly Introduction[],
  { signedOn, deadline }: { readonly signedOn: PlainDate; readonly deadline: string },
): Condition {
  const required = registration.approval.terms.introductionsRequired;
  if (required === 0) return yes('The terms of this registration require no introduction.');
  const own = introductions.filter(({ lead }) => lead === registration.id);
  const suitable = own.filter((introduction) => whyNot(introduction, signedOn) === null);
  const confirmed = onePerPerson(suitable.filter(({ confirmation }) => confirmation.state === 'confirmed'));
  if (confirmed.length >= required) {
    return yes(`${confirmed.map(describe).join('; ')}, confirmed by One Network.`);
  }
  const people = onePerPerson([...confirmed, ...suitable]);
  if (people.length >= required) {
    const open = people.filter(({ confirmation }) => confirmation.state === 'open');
    return notYet(`One Network has still to confirm: ${open.map(describe).join('; ')}.`);
  }
  return no(
    `${countOf(people.length)} of ${required} required: a decision maker employed by or under contract with the customer, introduced on or before ${deadline} and confirmed by One Network.${explain(own, signedOn)}`,
  );
}

/**
 * C2 while no deal is signed: `yes` with enough confirmed introductions already, otherwise `not yet` while a deal
 * could still be in time and `no` afterwards.
 */
export function judgeIntroductionsSoFar(
  registration: ApprovedRegistration,
  introductions: readonly Introduction[],
  prospect: { readonly today: PlainDate; readonly inTime: boolean },
): Condition {
  // Evidence that named today would change every lead's row every day, and fill the journal with it.
  const soFar = judge(registration, introductions, {
    signedOn: prospect.today,
    deadline: 'the signing date',
  });
  if (soFar.answer === 'yes') return soFar;
  return prospect.inTime ? notYet(soFar.evidence) : no(soFar.evidence);
}

/** Why an introduction cannot count for a deal signed on that day, whether confirmed or not; null where it can. */
function whyNot(introduction: Introduction, signedOn: PlainDate): string | null {
  const { confirmation, relation, introducedOn } = introduction;
  if (confirmation.state === 'refused') return `refused by One Network (${confirmation.reason})`;
  if (!introduction.decisionMaker) return 'no decision maker';
  if (relation === 'other') return 'neither employed by nor under contract with the customer';
  if (introducedOn > signedOn) return `introduced only on ${introducedOn}`;
  return null;
}

function describe(introduction: Introduction): string {
  return `${introduction.contact} (${introduction.id}), introduced on ${introduction.introducedOn}`;
}

function explain(introductions: readonly Introduction[], signedOn: PlainDate): string {
  const reasons = introductions.flatMap((introduction) => {
    const reason = whyNot(introduction, signedOn);
    return reason === null ? [] : [`${introduction.contact} (${introduction.id}): ${reason}`];
  });
  if (reasons.length === 0) return '';
  const rest = reasons.length - EXPLAINED_AT_MOST;
  const more = rest > 0 ? `; and ${rest} more` : '';
  return ` Not counted: ${reasons.slice(0, EXPLAINED_AT_MOST).join('; ')}${more}.`;
}

/** The first introduction of each person: naming somebody twice does not make two introductions. */
function onePerPerson(introductions: readonly Introduction[]): readonly Introduction[] {
  const byPerson = new Map<string, Introduction>();
  for (const introduction of introductions) {
    const person = (introduction.email || introduction.contact).trim().toLowerCase();
    if (!byPerson.has(person)) byPerson.set(person, introduction);
  }
  return [...byPerson.values()];
}

function countOf(count: number): string {
  return count === 0 ? 'None' : String(count);
}
