import { checkConflicts } from '../../core/conflict/check-conflicts.ts';
import { type PreparedConflicts, prepareConflicts } from '../../core/conflict/prepare-conflicts.ts';
import { isOpen } from '../../core/registration/is-approved.ts';
import { isHeldOn } from '../../core/registration/is-held-on.ts';
import type { LeadRecord, PartnerRecord } from '../records.ts';
import type { RecordChange } from '../state/draft.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportUnit } from './import-unit.ts';

/**
 * Runs the conflict check on the imported leads that are open or hold their customer today, over everything that will
 * then be there. What is alike and not certain is for a manager to look at: it was approved before it came here.
 */
export function judgeCustomers(desk: ImportDesk, units: readonly ImportUnit[]): readonly ImportUnit[] {
  const prepared = prepareAfter(desk, units);
  return units.map((unit) => ({
    ...unit,
    changes: unit.changes.map((change) => judge(desk, prepared, change)),
  }));
}

function judge({ today }: ImportDesk, prepared: PreparedConflicts, change: RecordChange): RecordChange {
  if (!isNewLead(change)) return change;
  const { after } = change;
  const { registration } = after;
  const holds = isHeldOn(registration, today);
  if (!holds && !isOpen(registration)) {
    return { ...change, after: { ...after, view: { ...after.view, verdict: '', conflictEvidence: '' } } };
  }
  const { verdict, evidence } = checkConflicts(prepared, after.id);
  const attention =
    holds && verdict === 'possible'
      ? 'Imported as approved although another customer is alike: see the conflict evidence, and judge the match.'
      : after.view.attention;
  return {
    ...change,
    after: { ...after, view: { ...after.view, verdict, conflictEvidence: evidence, attention } },
  };
}

function isNewLead(change: RecordChange): change is RecordChange & { readonly after: LeadRecord } {
  return change.kind === 'leads' && change.before === null;
}

function prepareAfter(
  { records, partners, today }: ImportDesk,
  units: readonly ImportUnit[],
): PreparedConflicts {
  const domains = new Map([...partners].map((partner) => [partner.id, domainsOf(partner)]));
  const withDomains = ({ registration }: LeadRecord) => ({
    registration,
    ownDomains: domains.get(registration.partner) ?? [],
  });
  const prepared = prepareConflicts({
    registrations: records.list('leads').map(withDomains),
    accounts: records.list('accounts').map(({ account }) => account),
    judgements: records.list('judgements').map(({ judgement }) => judgement),
    today,
  });
  for (const { kind, after } of units.flatMap(({ changes }) => changes)) {
    if (kind === 'leads') prepared.upsertRegistration(withDomains(after as LeadRecord));
    if (kind === 'accounts' && 'account' in after) prepared.upsertAccount(after.account);
  }
  return prepared;
}

function domainsOf({ partner }: PartnerRecord): readonly string[] {
  return [...new Set(partner.contacts.map((email) => email.slice(email.lastIndexOf('@') + 1)))];
}
