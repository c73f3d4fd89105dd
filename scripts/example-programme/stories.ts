import { addDays } from '../../src/core/calendar/add-days.ts';
import { addMonths } from '../../src/core/calendar/add-months.ts';
import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { accountId } from './accounts.ts';
import {
  ANA_AWAY,
  approve,
  enterDeal,
  introduce,
  lose,
  manage,
  managerOn,
  pay,
  receive,
  request,
  type Stage,
} from './acts.ts';
import { at, businessDaysAfter, businessDaysBefore, onBusinessDay, START, TODAY } from './calendar.ts';
import { ANA, BO, CLEO, FAY, partnerOf, SAM } from './cast.ts';
import { admit, type Cast, win } from './courses.ts';
import type { Region } from './customers.ts';
import { IdOf, LineOf } from './diary.ts';

/** The business day on which so many months and days of the example have passed. */
function after(months: number, days = 0): PlainDate {
  return onBusinessDay(addDays(addMonths(START, months), days));
}

/** The last business day at least so many days before the end of the example. */
function ago(days: number): PlainDate {
  return onBusinessDay(addDays(TODAY, -days));
}

function cast(
  tag: Parameters<typeof partnerOf>[0],
  region: Region,
  [name, domain, country]: readonly [name: string, domain: string, country: string],
): Cast {
  return { partner: partnerOf(tag), region, customer: { name, domain: `${domain}.example`, country } };
}

/** Tells every story that shows what the registry does beyond the ordinary. */
export function tellStories(stage: Stage): void {
  for (const tell of [...CONFLICTS, ...MONEY, ...PEOPLE, ...WAITING]) tell(stage);
}

type Story = (stage: Stage) => void;

const CONFLICTS: readonly Story[] = [
  function twoPartnersNameOneCustomer(stage) {
    const first = cast('LIN', 'dach', ['Perlmoos Spezialglas AG', 'perlmoos', 'Germany']);
    const second = { ...first, partner: partnerOf('VER') };
    const lead = request(stage, first.partner, first, { on: after(2), time: '08:40' });
    const late = request(stage, second.partner, second, {
      on: after(2),
      time: '14:05',
      writtenAs: 'PERLMOOS Verre spécial',
    });
    approve(stage, late, businessDaysAfter(after(2), 1), { refusal: 'pending' });
    approve(stage, lead, businessDaysAfter(after(2), 2));
    manage(stage, late, businessDaysAfter(after(2), 3), 'rejectLead', { reason: 'held-by-partner' });
  },
  function anotherSpellingIsCaught(stage) {
    const first = cast('NOR', 'nordic', ['Skjoldvik Shipping AS', 'skjoldvik', 'Norway']);
    const { lead } = admit(stage, first, after(3));
    const other = { ...first, partner: partnerOf('KES') };
    const late = request(stage, other.partner, other, {
      on: after(4),
      writtenAs: 'Skjoldvik Shippping',
      website: 'https://skjoldvik-group.example',
      contact: { name: 'Ragnhild Moe', title: 'CFO', email: 'moe@skjoldvik-group.example' },
    });
    approve(stage, late, businessDaysAfter(after(4), 1), { refusal: 'possible' });
    manage(stage, late, businessDaysAfter(after(4), 2), 'judgeMatch', {
      other: new IdOf(lead.entry),
      same: true,
      reason: 'skjoldvik-group.example is the holding of the shipping company; same address in Bergen.',
    });
    manage(stage, late, businessDaysAfter(after(4), 3), 'rejectLead', { reason: 'held-by-partner' });
  },
  function acronymOfAnOpportunity(stage) {
    const nars = cast('LIN', 'dach', ['Northern Alpine Rail Systems', 'nars', 'Switzerland']);
    const lead = request(stage, nars.partner, nars, {
      on: after(5),
      writtenAs: 'NARS',
      website: '',
      contact: { name: 'Reto Camenzind', title: 'Head of Operations', email: 'reto.camenzind@nars.example' },
    });
    approve(stage, lead, businessDaysAfter(after(5), 1), { refusal: 'possible' });
    manage(stage, lead, businessDaysAfter(after(5), 2), 'judgeMatch', {
      other: accountId('Northern Alpine Rail Systems'),
      same: true,
      reason: 'NARS is how the company signs its mail; Tess is in talks with the same man.',
    });
    manage(stage, lead, businessDaysAfter(after(5), 3), 'rejectLead', { reason: 'engaged' });
  },
  function ownCustomerIsRefused(stage) {
    const hydro = cast('TAL', 'americas', ['Rivière-aux-Loutres Hydro', 'rivauxloutres', 'Canada']);
    const lead = request(stage, hydro.partner, hydro, { on: after(6), writtenAs: 'RAL Hydro' });
    manage(stage, lead, businessDaysAfter(after(6), 1), 'rejectLead', { reason: 'engaged' });
  },
  function sleepingOpportunityIsOverridden(stage) {
    const biogas = cast('NOR', 'nordic', ['Vesterskov Biogas A/S', 'vesterskov', 'Denmark']);
    const lead = request(stage, biogas.partner, biogas, { on: after(7) });
    approve(stage, lead, businessDaysAfter(after(7), 1), { refusal: 'engaged' });
    const approvedOn = approve(stage, lead, businessDaysAfter(after(7), 2), {
      override: 'Nothing has moved since January; sales asked the partner to open the door again.',
    });
    introduce(stage, lead, { on: businessDaysAfter(approvedOn, 3) });
    const signedOn = businessDaysAfter(approvedOn, 50);
    const deal = enterDeal(stage, lead, { on: signedOn });
    pay(stage, deal, receive(stage, deal, businessDaysAfter(signedOn, 15), 100));
  },
  function sameNameInAnotherCountry(stage) {
    const france = cast('VER', 'west', ['Hôtels Tourmarine', 'tourmarine', 'France']);
    const first = admit(stage, france, after(5, 4));
    const canada = cast('TAL', 'americas', ['Hôtels Tourmarine', 'tourmarine-gaspesie', 'Canada']);
    const lead = request(stage, canada.partner, canada, { on: after(8) });
    approve(stage, lead, businessDaysAfter(after(8), 1), { refusal: 'possible' });
    manage(stage, lead, businessDaysAfter(after(8), 2), 'judgeMatch', {
      other: new IdOf(first.lead.entry),
      same: false,
      reason: 'Three inns in Gaspésie, owned by a family there; nothing to do with the French chain.',
    });
    introduce(stage, lead, {
      on: businessDaysAfter(approve(stage, lead, businessDaysAfter(after(8), 3)), 4),
    });
  },
  function ownSecondRequest(stage) {
    const again = cast('VER', 'west', ['Papeteries Valsombreuse', 'valsombreuse', 'France']);
    admit(stage, again, after(9));
    const lead = request(stage, again.partner, again, { on: after(10) });
    approve(stage, lead, businessDaysAfter(after(10), 1), { refusal: 'own' });
    manage(stage, lead, businessDaysAfter(after(10), 2), 'rejectLead', {
      reason: 'duplicate',
      note: 'You hold this customer already.',
    });
  },
  function releasedCustomerGoesToAnother(stage) {
    const mine = cast('HAR', 'americas', ['Tamarack Basin Mining Co.', 'tamarackbasin', 'United States']);
    const { lead } = admit(stage, mine, businessDaysAfter(after(4), 3));
    manage(stage, lead, businessDaysAfter(after(7), 3), 'releaseLead', {
      reason: 'The partner has lost its contact there.',
    });
    const next = admit(stage, { ...mine, partner: partnerOf('TAL') }, after(8, 6));
    introduce(stage, next.lead, { on: businessDaysAfter(next.approvedOn, 2) });
  },
  function expiredCustomerGoesToAnother(stage) {
    const mill = cast('VER', 'west', ['Moulins de Courtebrise', 'courtebrise', 'France']);
    admit(stage, mill, after(0, 10));
    admit(stage, { ...mill, partner: partnerOf('LIN') }, after(13));
  },
];

const MONEY: readonly Story[] = [
  function creditAfterPayment(stage) {
    const brewery = cast('KES', 'uk', [
      'Fenwick Harrowby Breweries plc',
      'fenwickharrowby',
      'United Kingdom',
    ]);
    const { deal, signedOn } = win(stage, brewery, businessDaysAfter(after(6), 3), 60);
    const paidOn = pay(stage, deal, receive(stage, deal, businessDaysAfter(signedOn, 14), 100));
    credit(stage, deal, addDays(paidOn, 130), 20, 'Two sites were sold and left the contract.');
  },
  function creditIsNettedWithTheNextPayment(stage) {
    const first = cast('LIN', 'dach', ['Rabenhorst Kältetechnik GmbH', 'rabenhorst-kaelte', 'Germany']);
    const { deal, signedOn } = win(stage, first, after(3, 5), 40);
    const paidOn = pay(stage, deal, receive(stage, deal, businessDaysAfter(signedOn, 10), 100));
    const creditedOn = credit(
      stage,
      deal,
      addDays(paidOn, 20),
      2,
      'Service credit for a day without access.',
    );
    const next = cast('LIN', 'dach', ['Apfelstedt Pumpenbau KG', 'apfelstedt', 'Germany']);
    const won = win(stage, next, onBusinessDay(addDays(creditedOn, 5)), 25);
    pay(stage, won.deal, receive(stage, won.deal, businessDaysAfter(won.signedOn, 10), 100));
  },
  function refusedIntroductionEarnsNothing(stage) {
    const salt = cast('PUE', 'south', ['Salinas Torrealba S.A.', 'torrealba', 'Spain']);
    const { lead, approvedOn } = admit(stage, salt, after(7, 6));
    introduce(stage, lead, {
      on: businessDaysAfter(approvedOn, 3),
      answer: { refused: 'She has been in talks with our sales since spring; nobody introduced us.' },
    });
    const signedOn = businessDaysAfter(approvedOn, 45);
    const deal = enterDeal(stage, lead, { on: signedOn });
    receive(stage, deal, businessDaysAfter(signedOn, 20), 100);
  },
  function contractIsUndone(stage) {
    const chemicals = cast('AOI', 'japan', ['月森化学株式会社', 'tsukimori-kagaku', 'Japan']);
    const { deal, signedOn } = win(stage, chemicals, after(9, 4), 50);
    lose(stage, deal, businessDaysAfter(signedOn, 12));
  },
  function onlyTheFirstLicenceEarns(stage) {
    const insurer = cast('HAR', 'americas', ['Cedar Hollow Mutual', 'cedarhollowmutual', 'United States']);
    const { lead, deal, signedOn } = win(stage, insurer, after(4, 8), 45);
    enterDeal(stage, lead, { on: businessDaysAfter(signedOn, 10), kind: 'Services' });
    pay(stage, deal, receive(stage, deal, businessDaysAfter(signedOn, 15), 100));
    enterDeal(stage, lead, { on: businessDaysAfter(signedOn, 70), name: 'Second site' });
  },
  function contractEnteredAfterExpiry(stage) {
    const seafood = cast('NOR', 'nordic', ['Isbreen Sjømat AS', 'isbreensjomat', 'Norway']);
    const { lead, approvedOn } = admit(stage, seafood, after(1, 6));
    introduce(stage, lead, { on: businessDaysAfter(approvedOn, 5) });
    const deal = enterDeal(stage, lead, {
      on: onBusinessDay(addDays(addMonths(approvedOn, 12), 25)),
      signedOn: onBusinessDay(addDays(addMonths(approvedOn, 12), -9)),
    });
    pay(stage, deal, receive(stage, deal, onBusinessDay(addDays(addMonths(approvedOn, 12), 40)), 100));
  },
  function financeHoldsALine(stage) {
    const orchard = cast('HAR', 'americas', ['Mapleton Orchard Foods', 'mapletonorchard', 'United States']);
    const { deal } = win(stage, orchard, ago(140), 35);
    receive(stage, deal, ago(46), 100);
    stage.diary.note(at(ago(15), '11:20'), FAY, {
      do: 'holdCommission',
      with: {
        commission: new LineOf(deal.line.entry),
        reason: 'The partner’s bank details have changed; waiting for the signed form.',
      },
    });
  },
  function suspendedPartner(stage) {
    const tower = cast('MER', 'mena', ['Qasr Zaytun Developments', 'qasrzaytun', 'United Arab Emirates']);
    const { deal } = win(stage, tower, ago(130), 30);
    receive(stage, deal, ago(52), 50);
    stage.diary.note(at(MERIDIAN_SUSPENDED, '09:30'), 'head@one.example', {
      do: 'suspendPartner',
      with: {
        partner: tower.partner.name,
        reason: 'Its trade licence has lapsed; to be renewed in October.',
      },
    });
    const later = cast('MER', 'mena', ['Wadi Sahab Foods', 'wadisahab', 'Oman']);
    request(stage, later.partner, later, { on: ago(6) });
  },
];

/** Meridian Gate brings nothing more from a while before this day on. */
export const MERIDIAN_SUSPENDED = ago(24);

const PEOPLE: readonly Story[] = [
  function coverDecides(stage) {
    stage.diary.note(at(businessDaysBefore(ANA_AWAY.from, 4), '09:15'), ANA, {
      do: 'setAway',
      with: { person: ANA, ...ANA_AWAY, cover: BO },
    });
    const cabinets = cast('HAR', 'americas', ['Dovetail Gorge Cabinets', 'dovetailgorge', 'United States']);
    admit(stage, cabinets, onBusinessDay(addDays(ANA_AWAY.from, 3)));
  },
  function managerRegistersAPhoneCall({ diary, chance }) {
    const { partner } = cast('KES', 'uk', ['Trevenna Slate Works', 'trevennaslate', 'United Kingdom']);
    const on = after(6, 1);
    const entry = diary.note(at(on, '15:40'), CLEO, {
      do: 'registerLead',
      with: {
        partner: partner.name,
        customer: 'Trevenna Slate Works',
        website: 'trevennaslate.example',
        country: 'United Kingdom',
        contacts: [
          { name: 'Demelza Curnow', title: 'Managing Director', email: 'demelza@trevennaslate.example' },
        ],
        note: 'Imogen called from the train.',
        receivedAt: at(on, '11:05'),
      },
    });
    diary.note(at(businessDaysAfter(on, 1), chance.time(16, 17)), CLEO, {
      do: 'approveLead',
      with: { lead: new IdOf(entry), salesOwner: SAM },
    });
  },
  function strangerSendsTheForm({ diary }) {
    diary.note(at(after(5, 5), '13:12'), 'otto@elsewhere.example', {
      form: 'Register a lead',
      answers: { 'Customer name': 'Pumpernickel Verlag', 'Customer country': 'Germany' },
    });
  },
  function statusTypedByHandIsPutBack(stage) {
    const dairy = cast('LIN', 'dach', ['Butterberg Molkerei eG', 'butterberg-molkerei', 'Germany']);
    const { lead, approvedOn } = admit(stage, dairy, businessDaysAfter(after(11), 2));
    introduce(stage, lead, { on: businessDaysAfter(approvedOn, 6) });
    const type = (on: PlainDate, column: string, value: string) =>
      stage.diary.note(at(on, '10:20'), managerOn(lead.partner, on), {
        edit: { tab: 'Leads', row: new IdOf(lead.entry), column, value },
      });
    type(businessDaysAfter(approvedOn, 10), 'Website', 'https://www.butterberg-molkerei.example/konzern');
    type(businessDaysBefore(TODAY, 1), 'Lead status', 'Converted');
  },
  function snapshotOnRequest({ diary }) {
    diary.note(at(businessDaysBefore(TODAY, 1), '15:05'), ANA, {
      do: 'shareSnapshot',
      with: { partner: partnerOf('HAR').name, month: TODAY.slice(0, 7) },
    });
  },
];

/** Requests that wait for a decision when the example ends. */
const WAITING: readonly Story[] = [
  function alikeButNotCertain(stage) {
    const ferries = cast('KES', 'uk', ['Harcourt Lindqvist Ferries Ltd', 'hlferries', 'United Kingdom']);
    const { lead, approvedOn } = admit(stage, ferries, after(12, 9));
    introduce(stage, lead, { on: businessDaysAfter(approvedOn, 5) });
    const other = { ...ferries, partner: partnerOf('NOR') };
    request(stage, other.partner, other, {
      on: businessDaysBefore(TODAY, 2),
      writtenAs: 'Harcourt-Lindquist Ferry Group',
      website: 'https://harcourt-lindquist.example',
      contact: { name: 'Astrid Lindquist', title: 'CFO', email: 'astrid@harcourt-lindquist.example' },
    });
  },
  function laterOfTwoRequests(stage) {
    const parts = cast('HAR', 'americas', ['Solvang Aeroparts Inc.', 'solvangaero', 'United States']);
    request(stage, parts.partner, parts, { on: businessDaysBefore(TODAY, 2), time: '08:10' });
    const other = { ...parts, partner: partnerOf('TAL') };
    request(stage, other.partner, other, {
      on: businessDaysBefore(TODAY, 1),
      writtenAs: 'Solvang Aero Parts',
    });
  },
  function ownCustomerAskedFor(stage) {
    const telecom = cast('TAL', 'americas', ['Calloway Ridge Telecom', 'callowayridge', 'United States']);
    request(stage, telecom.partner, telecom, { on: businessDaysBefore(TODAY, 1) });
  },
  function salesObjects(stage) {
    const shops = cast('BAY', 'apac', ['Kelapa Emas Retail Sdn. Bhd.', 'kelapaemas', 'Malaysia']);
    const lead = request(stage, shops.partner, shops, { on: businessDaysBefore(TODAY, 3) });
    stage.diary.note(at(businessDaysBefore(TODAY, 1), '09:50'), SAM, {
      do: 'objectLead',
      with: {
        lead: new IdOf(lead.entry),
        reason: 'I had a first call with their CIO in July; nothing written yet.',
      },
    });
  },
];

function credit(
  { diary, chance }: Stage,
  deal: {
    readonly entry: ConstructorParameters<typeof IdOf>[0];
    readonly gross: ReturnType<typeof enterDeal>['gross'];
  },
  day: PlainDate,
  percent: number,
  reason: string,
): PlainDate {
  const on = onBusinessDay(day);
  diary.note(
    at(on, chance.time(11, 12)),
    FAY,
    {
      do: 'creditDeal',
      with: { deal: new IdOf(deal.entry), amount: deal.gross.share(percent).text, creditedOn: on, reason },
    },
    { makesLine: true },
  );
  return on;
}
