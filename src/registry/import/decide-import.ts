import type { Instant } from '../../core/calendar/dates.ts';
import type { Email } from '../../core/model/ids.ts';
import type { RecordsView } from '../state/records-view.ts';
import { assembleBundles } from './bundle.ts';
import { checkCells } from './check-cells.ts';
import { groupLeads } from './group-leads.ts';
import { importAccounts } from './import-accounts.ts';
import { ImportDesk } from './import-desk.ts';
import { IMPORT_KINDS } from './import-kinds.ts';
import { importPartners } from './import-partners.ts';
import type { ImportRow } from './import-row.ts';
import type { ImportUnit } from './import-unit.ts';
import { judgeCustomers } from './judge-customers.ts';
import { planLeads } from './plan-leads.ts';
import type { RowsByKind } from './read-rows.ts';
import { replayBundle } from './replay-bundle.ts';

/** What an import would do: every row with its verdict, and what is written for those that are added. */
export interface ImportDecision {
  readonly rows: readonly ImportRow[];
  /** In the order in which they are written: what others rest on goes first. */
  readonly units: readonly ImportUnit[];
}

/** When and as whom is imported, and who hears how far it is. */
export interface ImportOccasion {
  readonly now: Instant;
  readonly importer: Email;
  readonly progress?: (done: number, all: number) => void;
}

/** Decides every row against the registry as it stands. Nothing in it is changed or written over. */
export function decideImport(
  records: RecordsView,
  rows: RowsByKind,
  { now, importer, progress }: ImportOccasion,
): ImportDecision {
  const desk = new ImportDesk(records, { now, importer });
  checkCells(desk, rows);
  const partners = importPartners(desk, rows.partners);
  const accounts = importAccounts(desk, rows.accounts);
  const leads = planLeads(desk, rows.leads);
  const groups = groupLeads(desk, leads.plans, accounts);
  const bundles = assembleBundles(desk, leads, groups, rows);
  const courses = bundles.flatMap((bundle, i) => {
    progress?.(i, bundles.length);
    return replayBundle(desk, bundle) ?? [];
  });
  const whole = accounts.filter((unit) => !unit.rows.some(({ isRefused }) => isRefused));
  const units = [...partners, ...judgeCustomers(desk, [...whole, ...courses])];
  return { rows: IMPORT_KINDS.flatMap((kind) => rows[kind]), units };
}
