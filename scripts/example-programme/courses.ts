import { addDays } from '../../src/core/calendar/add-days.ts';
import { addMonths } from '../../src/core/calendar/add-months.ts';
import type { PlainDate } from '../../src/core/calendar/dates.ts';
import {
  anotherContact,
  approve,
  decisionDay,
  type ExampleDeal,
  type ExampleLead,
  enterDeal,
  introduce,
  lose,
  manage,
  pay,
  receive,
  request,
  type Stage,
  sign,
} from './acts.ts';
import { at, businessDaysAfter, businessDaysBefore, onBusinessDay, START, TODAY } from './calendar.ts';
import type { ExamplePartner } from './cast.ts';
import type { Customer, Region } from './customers.ts';

/** Who refers whom. */
export interface Cast {
  readonly partner: ExamplePartner;
  readonly customer: Customer;
  readonly region: Region;
}

/** One way that a lead goes from the request on. */
export interface Course {
  /** How many of the example's leads go this way. */
  readonly count: number;
  /** The first and the last day on which such a request may arrive. */
  readonly arrives: readonly [PlainDate, PlainDate];
  /** Whether contracts come of it, so that its customers are spread over the currencies. */
  readonly hasDeal: boolean;
  readonly play: (stage: Stage, cast: Cast, on: PlainDate) => void;
}

const daysAgo = (days: number): PlainDate => addDays(TODAY, -days);
const monthsIn = (months: number): PlainDate => addMonths(START, months);

/** The ways of ordinary leads; what is out of the ordinary is told by the stories. */
export const COURSES: { readonly [name: string]: Course } = {
  waiting: {
    count: 4,
    arrives: [businessDaysBefore(TODAY, 2), businessDaysBefore(TODAY, 1)],
    hasDeal: false,
    play: (stage, cast, on) => void request(stage, cast.partner, cast, { on }),
  },
  nearlyDue: {
    count: 2,
    arrives: [businessDaysBefore(TODAY, 3), businessDaysBefore(TODAY, 3)],
    hasDeal: false,
    play: (stage, cast, on) => void request(stage, cast.partner, cast, { on }),
  },
  overdue: {
    count: 1,
    arrives: [businessDaysBefore(TODAY, 5), businessDaysBefore(TODAY, 5)],
    hasDeal: false,
    play: (stage, cast, on) => void request(stage, cast.partner, cast, { on }),
  },
  returned: {
    count: 2,
    arrives: [daysAgo(12), daysAgo(7)],
    hasDeal: false,
    play: (stage, cast, on) => void askBack(stage, cast, on),
  },
  neverCompleted: { count: 3, arrives: [monthsIn(1), daysAgo(40)], hasDeal: false, play: askBack },
  withdrawn: {
    count: 4,
    arrives: [monthsIn(0), daysAgo(20)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const lead = request(stage, cast.partner, cast, { on });
      manage(stage, lead, businessDaysAfter(on, 1), 'withdrawLead', {
        reason: stage.chance.pick([
          'The partner called: the customer has stopped the project.',
          'Sent twice by mistake; the partner asked us to drop it.',
          'The customer does not want to be named for now.',
        ]),
      });
    },
  },
  rejected: {
    count: 12,
    arrives: [monthsIn(0), daysAgo(8)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const lead = request(stage, cast.partner, cast, { on });
      const [reason, note] = stage.chance.pick(REJECTIONS);
      manage(stage, lead, decisionDay(stage, on), 'rejectLead', { reason, note });
    },
  },
  expired: {
    count: 14,
    arrives: [monthsIn(0), addDays(addMonths(TODAY, -12), -12)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const lead = admit(stage, cast, on);
      meet(stage, lead.lead, lead.approvedOn);
    },
  },
  expiresWithinAWeek: expiring(1, 6, 1),
  expiresWithinAMonth: expiring(8, 28, 3),
  expiresWithinTwoMonths: expiring(32, 58, 3),
  active: {
    count: 22,
    arrives: [addMonths(TODAY, -9), daysAgo(7)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      meet(stage, lead, approvedOn);
    },
  },
  completed: {
    count: 6,
    arrives: [monthsIn(2), daysAgo(30)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const lead = askBack(stage, cast, on);
      const completedOn = businessDaysAfter(decisionDay(stage, on), stage.chance.between(4, 7));
      stage.diary.note(at(completedOn, stage.chance.time(8, 14)), cast.partner.contacts[0]?.email ?? '', {
        form: 'Register a lead',
        answers: {
          'Customer name': cast.customer.name,
          'Customer website': cast.customer.domain,
          'Anything that helps the review': 'The project is for the whole group, decision this autumn.',
        },
      });
      meet(stage, lead, approve(stage, lead, businessDaysAfter(completedOn, 1)));
    },
  },
  negotiating: {
    count: 4,
    arrives: [addMonths(TODAY, -7), daysAgo(60)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      meet(stage, lead, approvedOn);
      const openedOn = onBusinessDay(addDays(approvedOn, stage.chance.between(25, 40)));
      enterDeal(stage, lead, { on: openedOn, status: 'Open' });
    },
  },
  lost: {
    count: 3,
    arrives: [monthsIn(1), daysAgo(150)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      meet(stage, lead, approvedOn);
      const deal = enterDeal(stage, lead, {
        on: onBusinessDay(addDays(approvedOn, stage.chance.between(30, 50))),
        status: 'Open',
      });
      lose(stage, deal, onBusinessDay(addDays(approvedOn, stage.chance.between(70, 110))));
    },
  },
  released: {
    count: 8,
    arrives: [monthsIn(1), daysAgo(100)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      const releasedOn = onBusinessDay(addDays(approvedOn, stage.chance.between(30, 80)));
      manage(stage, lead, releasedOn, 'releaseLead', {
        reason: stage.chance.pick([
          'The partner no longer works for this customer.',
          'No contact could be made; released at the partner’s wish.',
          'The customer was bought and its new owner decides centrally.',
        ]),
      });
    },
  },
  paid: {
    count: 6,
    arrives: [monthsIn(0), daysAgo(260)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const deal = win(stage, cast, on, stage.chance.between(30, 120));
      pay(stage, deal.deal, collect(stage, deal.deal, businessDaysAfter(deal.signedOn, 12)));
    },
  },
  due: {
    count: 3,
    arrives: [daysAgo(150), daysAgo(120)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { deal } = win(stage, cast, on, stage.chance.between(20, 40));
      receive(stage, deal, businessDaysBefore(TODAY, stage.chance.between(22, 25)), 50);
    },
  },
  overdueCommission: {
    count: 2,
    arrives: [daysAgo(170), daysAgo(140)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { deal } = win(stage, cast, on, stage.chance.between(20, 40));
      receive(stage, deal, businessDaysBefore(TODAY, stage.chance.between(40, 50)), 100);
    },
  },
  scheduled: {
    count: 3,
    arrives: [daysAgo(150), daysAgo(100)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { deal } = win(stage, cast, on, stage.chance.between(25, 50));
      receive(stage, deal, businessDaysBefore(TODAY, stage.chance.between(3, 15)), 25);
    },
  },
  awaitingCash: {
    count: 2,
    arrives: [daysAgo(110), daysAgo(70)],
    hasDeal: true,
    play: (stage, cast, on) => void win(stage, cast, on, stage.chance.between(20, 40)),
  },
  unconfirmed: {
    count: 2,
    arrives: [daysAgo(90), daysAgo(60)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      introduce(stage, lead, { on: businessDaysAfter(approvedOn, 4), answer: 'open' });
      enterDeal(stage, lead, { on: businessDaysAfter(approvedOn, 20) });
    },
  },
  notIntroduced: {
    count: 1,
    arrives: [daysAgo(250), daysAgo(200)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { lead, approvedOn } = admit(stage, cast, on);
      const deal = enterDeal(stage, lead, { on: businessDaysAfter(approvedOn, 25) });
      receive(stage, deal, businessDaysAfter(approvedOn, 50), 100);
    },
  },
  renewed: {
    count: 2,
    arrives: [monthsIn(0), addDays(monthsIn(1), 20)],
    hasDeal: true,
    play: (stage, cast, on) => {
      const { deal, signedOn, approvedOn } = win(stage, cast, on, 30);
      pay(stage, deal, collect(stage, deal, businessDaysAfter(signedOn, 10)));
      const again = admit(stage, cast, onBusinessDay(addDays(addMonths(approvedOn, 12), 8)));
      meet(stage, again.lead, again.approvedOn);
      const renewal = enterDeal(stage, again.lead, {
        on: businessDaysAfter(again.approvedOn, 22),
        kind: 'Renewal',
      });
      collect(stage, renewal, businessDaysAfter(again.approvedOn, 30));
    },
  },
};

const REJECTIONS = [
  ['not-a-fit', 'They have eleven employees; our smallest edition starts at fifty.'],
  ['not-a-fit', 'They need an on-premises product, which we do not offer.'],
  ['insufficient-information', 'We could not find this company; please send its website.'],
  ['not-a-fit', 'Their country is not served yet.'],
  ['other', 'Embargoed end user; legal asked us not to pursue this.'],
] as const;

/** A lead that is active today and expires after `least` to `most` days. */
function expiring(least: number, most: number, count: number): Course {
  const approvedFrom = addDays(addMonths(TODAY, -12), least);
  const approvedUntil = addDays(addMonths(TODAY, -12), most);
  return {
    count,
    arrives: [addDays(approvedFrom, -1), addDays(approvedUntil, -1)],
    hasDeal: false,
    play: (stage, cast, on) => {
      const lead = request(stage, cast.partner, cast, { on });
      meet(stage, lead, approve(stage, lead, businessDaysAfter(on, 1)));
    },
  };
}

/** A request that the manager sends back. */
function askBack(stage: Stage, cast: Cast, on: PlainDate): ExampleLead {
  const lead = request(stage, cast.partner, cast, { on, website: '', note: '' });
  manage(stage, lead, decisionDay(stage, on), 'returnLead', {
    reason: 'insufficient-information',
    fields: ['Customer website', 'Anything that helps the review'],
    note: 'Which part of the group is this for, and when do they want to decide?',
  });
  return lead;
}

/** A request that is approved. */
export function admit(
  stage: Stage,
  cast: Cast,
  on: PlainDate,
): { readonly lead: ExampleLead; readonly approvedOn: PlainDate } {
  const lead = request(stage, cast.partner, cast, { on });
  return { lead, approvedOn: approve(stage, lead, decisionDay(stage, on)) };
}

/** What an active lead mostly sees: one or two introductions, of which not each is confirmed. */
function meet(stage: Stage, lead: ExampleLead, approvedOn: PlainDate): void {
  const { chance } = stage;
  const on = businessDaysAfter(approvedOn, chance.between(3, 12));
  if (on >= TODAY || chance.happens(0.25)) return;
  introduce(stage, lead, { on, answer: chance.happens(0.85) ? 'confirmed' : 'open' });
  const later = businessDaysAfter(on, chance.between(5, 20));
  if (later >= TODAY || chance.happens(0.6)) return;
  introduce(stage, lead, {
    on: later,
    contact: anotherContact(stage, lead),
    decisionMaker: chance.happens(0.5),
    relation: chance.pick(['employed', 'contracted']),
  });
}

/** A lead that becomes a contract so many days after its approval, entered at once or when negotiations began. */
export function win(
  stage: Stage,
  cast: Cast,
  on: PlainDate,
  daysToSign: number,
): {
  readonly lead: ExampleLead;
  readonly deal: ExampleDeal;
  readonly approvedOn: PlainDate;
  readonly signedOn: PlainDate;
} {
  const { lead, approvedOn } = admit(stage, cast, on);
  introduce(stage, lead, { on: businessDaysAfter(approvedOn, stage.chance.between(2, 5)) });
  const signedOn = onBusinessDay(addDays(approvedOn, daysToSign));
  if (stage.chance.happens(0.5))
    return { lead, approvedOn, signedOn, deal: enterDeal(stage, lead, { on: signedOn }) };
  const openedOn = businessDaysAfter(approvedOn, 8);
  const open = enterDeal(stage, lead, { on: openedOn, status: 'Open' });
  return { lead, approvedOn, signedOn, deal: sign(stage, open, signedOn) };
}

/** The customer pays in one or two parts; answers the day of the first. */
function collect(stage: Stage, deal: ExampleDeal, on: PlainDate): PlainDate {
  if (stage.chance.happens(0.5)) return receive(stage, deal, on, 100);
  receive(stage, deal, on, 50);
  const rest = onBusinessDay(addDays(on, 90));
  if (rest < TODAY) receive(stage, deal, rest, 50);
  return on;
}
