import type { PlainDate } from '../../core/calendar/dates.ts';
import { mintInstant } from '../../core/calendar/mint-dates.ts';
import { describeMember, findCustomer } from '../../core/conflict/find-customer.ts';
import { type PreparedConflicts, prepareConflicts } from '../../core/conflict/prepare-conflicts.ts';
import type { AccountId, LeadId, PartnerId } from '../../core/model/ids.ts';
import type { Registration } from '../../core/model/registration.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { windowEndsOn } from '../../core/registration/window-ends-on.ts';
import { termsOf } from '../../core/settings/terms-of.ts';
import { readSettings } from '../commands/open-context.ts';
import { withOwnDomains } from '../commands/own-domains.ts';
import { formatId } from '../state/record-key.ts';
import { type LeadPlan, registrationOf } from './check-lead.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportUnit } from './import-unit.ts';

/** Leads of one partner with one customer, which are decided together, oldest first. */
export interface LeadGroup {
  readonly plans: readonly LeadPlan[];
  /** Leads of the registry that belong to it. */
  readonly there: readonly LeadId[];
}

/** One claim on a customer over time, of the files or of the registry. */
interface Claim {
  readonly partner: PartnerId;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The row of the files; null for one of the registry. */
  readonly plan: LeadPlan | null;
}

/**
 * Finds which leads are of one customer, refuses those under which two partners would hold it on the same day, and answers
 * the others in groups. What the registry has goes first, then what was approved first.
 */
export function groupLeads(
  desk: ImportDesk,
  plans: readonly LeadPlan[],
  accounts: readonly ImportUnit[],
): readonly LeadGroup[] {
  const inOrder = [...plans].sort(compareArrival);
  const first = desk.records.highestNumber('leads') + 1;
  const ids = new Map(inOrder.map((plan, i) => [formatId('leads', first + i) as LeadId, plan]));
  const prepared = prepareAll(desk, ids, accounts);
  const claims = claimsOf(desk, ids);
  refuseLinkingAccounts(desk, prepared, accounts, claims);
  refuseDoubleHolders(prepared, ids, claims);
  return group(desk, prepared, ids);
}

function compareArrival(a: LeadPlan, b: LeadPlan): number {
  if (a.registeredAt !== b.registeredAt) return a.registeredAt < b.registeredAt ? -1 : 1;
  return 0;
}

function prepareAll(
  desk: ImportDesk,
  ids: ReadonlyMap<LeadId, LeadPlan>,
  accounts: readonly ImportUnit[],
): PreparedConflicts {
  const { records, today } = desk;
  const prepared = prepareConflicts({
    registrations: records.list('leads').map(({ registration }) => withOwnDomains(records, registration)),
    accounts: records.list('accounts').map(({ account }) => account),
    judgements: records.list('judgements').map(({ judgement }) => judgement),
    today,
  });
  for (const { changes } of accounts) {
    for (const { after } of changes) if ('account' in after) prepared.upsertAccount(after.account);
  }
  for (const [id, plan] of ids) {
    const ownDomains = plan.partner.partner.contacts.map((email) => email.slice(email.lastIndexOf('@') + 1));
    prepared.upsertRegistration({ registration: sketch(desk, id, plan), ownDomains });
  }
  return prepared;
}

/** The registration as far as finding its customer asks for it. */
function sketch(desk: ImportDesk, id: LeadId, plan: LeadPlan): Registration {
  const { customer, website, country, contacts = [], note } = registrationOf(plan.row, '');
  const facts = {
    id,
    partner: plan.partner.id,
    customer,
    website,
    country,
    contacts,
    note,
    registeredAt: mintInstant(`${plan.registeredOn}T00:00:00Z`),
    previousLead: null,
    objections: [],
  };
  if (plan.window === null) return { ...facts, status: 'Submitted' };
  return {
    ...facts,
    status: 'Active',
    approval: {
      approvedOn: plan.window.from,
      activeUntil: plan.window.until,
      approvedBy: plan.approvedBy,
      salesOwner: desk.importer,
      terms: termsOf(readSettings(desk.records)),
      override: null,
    },
  };
}

function claimsOf(desk: ImportDesk, ids: ReadonlyMap<LeadId, LeadPlan>): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const { id, registration } of desk.records.list('leads')) {
    if (!isApproved(registration)) continue;
    const { partner, approval } = registration;
    claims.set(id, { partner, from: approval.approvedOn, until: windowEndsOn(registration), plan: null });
  }
  for (const [id, plan] of ids) {
    if (plan.window) claims.set(id, { partner: plan.partner.id, ...plan.window, plan });
  }
  return claims;
}

/** An account may not make one customer of what two partners of the registry hold today. Programme rules, section 3. */
function refuseLinkingAccounts(
  { today }: ImportDesk,
  prepared: PreparedConflicts,
  accounts: readonly ImportUnit[],
  claims: ReadonlyMap<string, Claim>,
): void {
  for (const { rows, changes } of accounts) {
    for (const { id } of changes) {
      const customer = findCustomer(prepared, id as AccountId);
      const holders = [...customer.keys()].filter((member) => {
        const claim = claims.get(member);
        return claim?.plan === null && claim.from <= today && today <= claim.until;
      });
      const partners = new Set(holders.map((holder) => claims.get(holder)?.partner));
      if (partners.size < 2) continue;
      for (const row of rows) {
        row.refuse(
          'name',
          `It would make one customer of what different partners hold today: ${holders.join(', ')}. Correct its name or website.`,
        );
      }
    }
  }
}

function refuseDoubleHolders(
  prepared: PreparedConflicts,
  ids: ReadonlyMap<LeadId, LeadPlan>,
  claims: ReadonlyMap<string, Claim>,
): void {
  const byApproval = [...ids].sort(([, a], [, b]) => {
    const [left, right] = [a.window?.from ?? '', b.window?.from ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const standing = new Set([...claims].filter(([, { plan }]) => plan === null).map(([id]) => id));
  for (const [id, plan] of byApproval) {
    const own = claims.get(id);
    if (own === undefined) continue;
    const customer = findCustomer(prepared, id);
    for (const member of customer.values()) {
      const other = claims.get(member.node.id);
      if (other === undefined || other.partner === own.partner || !standing.has(member.node.id)) continue;
      if (other.until < own.from || own.until < other.from) continue;
      const who = other.plan?.row.name ?? member.node.id;
      const how = nameRows(describeMember(customer, member), ids);
      plan.row.refuse(
        'customer',
        `Another partner holds this customer on the same days: ${who}, from ${other.from} to ${other.until} (${how}). Of two partners one has it: correct the dates, release one, or leave this row out.`,
      );
    }
    if (!plan.row.isRefused) standing.add(id);
  }
}

/** Rows by their place in the files: they have no IDs yet. */
function nameRows(text: string, ids: ReadonlyMap<LeadId, LeadPlan>): string {
  return text.replace(/\bL-\d+\b/g, (id) => ids.get(id as LeadId)?.row.name ?? id);
}

function group(
  desk: ImportDesk,
  prepared: PreparedConflicts,
  ids: ReadonlyMap<LeadId, LeadPlan>,
): readonly LeadGroup[] {
  const grouped = new Set<LeadId>();
  const groups: LeadGroup[] = [];
  for (const [id, plan] of ids) {
    if (grouped.has(id) || plan.row.isRefused) continue;
    const mine: LeadPlan[] = [];
    const there: LeadId[] = [];
    for (const other of findCustomer(prepared, id).keys()) {
      const planned = ids.get(other as LeadId);
      if (planned && planned.partner.id === plan.partner.id && !grouped.has(other as LeadId)) {
        grouped.add(other as LeadId);
        if (!planned.row.isRefused) mine.push(planned);
      } else if (!planned && desk.records.get('leads', other)?.registration.partner === plan.partner.id) {
        there.push(other as LeadId);
      }
    }
    groups.push({ plans: mine.sort(compareArrival), there });
  }
  return groups;
}
