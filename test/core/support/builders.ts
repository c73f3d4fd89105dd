import type { Instant, PlainDate } from '../../../src/core/calendar/dates.ts';
import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import type { Deal, Receipt, SignedDeal } from '../../../src/core/model/deal.ts';
import type { Email } from '../../../src/core/model/ids.ts';
import type { Introduction } from '../../../src/core/model/introduction.ts';
import type { ActivePartner, SuspendedPartner } from '../../../src/core/model/partner.ts';
import type { ActiveRegistration, RegistrationFacts, Terms } from '../../../src/core/model/registration.ts';
import type { TeamMember } from '../../../src/core/model/team.ts';
import type { Money } from '../../../src/core/money/money.ts';
import { parseAmount } from '../../../src/core/money/parse-amount.ts';
import { approve } from '../../../src/core/registration/approve.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import type { Result } from '../../../src/core/result.ts';
import { parseEmail } from '../../../src/core/text/parse-email.ts';

/** The value of a result that the test takes for granted; throws with the issues where it was refused. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

/** The codes of a refusal, in their order; empty where the result is ok. */
export function codesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

/** The sentences of all problems in their order; empty where there is none. */
export function messagesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

function required<T>(value: T | null, text: string): T {
  if (value === null) throw new Error(`Not well-formed: ${text}`);
  return value;
}

export function day(text: string): PlainDate {
  return required(parsePlainDate(text), text);
}

export function moment(text: string): Instant {
  return required(parseInstant(text), text);
}

export function email(text: string): Email {
  return required(parseEmail(text), text);
}

/** `money('12.50 EUR')`. */
export function money(text: string): Money {
  const [amount = '', currency = ''] = text.split(' ');
  return accepted(parseAmount(amount, currency, { field: 'amount', sign: 'any' }));
}

export const TERMS: Terms = { rate: '0.1', windowMonths: 12, paymentDays: 30, introductionsRequired: 1 };

export function facts(changes: Partial<RegistrationFacts> = {}): RegistrationFacts {
  return {
    id: 'L-0001',
    partner: 'P-001',
    customer: 'Globex GmbH',
    website: '',
    country: '',
    contacts: [],
    note: '',
    registeredAt: moment('2026-01-05T10:00:00Z'),
    previousLead: null,
    objections: [],
    ...changes,
  };
}

/** A registration approved on 2026-01-10 unless said otherwise, so active until 2027-01-10. */
export function approved(
  changes: Partial<RegistrationFacts> & { approvedOn?: string; terms?: Partial<Terms> } = {},
): ActiveRegistration {
  const { approvedOn = '2026-01-10', terms = {}, ...rest } = changes;
  return accepted(
    approve(submit(facts(rest)), {
      approvedOn: day(approvedOn),
      approvedBy: email('ana@one.example'),
      salesOwner: email('sam@one.example'),
      terms: { ...TERMS, ...terms },
      override: null,
    }),
  );
}

type DealChanges = Partial<Omit<SignedDeal, 'status' | 'signedOn' | 'revenue'>> & {
  gross?: string | null;
  deductions?: string;
};

/** A SaaS licence deal of L-0001 over 100 000 USD gross, signed on that day. */
export function signed(signedOn: string, changes: DealChanges = {}): SignedDeal {
  const { gross = '100000 USD', deductions, ...rest } = changes;
  const amount = gross === null ? null : money(gross);
  return {
    id: 'D-0001',
    lead: 'L-0001',
    kind: 'SaaS licence',
    name: '',
    revenue:
      amount === null
        ? null
        : {
            gross: amount,
            deductions: deductions === undefined ? { ...amount, minor: 0 } : money(deductions),
          },
    credits: [],
    ...rest,
    status: 'Signed',
    signedOn: day(signedOn),
  };
}

export function unsigned(status: 'Open' | 'Lost', changes: DealChanges = {}): Deal {
  const { signedOn: _, ...deal } = signed('2026-01-01', changes);
  return { ...deal, status };
}

/** A confirmed introduction of an employed decision maker, made on 2026-01-15. */
export function introduction(changes: Partial<Introduction> = {}): Introduction {
  return {
    id: 'I-0001',
    lead: 'L-0001',
    contact: 'Hanna Voss',
    title: 'CIO',
    email: 'hanna@globex.example',
    relation: 'employed',
    decisionMaker: true,
    introducedOn: day('2026-01-15'),
    introducedTo: '',
    confirmation: CONFIRMED,
    ...changes,
  };
}

export const CONFIRMED = { state: 'confirmed', by: email('sam@one.example'), on: day('2026-01-16') } as const;
export const REFUSED = {
  state: 'refused',
  by: email('sam@one.example'),
  on: day('2026-01-16'),
  reason: 'left the company',
} as const;
export const OPEN = { state: 'open' } as const;

export function receipt(receivedOn: string, changes: Partial<Receipt> = {}): Receipt {
  return {
    id: 'R-0001',
    deal: 'D-0001',
    receivedOn: day(receivedOn),
    amount: money('500 USD'),
    reference: 'INV-1',
    ...changes,
  };
}

export const ACME: ActivePartner = {
  id: 'P-001',
  name: 'Acme Consulting',
  country: '',
  contacts: [email('kim@acme.example')],
  status: 'Active',
  manager: email('ana@one.example'),
  joinedOn: day('2026-01-01'),
};

export const SUSPENDED_ACME: SuspendedPartner = { ...ACME, status: 'Suspended', reason: 'audit' };

export function member(
  person: string,
  role: TeamMember['role'],
  changes: Partial<TeamMember> = {},
): TeamMember {
  return { person: email(person), name: person, role, active: true, away: null, ...changes };
}
