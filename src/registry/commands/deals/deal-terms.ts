import type { PlainDate } from '../../../core/calendar/dates.ts';
import type { Credit, Deal, DealKind, DealStatus } from '../../../core/model/deal.ts';
import type { DealId, LeadId } from '../../../core/model/ids.ts';
import { checkNetRevenue } from '../../../core/money/check-net-revenue.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { parseAmount } from '../../../core/money/parse-amount.ts';
import { zeroMoney } from '../../../core/money/zero-money.ts';
import type { Problems } from '../problems.ts';

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

/**
 * The deal that these terms make, or null with every problem added: a signed deal needs its day of signing; a signed
 * SaaS licence deal or renewal needs currency and gross; the net must not be negative. Programme rules, section 5.1.
 */
export function parseDeal(terms: WrittenTerms, problems: Problems): Deal | null {
  const isSigned = terms.status === 'Signed';
  const needsRevenue = isSigned && terms.kind !== 'Services';
  if (isSigned && terms.signedOn === null) {
    problems.add('required', 'signedOn', 'A signed deal needs the day it was signed, as YYYY-MM-DD.');
  }
  if (!isSigned && terms.signedOn !== null) {
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

function parseRevenue({ currency, gross, deductions }: WrittenTerms, problems: Problems): Deal['revenue'] {
  if (currency === '' || gross === '') return null;
  const grossMoney = problems.take(parseAmount(gross, currency, { field: 'gross', sign: 'not-negative' }));
  const deducted =
    deductions === ''
      ? zeroMoney(currency)
      : problems.take(parseAmount(deductions, currency, { field: 'deductions', sign: 'not-negative' }));
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
