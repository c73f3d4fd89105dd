import * as v from 'valibot';
import { checkFrozen } from '../../../core/commission/check-frozen.ts';
import { DEAL_KINDS, DEAL_STATUSES, type Deal } from '../../../core/model/deal.ts';
import type { LeadRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someAmount, someChoice, someCurrency, somePastDate, someText, text } from '../fields.ts';
import { findDeal, findLead, leadOf, partnerOf } from '../find-records.ts';
import { flagLaterHolders } from '../flag-later-holders.ts';
import type { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { isEmptied, refuseEmptied } from '../refuse-emptied.ts';
import { parseDeal, writeTerms } from './deal-terms.ts';
import { checkTakesDeals } from './enter-deal.ts';

/** Changes a deal; its commission lines follow. Programme rules, section 5.5. */
export const updateDeal = command({
  name: 'updateDeal',
  schema: (calendar) =>
    v.strictObject({
      deal: text('The deal'),
      lead: someText(),
      kind: someChoice('The kind', DEAL_KINDS),
      status: someChoice('The status', DEAL_STATUSES),
      signedOn: somePastDate('The day of signing', calendar),
      currency: someCurrency('The currency'),
      gross: someAmount(),
      deductions: someAmount(),
      name: someText(),
    }),
  find: (raw, context, problems) => {
    const found = findDeal(raw, context, problems);
    const from = leadOf(found, context);
    return { found, from, to: findLead(raw, context, problems) ?? from, raw };
  },
  concerns: ({ from, to }, context) =>
    [from, to].map((lead) => ({ lead, partner: partnerOf(lead, context) })),
  check: ({ to, from, raw }, _context, problems) => {
    refuseEmptied(raw, { kind: 'The kind', status: 'The status' }, problems);
    if (to !== from) checkTakesDeals(to, problems);
  },
  decide: (input, { found, from, to, raw }, context, problems) => {
    if (!found || !from || !to) return {};
    const before = writeTerms(found.deal);
    const status = input.status ?? before.status;
    const currency = isEmptied(raw, 'currency') ? '' : (input.currency ?? before.currency);
    const gross = isEmptied(raw, 'gross') ? '' : (input.gross ?? before.gross);
    const deal = parseDeal(
      {
        ...before,
        lead: to.id,
        kind: input.kind ?? before.kind,
        status,
        name: 'name' in raw ? (input.name ?? '') : before.name,
        signedOn: 'signedOn' in raw ? input.signedOn : status === 'Signed' ? before.signedOn : null,
        currency,
        gross,
        deductions: isEmptied(raw, 'deductions') ? '' : (input.deductions ?? before.deductions),
      },
      problems,
    );
    // Without its gross a deal has no currency either.
    const after = { lead: to.id, currency: gross === '' ? '' : currency };
    checkStandsStill(found.deal, after, context, problems);
    if (!deal || problems.any) return {};
    context.draft.put('deals', { ...found, deal });
    if (to.id !== from.id) moveLines(context, deal, to);
    refreshLeads(context, to.id === from.id ? [to.id] : [from.id, to.id]);
    flagLaterHolders(context, deal);
    return { id: deal.id };
  },
});

/** What can no longer change: after a payment the lead and the currency, and the currency once cash or credits are in it. */
function checkStandsStill(
  before: Deal,
  after: { readonly lead: Deal['lead']; readonly currency: string },
  { draft }: Context,
  problems: Problems,
): void {
  const currency = before.revenue?.gross.currency;
  const lines = draft.list('commissions').map(({ line }) => line);
  const revenue =
    before.revenue === null || after.currency === currency
      ? before.revenue
      : {
          gross: { ...before.revenue.gross, currency: after.currency },
          deductions: before.revenue.deductions,
        };
  const frozen = checkFrozen(before, { ...before, lead: after.lead, revenue }, lines);
  problems.addAll(frozen);
  if (
    currency === undefined ||
    after.currency === currency ||
    frozen.some(({ field }) => field === 'currency')
  )
    return;
  const hasCash = draft.list('receipts').some(({ receipt }) => receipt.deal === before.id);
  if (hasCash || before.credits.length > 0) {
    problems.add(
      'illegal-state',
      'currency',
      `${before.id} has receipts or credits in ${currency}: its currency can no longer change.`,
    );
  }
}

/** Unpaid lines follow the deal to its new registration and that one's partner. */
function moveLines(context: Context, deal: Deal, to: LeadRecord): void {
  for (const record of context.draft.list('commissions')) {
    if (record.line.deal !== deal.id) continue;
    const line = { ...record.line, lead: to.id, partner: to.registration.partner };
    context.draft.put('commissions', { ...record, line });
  }
}
