import type { PlainDate } from '../calendar/dates.ts';
import type { Email } from './ids.ts';

export const ROLES = ['head', 'manager', 'sales', 'finance'] as const;
export type Role = (typeof ROLES)[number];

/** One of One Network's people who work with the registry. */
export interface TeamMember {
  readonly person: Email;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  /** Away from … until, both inclusive; null when not planned. */
  readonly away: { readonly from: PlainDate; readonly until: PlainDate; readonly cover: Email } | null;
}
