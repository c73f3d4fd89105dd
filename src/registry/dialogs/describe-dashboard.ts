import { assembleDashboard, type Dashboard } from '../../core/dashboard/assemble-dashboard.ts';
import type { CommissionCell } from '../../core/dashboard/sum-commissions.ts';
import type { PartnerId } from '../../core/model/ids.ts';
import { formatAmount } from '../../core/money/format-amount.ts';
import type { Context } from '../commands/context.ts';
import type { Decision } from '../commands/decide-command.ts';

/** How the programme stands today: leads, decisions, what expires, commissions and partners. For everybody of the team. */
export function describeDashboard(_question: object, context: Context): Decision {
  return { ok: true, done: { value: { ...assembleDashboardView(context) } } };
}

/** The dashboard as plain data for a dialog: names beside IDs, amounts as decimal texts of their currency. */
export type DashboardView = ReturnType<typeof assembleDashboardView>;

function assembleDashboardView(context: Context) {
  const { draft, settings, today } = context;
  const { timeZone, decisionDays, holidays } = settings;
  const dashboard = assembleDashboard({
    today,
    calendar: { timeZone, decisionDays, holidays },
    noticeDays: settings.expiryNoticeDays,
    registrations: draft.list('leads').map(({ registration }) => registration),
    deals: draft.list('deals').map(({ deal }) => deal),
    lines: draft.list('commissions').map(({ line }) => line),
  });
  const nameOf = (partner: PartnerId): string => draft.get('partners', partner)?.partner.name ?? partner;
  return {
    programme: settings.programmeName,
    today: String(today),
    leads: dashboard.leads,
    decisions: dashboard.decisions,
    expiring: describeExpiring(dashboard, nameOf),
    commissions: describeCommissions(dashboard),
    partnerLeads: dashboard.partnerLeads.map((one) => ({ ...one, name: nameOf(one.partner) })),
    partnerValues: describeValues(dashboard, nameOf),
  };
}

function describeExpiring({ expiring }: Dashboard, nameOf: (partner: PartnerId) => string) {
  return {
    within: expiring.within,
    leads: expiring.leads.map(({ registration, daysLeft }) => ({
      lead: registration.id,
      customer: registration.customer,
      partner: nameOf(registration.partner),
      activeUntil: String(registration.approval.activeUntil),
      daysLeft,
    })),
  };
}

function describeCommissions({ commissions }: Dashboard) {
  const describeCell = ({ status, lines, amount }: CommissionCell) => ({
    status,
    lines,
    amount: formatAmount(amount),
  });
  return commissions.map(({ currency, months, totals }) => ({
    currency,
    months: months.map(({ month, cells }) => ({
      month: month === null ? null : String(month),
      cells: cells.map(describeCell),
    })),
    totals: totals.map(describeCell),
  }));
}

function describeValues({ partnerValues }: Dashboard, nameOf: (partner: PartnerId) => string) {
  return partnerValues.map(({ currency, partners, revenue, commission }) => ({
    currency,
    revenue: formatAmount(revenue),
    commission: formatAmount(commission),
    partners: partners.map((one) => ({
      partner: one.partner,
      name: nameOf(one.partner),
      deals: one.deals,
      revenue: formatAmount(one.revenue),
      commission: formatAmount(one.commission),
    })),
  }));
}
