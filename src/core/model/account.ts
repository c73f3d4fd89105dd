import type { PlainDate } from '../calendar/dates.ts';
import type { AccountId, LeadId } from './ids.ts';

export const STANDINGS = ['Customer', 'Open opportunity', 'Former'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A company of One Network's own; engaged while its standing is `Customer` or `Open opportunity`. */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly website: string;
  readonly country: string;
  readonly standing: Standing;
  readonly owner: string;
  readonly lastActivity: PlainDate | null;
  /** The converted registrations that made this row; empty where people entered or imported it. */
  readonly sources: readonly LeadId[];
}
