import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import type { LeadId } from '../../core/model/ids.ts';
import { foldName } from '../commands/find-records.ts';
import { checkLead, type LeadPlan } from './check-lead.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import { foldReference } from './known-references.ts';

/** The leads of the files and of the registry by how the files call them. */
export interface LeadPlans {
  readonly plans: readonly LeadPlan[];
  /** By reference: the row of the files. */
  readonly rows: ReadonlyMap<string, ImportRow>;
  /** By reference: the lead that is there already. */
  readonly there: ReadonlyMap<string, LeadId>;
}

/** Checks every lead's row, and finds those that are there already. */
export function planLeads(desk: ImportDesk, rows: readonly ImportRow[]): LeadPlans {
  const known = new Map(
    desk.records.list('leads').map(({ id, registration }) => {
      const { partner, customer, registeredAt } = registration;
      return [identityOf(partner, customer, toPlainDate(registeredAt, desk.timeZone)), id];
    }),
  );
  const byReference = new Map<string, ImportRow>();
  const there = new Map<string, LeadId>();
  const plans: LeadPlan[] = [];
  for (const row of rows) {
    const reference = foldReference(row.get('reference'));
    const first = byReference.get(reference);
    if (reference !== '' && first) {
      row.refuse('reference', `${first.name} has the same reference: give each lead one of its own.`);
    } else byReference.set(reference, row);
    const id = desk.references.leads.get(reference) ?? known.get(identityOfRow(desk, row));
    if (id !== undefined && !row.isRefused) {
      row.found(id);
      there.set(reference, id as LeadId);
      continue;
    }
    const plan = checkLead(desk, row);
    if (plan) plans.push(plan);
  }
  return { plans, rows: byReference, there };
}

function identityOfRow(desk: ImportDesk, row: ImportRow): string {
  const partner = desk.findPartner(row.get('partner'));
  return identityOf(partner?.id ?? '', row.get('customer'), row.get('registeredAt').slice(0, 10));
}

function identityOf(partner: string, customer: string, registeredOn: string): string {
  return `${partner}|${foldName(customer)}|${registeredOn}`;
}
