import type { Kind, RecordTypes } from '../records.ts';
import type { Column, Tab } from './column.ts';
import { COMMISSIONS, SNAPSHOTS } from './tabs/commissions.ts';
import { DEALS, INTRODUCTIONS, RECEIPTS } from './tabs/deals.ts';
import { LEADS } from './tabs/leads.ts';
import { OUTBOX } from './tabs/outbox.ts';
import { ACCOUNTS, ASIDE, JUDGEMENTS, PARTNERS, SETTINGS_TAB, TEAM } from './tabs/people.ts';
import { RATES } from './tabs/rates.ts';

/** Kinds of record that have a tab of their own. */
export type TabKind = Exclude<Kind, 'memos'>;

type Tabs = { readonly [K in TabKind]: Tab<RecordTypes[K]> };

/** The one declaration of the workbook's tables. Set-up, rows, protections, dropdowns and snapshots come from it. */
export const TABS: Tabs = {
  leads: LEADS,
  introductions: INTRODUCTIONS,
  deals: DEALS,
  receipts: RECEIPTS,
  commissions: COMMISSIONS,
  partners: PARTNERS,
  accounts: ACCOUNTS,
  snapshots: SNAPSHOTS,
  judgements: JUDGEMENTS,
  aside: ASIDE,
  rates: RATES,
  outbox: OUTBOX,
  team: TEAM,
  settings: SETTINGS_TAB,
};

/** The tabs in the order in which the workbook shows them. */
export const TAB_ORDER: readonly TabKind[] = [
  'leads',
  'introductions',
  'deals',
  'receipts',
  'commissions',
  'partners',
  'accounts',
  'snapshots',
  'judgements',
  'aside',
  'rates',
  'outbox',
  'team',
  'settings',
];

/** Tabs that keep the registry's own books rather than records. */
/** `At` is for people, in the programme's time zone; `UTC` is the moment that the hash covers, whatever the zone becomes. */
export const JOURNAL_TAB = {
  name: 'Journal',
  headers: [
    'Entry',
    'At',
    'Actor',
    'Command',
    'Subject',
    'Outcome',
    'Changes',
    'Reason',
    'Hash',
    'Part',
    'Of',
    'Key',
    'UTC',
  ],
} as const;
export const STATE_TAB = {
  name: '_state',
  /** A record's text is spread over the data columns: a cell holds 50,000 characters. */
  headers: ['Record', 'Entry', 'Data', 'Data 2', 'Data 3', 'Data 4'],
} as const;

/**
 * What finds customers by name where there are many records: derived from `_state`, made by the clock, never the truth. No
 * other tab has its header.
 */
export const NAMES_TAB = { name: '_names', headers: ['Book of customer names'] } as const;

/** The column with this key; a missing one is a defect. */
export function columnOf<K extends TabKind>(kind: K, key: string): Column<RecordTypes[K]> {
  const column = TABS[kind].columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`No column ${key} in ${TABS[kind].name}`);
  return column;
}

/** The tab of this name, or null for a tab that people added. */
export function tabKindOf(name: string): TabKind | null {
  return TAB_ORDER.find((kind) => TABS[kind].name === name) ?? null;
}
