import { addDays } from '../../src/core/calendar/add-days.ts';
import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { at, businessDaysAfter, onBusinessDay, TODAY } from './calendar.ts';
import { ANA, BO, type ExamplePartner, FAY, SAM, TESS } from './cast.ts';
import type { Chance } from './chance.ts';
import { type Contact, inventContact } from './contacts.ts';
import { type Customer, currencyOf, type Region } from './customers.ts';
import { type Diary, type Entry, IdOf, LineOf } from './diary.ts';
import { inventAmount, type WrittenAmount } from './money.ts';

/** What all acts need: where they are noted, and the draws that vary them. */
export interface Stage {
  readonly diary: Diary;
  readonly chance: Chance;
}

/** A request that somebody made in the diary, and what later acts have to know of it. */
export interface ExampleLead {
  readonly entry: Entry;
  readonly partner: ExamplePartner;
  readonly customer: Customer;
  readonly region: Region;
  readonly contact: Contact;
  readonly arrivedOn: PlainDate;
  readonly salesOwner: string;
}

/** A contract with a lead's customer. */
export interface ExampleDeal {
  readonly entry: Entry;
  readonly lead: ExampleLead;
  readonly currency: string;
  readonly gross: WrittenAmount;
  /** What its commission line is known by, once it is signed. */
  readonly line: LineOf;
}

/** The weeks in which Ana is away and Bo covers for her. */
export const ANA_AWAY = { from: addDays(TODAY, -58), until: addDays(TODAY, -44) } as const;

/** Who decides about a partner's requests on that day: its manager, or the cover. */
export function managerOn({ manager }: ExamplePartner, date: PlainDate): string {
  return manager === ANA && date >= ANA_AWAY.from && date <= ANA_AWAY.until ? BO : manager;
}

const NOTES = [
  'Their planning still runs on spreadsheets; the new COO wants that ended this year.',
  'We have advised them for six years. Budget is approved, the tender opens next quarter.',
  'They outgrew their current tool after two acquisitions.',
  'Met the CIO at a trade fair; she asked for a demonstration.',
  'Their contract with another vendor ends in nine months.',
  'Please call before ten, their site is three hours ahead of us.',
  '',
  '',
] as const;

/** How a request differs from an ordinary one. */
export interface RequestWish {
  readonly on: PlainDate;
  readonly time?: string;
  /** The name as the partner writes it, where it is not the customer's own. */
  readonly writtenAs?: string;
  /** What the partner gives as website; '' gives none. */
  readonly website?: string;
  readonly country?: string;
  readonly note?: string;
  readonly contact?: Contact;
}

/** The partner sends the form. */
export function request(
  { diary, chance }: Stage,
  partner: ExamplePartner,
  { customer, region }: { readonly customer: Customer; readonly region: Region },
  wish: RequestWish,
): ExampleLead {
  const contact = wish.contact ?? inventContact(customer, region, chance);
  const website = wish.website ?? inventWebsite(customer, chance);
  const note = wish.note ?? chance.pick(NOTES);
  const answers = {
    'Customer name': wish.writtenAs ?? customer.name,
    'Customer website': website,
    'Customer country': wish.country ?? customer.country,
    'Contact name': contact.name,
    'Contact title': contact.title,
    'Contact e-mail': contact.email,
    'Anything that helps the review': note,
  };
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
  const sender = chance.happens(0.8) ? partner.contacts[0] : partner.contacts.at(-1);
  const entry = diary.note(at(wish.on, wish.time ?? chance.time(7, 15)), sender?.email ?? '', {
    form: 'Register a lead',
    answers: given,
  });
  return {
    entry,
    partner,
    customer,
    region,
    contact,
    arrivedOn: wish.on,
    salesOwner: SAMS_REGIONS.has(region) ? SAM : TESS,
  };
}

const SAMS_REGIONS: ReadonlySet<Region> = new Set(['americas', 'uk', 'nordic', 'apac', 'mena']);

function inventWebsite({ domain }: Customer, chance: Chance): string {
  return chance.pick([`https://www.${domain}`, `www.${domain}`, domain, `https://${domain}/en`]);
}

/** The manager approves; answers the day. */
export function approve(
  { diary, chance }: Stage,
  lead: ExampleLead,
  on: PlainDate,
  { refusal = null, override }: { readonly refusal?: string | null; readonly override?: string } = {},
): PlainDate {
  diary.note(
    at(on, chance.time(16, 17)),
    managerOn(lead.partner, on),
    {
      do: 'approveLead',
      with: {
        lead: new IdOf(lead.entry),
        salesOwner: lead.salesOwner,
        ...(override === undefined ? {} : { override }),
      },
    },
    { refusal },
  );
  return on;
}

/** The manager does something else about a lead. */
export function manage(
  { diary, chance }: Stage,
  lead: ExampleLead,
  on: PlainDate,
  command: string,
  fields: { readonly [field: string]: unknown } = {},
): Entry {
  return diary.note(at(on, chance.time(16, 17)), managerOn(lead.partner, on), {
    do: command,
    with: { lead: new IdOf(lead.entry), ...fields },
  });
}

/** What becomes of an introduction. */
export interface IntroductionWish {
  readonly on: PlainDate;
  readonly decisionMaker?: boolean;
  readonly relation?: 'employed' | 'contracted' | 'other';
  /** `open` leaves it unconfirmed. */
  readonly answer?: 'confirmed' | 'open' | { readonly refused: string };
  readonly contact?: Contact;
}

/** The partner introduces somebody, the manager records it, and the sales account owner confirms or refuses it. */
export function introduce({ diary, chance }: Stage, lead: ExampleLead, wish: IntroductionWish): void {
  const { on, decisionMaker = true, relation = 'employed', answer = 'confirmed' } = wish;
  const contact = wish.contact ?? lead.contact;
  const entry = diary.note(at(on, chance.time(9, 11)), managerOn(lead.partner, on), {
    do: 'recordIntroduction',
    with: {
      lead: new IdOf(lead.entry),
      ...contact,
      relation,
      decisionMaker,
      introducedOn: on,
      introducedTo: lead.salesOwner === SAM ? 'Sam Whitfield' : 'Tess Nakagawa',
    },
  });
  if (answer === 'open') return;
  diary.note(at(on, chance.time(13, 15)), lead.salesOwner, {
    do: 'confirmIntroduction',
    with: {
      introduction: new IdOf(entry),
      ...(answer === 'confirmed' ? {} : { refuse: answer.refused }),
    },
  });
}

/** A second contact of the lead's customer, to be introduced beside the one of the request. */
export function anotherContact({ chance }: Stage, { customer, region }: ExampleLead): Contact {
  return inventContact(customer, region, chance);
}

/** The terms of a contract. */
export interface DealWish {
  readonly on: PlainDate;
  readonly kind?: 'SaaS licence' | 'Services' | 'Renewal';
  readonly status?: 'Open' | 'Signed' | 'Lost';
  /** The day of signing, where it is not that of the entry. */
  readonly signedOn?: PlainDate;
  readonly name?: string;
}

/** The sales account owner enters a contract. */
export function enterDeal({ diary, chance }: Stage, lead: ExampleLead, wish: DealWish): ExampleDeal {
  const { on, kind = 'SaaS licence', status = 'Signed' } = wish;
  const currency = currencyOf(lead.customer);
  const gross = inventAmount(currency, chance);
  const deductions = chance.happens(0.6) ? gross.share(chance.pick([5, 8, 10, 12])) : null;
  const entry = diary.note(
    at(on, chance.time(10, 15)),
    lead.salesOwner,
    {
      do: 'enterDeal',
      with: {
        lead: new IdOf(lead.entry),
        kind,
        status,
        currency,
        gross: gross.text,
        name: wish.name ?? NAMES_OF_DEALS[kind],
        ...(status === 'Signed' ? { signedOn: wish.signedOn ?? on } : {}),
        ...(deductions === null ? {} : { deductions: deductions.text }),
      },
    },
    { makesLine: status === 'Signed' && kind !== 'Services' },
  );
  return { entry, lead, currency, gross, line: new LineOf(entry) };
}

const NAMES_OF_DEALS = {
  'SaaS licence': 'Platform licence, first year',
  Services: 'Migration and training',
  Renewal: 'Platform licence, renewal',
} as const;

/** The open contract is signed; answers the deal with the line that comes of it. */
export function sign({ diary, chance }: Stage, deal: ExampleDeal, on: PlainDate): ExampleDeal {
  const entry = diary.note(
    at(on, chance.time(16, 17)),
    deal.lead.salesOwner,
    { do: 'updateDeal', with: { deal: new IdOf(deal.entry), status: 'Signed', signedOn: on } },
    { makesLine: true },
  );
  return { ...deal, line: new LineOf(entry) };
}

/** The contract came to nothing. */
export function lose({ diary, chance }: Stage, deal: ExampleDeal, on: PlainDate): void {
  diary.note(at(on, chance.time(16, 17)), deal.lead.salesOwner, {
    do: 'updateDeal',
    with: { deal: new IdOf(deal.entry), status: 'Lost' },
  });
}

/** Finance records cash: a part of the gross in percent. */
export function receive(
  { diary, chance }: Stage,
  deal: ExampleDeal,
  on: PlainDate,
  percent: number,
): PlainDate {
  diary.note(at(on, chance.time(9, 11)), FAY, {
    do: 'recordReceipt',
    with: {
      deal: new IdOf(deal.entry),
      receivedOn: on,
      amount: deal.gross.share(percent).text,
      reference: `BANK ${on.slice(2).replaceAll('-', '')}-${chance.between(1000, 9999)}`,
    },
  });
  return on;
}

const PAYMENT_DAYS = ['10', '25'] as const;

/** The day of the payment run in which a line of that due date is paid. */
export function paymentRunFor(dueOn: PlainDate): PlainDate {
  for (let date = dueOn; ; date = addDays(date, 1)) {
    const paidOn = onBusinessDay(date);
    if (PAYMENT_DAYS.some((of) => date.endsWith(`-${of}`)) && paidOn >= dueOn) return paidOn;
  }
}

/** Finance pays the line of a deal whose first cash came on that day. */
export function pay({ diary, chance }: Stage, deal: ExampleDeal, cashOn: PlainDate): PlainDate {
  const paidOn = paymentRunFor(addDays(cashOn, 30));
  diary.note(at(paidOn, chance.time(14, 15)), FAY, {
    do: 'recordPayment',
    with: {
      commission: deal.line,
      paidOn,
      reference: `RP-${paidOn.replaceAll('-', '')}-${deal.lead.partner.tag}-${deal.currency}`,
    },
  });
  return paidOn;
}

/** The day on which a manager decides a request that arrived on that one. */
export function decisionDay({ chance }: Stage, arrivedOn: PlainDate): PlainDate {
  return businessDaysAfter(arrivedOn, chance.pick([0, 1, 1, 1, 2, 2, 2, 3, 3, 4]));
}
