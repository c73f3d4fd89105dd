import { addDays } from '../../src/core/calendar/add-days.ts';
import { addMonths } from '../../src/core/calendar/add-months.ts';
import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { isBusinessDay } from '../../src/core/calendar/is-business-day.ts';
import { parseScenario } from '../replay/parse-scenario.ts';
import type { Scenario } from '../replay/scenario.ts';
import { ACCOUNT_ROWS } from './accounts.ts';
import type { Stage } from './acts.ts';
import {
  at,
  businessDaysAfter,
  businessDaysBefore,
  HOLIDAYS,
  NOW,
  onBusinessDay,
  START,
  TODAY,
} from './calendar.ts';
import { ANA, APPLICANT, type ExamplePartner, FAY, HEAD, PARTNERS, TEAM } from './cast.ts';
import { createChance } from './chance.ts';
import { type Cast, COURSES, type Course } from './courses.ts';
import { currencyOf, customersOf, REGIONS } from './customers.ts';
import { Diary, toSteps } from './diary.ts';
import { MERIDIAN_SUSPENDED, tellStories } from './stories.ts';

/** A scenario, and what the registry is to answer to each of its steps: null or the code of the refusal. */
export interface ExampleProgramme {
  readonly scenario: Scenario;
  readonly refusals: readonly (string | null)[];
}

/**
 * Eighteen months of an invented programme as a scenario, the same for the same seed. `share` is the share of ordinary
 * leads that it has, 1 being about 150 leads; the stories are told in any case.
 */
export function generateProgramme(
  seed: number,
  { share = 1 }: { readonly share?: number } = {},
): ExampleProgramme {
  const stage: Stage = { diary: new Diary(), chance: createChance(seed) };
  openProgramme(stage);
  playCourses(stage, share);
  tellStories(stage);
  const entries = stage.diary.inOrder();
  const parsed = parseScenario({
    name: 'Eighteen months of a referral partner programme',
    settings: {
      Holidays: HOLIDAYS.join(', '),
      'Resources link': 'https://resources.one.example/partners',
      'Community link': 'https://community.one.example',
    },
    seed,
    steps: [...toSteps(entries), { at: NOW }],
  });
  if (!parsed.ok) {
    throw new Error(parsed.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  }
  return { scenario: parsed.scenario, refusals: [...entries.map(({ refusal }) => refusal), null] };
}

/** Team, accounts and partners, and what the head arranges on the way. */
function openProgramme(stage: Stage): void {
  const { diary } = stage;
  for (const member of TEAM) {
    diary.note(at(START, '08:30'), HEAD, { do: 'setTeamMember', with: { ...member, active: true } });
  }
  diary.note(at(START, '08:40'), ANA, { import: { tab: 'Accounts', rows: ACCOUNT_ROWS } });
  for (const partner of PARTNERS) welcome(stage, partner);
  diary.note(at(businessDaysBefore(addMonths(TODAY, -3), 3), '10:00'), HEAD, {
    do: 'updateSettings',
    with: { 'Training date': businessDaysAfter(addMonths(TODAY, -2), 5) },
  });
  diary.note(at(addMonths(START, 7), '12:00'), 'sales@blitzkontakte.example', {
    form: 'Request to join',
    answers: { Company: 'Blitzkontakte Marketing', 'Your name': 'Ricky Vossberg', Country: 'Germany' },
  });
  diary.note(at(addDays(addMonths(START, 7), 3), '12:00'), HEAD, {
    do: 'declinePartner',
    with: { partner: 'Blitzkontakte Marketing', reason: 'They sell lists of addresses.' },
  });
  diary.note(at(businessDaysBefore(TODAY, 2), '11:30'), APPLICANT.email, {
    form: 'Request to join',
    answers: {
      Company: APPLICANT.company,
      'Your name': APPLICANT.name,
      Country: APPLICANT.country,
      'Why you would like to join':
        'We run the IT of forty hospitals and schools in Portugal and Cabo Verde.',
    },
  });
  diary.note(at(TODAY, '09:10'), FAY, { do: 'preparePaymentRun', with: { asOf: TODAY } });
}

/** The first partners are admitted by the head; those who come later ask with the form. */
function welcome({ diary }: Stage, partner: ExamplePartner): void {
  const { name, contacts, country, manager } = partner;
  const joinsOn = joiningDay(partner);
  const addresses = contacts.map(({ email }) => email);
  const [first] = contacts;
  if (partner.joinsAfterMonths === 0 || first === undefined) {
    diary.note(at(START, '09:00'), HEAD, {
      do: 'admitPartner',
      with: { partner: name, contacts: addresses, manager },
    });
    diary.note(at(START, '09:20'), HEAD, { do: 'updatePartner', with: { partner: name, country } });
    return;
  }
  diary.note(at(businessDaysBefore(joinsOn, 2), '13:30'), first.email, {
    form: 'Request to join',
    answers: {
      Company: name,
      'Your name': first.name,
      Country: country,
      'Why you would like to join':
        'Our customers ask us which platform to choose; we would rather answer with yours.',
    },
  });
  diary.note(at(joinsOn, '10:00'), HEAD, {
    do: 'admitPartner',
    with: { partner: name, contacts: addresses, manager },
  });
}

function joiningDay({ joinsAfterMonths }: ExamplePartner): PlainDate {
  return onBusinessDay(addMonths(START, joinsAfterMonths));
}

const CURRENCIES = ['EUR', 'GBP', 'JPY', 'USD', 'EUR', 'GBP'] as const;

/** Draws a day, a customer and a partner for each ordinary lead, and lets it go its way. */
function playCourses(stage: Stage, share: number): void {
  const { chance } = stage;
  const free = new Set(
    chance.shuffle(
      REGIONS.flatMap((region) => customersOf(region).map((customer) => ({ region, customer }))),
    ),
  );
  let deals = 0;
  // Those with contracts choose first, so that no currency is missing.
  const courses = Object.values(COURSES).sort((a, b) => Number(b.hasDeal) - Number(a.hasDeal));
  for (const course of courses) {
    for (let left = Math.ceil(course.count * share); left > 0; left -= 1) {
      const on = drawDay(stage, course);
      const wish = course.hasDeal ? CURRENCIES[deals++ % CURRENCIES.length] : undefined;
      const suits = [...free].filter(({ region }) => partnersOn(region, on).length > 0);
      const chosen = suits.find(({ customer }) => currencyOf(customer) === wish) ?? suits[0];
      if (chosen === undefined) throw new Error('There are too few customers for so many leads.');
      free.delete(chosen);
      const cast: Cast = { ...chosen, partner: chance.pick(partnersOn(chosen.region, on)) };
      course.play(stage, cast, on);
    }
  }
}

function drawDay({ chance }: Stage, { arrives: [from, until] }: Course): PlainDate {
  const days: PlainDate[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (isBusinessDay(date, HOLIDAYS)) days.push(date);
  }
  return chance.pick(days);
}

/** The partners of a region that bring leads on that day. */
function partnersOn(region: Cast['region'], date: PlainDate): readonly ExamplePartner[] {
  return PARTNERS.filter(
    (partner: ExamplePartner) =>
      partner.regions.includes(region) &&
      joiningDay(partner) < date &&
      (partner.tag !== 'MER' || date < addDays(MERIDIAN_SUSPENDED, -30)),
  );
}
