import type { PlainDate } from '../../../core/calendar/dates.ts';
import {
  type Credit,
  DEAL_KINDS,
  DEAL_STATUSES,
  type Deal,
  type DealKind,
  type DealStatus,
} from '../../../core/model/deal.ts';
import type { DealId, LeadId } from '../../../core/model/ids.ts';
import { checkNetRevenue } from '../../../core/money/check-net-revenue.ts';
import { isCurrency } from '../../../core/money/currency-digits.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { AMOUNT_SHAPE, parseAmount } from '../../../core/money/parse-amount.ts';
import { zeroMoney } from '../../../core/money/zero-money.ts';
import type { RawInput } from '../command-spec.ts';
import { namedIn } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { readGiven } from '../read-given.ts';

/** A deal's terms as they were written, with what is not given as ''. */
export interface WrittenTerms {
  readonly id: DealId;
  readonly lead: LeadId;
  readonly kind: DealKind;
  readonly status: DealStatus;
  readonly name: string;
  readonly signedOn: PlainDate | null;
  readonly currency: string;
  readonly gross: string;
  readonly deductions: string;
  readonly credits: readonly Credit[];
}

/** Terms of which some could not be read; what is wrong with those themselves is said by the fields. */
interface LegibleTerms {
  readonly kind: DealKind | null;
  readonly status: DealStatus | null;
  /** `given`: something was written, whether or not it is a date. */
  readonly signedOn: 'given' | 'missing';
  /** Null where what was written is no currency. */
  readonly currency: string | null;
  readonly gross: string;
  readonly deductions: string;
}

/** Stands for what was given and cannot be read; what is wrong with it is said by its field. */
const ILLEGIBLE = '?';

/** What can be said of terms as they were sent, although some of their fields cannot be read. */
export function checkLegibleTerms(raw: RawInput, problems: Problems): void {
  const word = <T extends string>(field: string, words: readonly T[]): T | null =>
    words.find((candidate) => candidate.toLowerCase() === namedIn(raw, field).toLowerCase()) ?? null;
  // What is no text at all is given all the same.
  const given = (field: string): string => readGiven(raw[field]) ?? ILLEGIBLE;
  const amount = (field: string): string => {
    const text = given(field);
    return text === '' || AMOUNT_SHAPE.test(text) ? text : ILLEGIBLE;
  };
  const currency = given('currency').toUpperCase();
  const terms: LegibleTerms = {
    kind: word('kind', DEAL_KINDS),
    status: word('status', DEAL_STATUSES),
    signedOn: given('signedOn') === '' ? 'missing' : 'given',
    currency: currency === '' || isCurrency(currency) ? currency : null,
    gross: amount('gross'),
    deductions: amount('deductions'),
  };
  checkTogether(terms, problems);
  if (terms.currency !== null) parseRevenue({ ...terms, currency: terms.currency }, problems);
}

/** Problems of terms that depend on one another; what could not be read is taken to be right. */
function checkTogether(terms: LegibleTerms, problems: Problems): void {
  const isSigned = terms.status === 'Signed';
  const needsRevenue = isSigned && terms.kind !== 'Services' && terms.kind !== null;
  if (isSigned && terms.signedOn === 'missing') {
    problems.add('required', 'signedOn', 'A signed deal needs the day it was signed, as YYYY-MM-DD.');
  }
  if (!isSigned && terms.status !== null && terms.signedOn === 'given') {
    problems.add(
      'invalid',
      'signedOn',
      `Only a signed deal has a day of signing; this one is ${terms.status}.`,
    );
  }
  const hasAmounts = terms.gross !== '' || terms.deductions !== '';
  if (terms.currency === '' && (needsRevenue || hasAmounts)) {
    problems.add('required', 'currency', 'Name the currency of the contract, for example USD.');
  }
  if (terms.gross === '' && (needsRevenue || terms.deductions !== '')) {
    problems.add('required', 'gross', 'Enter the SaaS subscription fees of the first 12 months.');
  }
}

/**
 * The deal that these terms make, or null with every problem added: a signed deal needs its day of signing; a signed
 * SaaS licence deal or renewal needs currency and gross; the net must not be negative. Programme rules, section 5.1.
 */
export function parseDeal(terms: WrittenTerms, problems: Problems): Deal | null {
  checkTogether({ ...terms, signedOn: terms.signedOn === null ? 'missing' : 'given' }, problems);
  const revenue = parseRevenue(terms, problems);
  const { id, lead, kind, name, credits } = terms;
  const facts = { id, lead, kind, name, revenue, credits };
  // Credits in another currency are refused as such; with them there is no net.
  const hasNet = credits.every(({ amount }) => amount.currency === revenue?.gross.currency);
  const negative = hasNet ? checkNetRevenue(facts, credits.length > 0 ? 'gross' : 'deductions') : null;
  if (negative) problems.addAll([negative]);
  if (problems.any) return null;
  if (terms.status === 'Signed') {
    return terms.signedOn === null ? null : { ...facts, status: 'Signed', signedOn: terms.signedOn };
  }
  return { ...facts, status: terms.status };
}

function parseRevenue(
  { currency, gross, deductions }: Pick<WrittenTerms, 'currency' | 'gross' | 'deductions'>,
  problems: Problems,
): Deal['revenue'] {
  if (currency === '' || gross === '') return null;
  const takeAmount = (written: string, field: string) =>
    written === ILLEGIBLE
      ? null
      : problems.take(parseAmount(written, currency, { field, sign: 'not-negative' }));
  const grossMoney = takeAmount(gross, 'gross');
  const deducted = deductions === '' ? zeroMoney(currency) : takeAmount(deductions, 'deductions');
  return grossMoney && deducted ? { gross: grossMoney, deductions: deducted } : null;
}

/** The terms of a deal as they would be written. */
export function writeTerms(deal: Deal): WrittenTerms {
  const { id, lead, kind, status, name, credits, revenue } = deal;
  return {
    id,
    lead,
    kind,
    status,
    name,
    credits,
    signedOn: deal.status === 'Signed' ? deal.signedOn : null,
    currency: revenue?.gross.currency ?? '',
    gross: revenue ? formatAmount(revenue.gross) : '',
    deductions: revenue ? formatAmount(revenue.deductions) : '',
  };
}
