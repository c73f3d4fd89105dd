import * as v from 'valibot';
import {
  assembleOutlook,
  assessProspect,
  type OutlookMonth,
} from '../../../core/commission/assemble-outlook.ts';
import { AGES, assembleTotals, TOTALLED, type Totals } from '../../../core/commission/finance-totals.ts';
import { convertOn } from '../../../core/money/exchange-rates.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { Money } from '../../../core/money/money.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { gatherLeadFacts } from '../lead-facts.ts';

/**
 * What is owed and what is coming, each currency by itself: what is accrued, scheduled, due and for how long, and what is
 * expected by month from unpaid receipts and open deals; beside it the same in the reporting currency, where there is a
 * rate. It only shows.
 */
export const forecastCommissions = command({
  name: 'forecastCommissions',
  isQuestion: true,
  schema: () => v.strictObject({}),
  find: () => ({}),
  decide: (_input, _found, context) => {
    const lines = context.draft.list('commissions').map(({ line }) => line);
    const prospects = listProspects(context);
    const { today } = context;
    const { paymentDays, reportingCurrency } = context.settings;
    const totals = assembleTotals(lines, today).filter(
      ({ partner, month }) => partner === null && month === null,
    );
    return {
      value: {
        asOf: today,
        reportingCurrency,
        currencies: totals.map((row) => describeTotals(row.totals, context)),
        months: assembleOutlook(lines, prospects, { today, paymentDays }).map((month) =>
          describeMonth(month, context),
        ),
        openDeals: prospects.map(({ deal, lead, partner, amount, signedBy }) => ({
          deal,
          lead,
          partner,
          amount: formatAmount(amount),
          currency: amount.currency,
          signedBy,
        })),
      },
    };
  },
});

function listProspects({ draft, today }: Context) {
  const factsOf = gatherLeadFacts(draft);
  return draft.list('deals').flatMap(({ deal }) => {
    if (deal.status !== 'Open') return [];
    const registration = draft.get('leads', deal.lead)?.registration;
    if (!registration || !isApproved(registration)) return [];
    const { deals, introductions } = factsOf(deal.lead);
    return assessProspect(deal, { registration, deals, introductions, today }) ?? [];
  });
}

function describeTotals({ currency, byStatus, byAge, open }: Totals, context: Context) {
  return {
    currency,
    accrued: formatAmount(open),
    byStatus: Object.fromEntries(TOTALLED.map((status) => [status, formatAmount(byStatus[status])])),
    dueByAge: Object.fromEntries(AGES.map((age) => [age, formatAmount(byAge[age])])),
    converted: describeConverted(open, context),
  };
}

function describeMonth(one: OutlookMonth, context: Context) {
  const { month, currency, due, scheduled, awaitingCash, openDeals } = one;
  return {
    month,
    currency,
    due: formatAmount(due),
    scheduled: formatAmount(scheduled),
    awaitingCash: formatAmount(awaitingCash),
    openDeals: formatAmount(openDeals),
    convertedOpenDeals: describeConverted(openDeals, context),
  };
}

/** The amount in the reporting currency with rate and date; null where there is no such currency, or no rate. */
function describeConverted(amount: Money, { draft, settings, today }: Context) {
  const into = settings.reportingCurrency;
  if (into === '') return null;
  const rates = draft.list('rates').map(({ rate }) => rate);
  const converted = convertOn(amount, into, { day: today, rates });
  if (converted === null) return null;
  return {
    currency: into,
    amount: formatAmount(converted.amount),
    rate: converted.rate,
    rateOn: converted.rateOn,
  };
}
