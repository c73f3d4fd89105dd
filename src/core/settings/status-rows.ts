/** A row of the Settings tab that the registry keeps itself: how something stands, not what is wanted. */
export interface StatusRow {
  readonly name: string;
  readonly meaning: string;
}

/** What the registry says of itself on the Settings tab. */
export const STATUS_ROWS = {
  health: {
    name: 'Last self-check',
    meaning:
      'Kept by the registry: what its daily self-check found, written when that changes and every Monday. Programme heads get mail when something is new.',
  },
  snapshots: {
    name: 'Monthly snapshots',
    meaning: 'Kept by the registry: how many of the partners’ monthly spreadsheets are made.',
  },
  triggers: {
    name: 'Triggers run as',
    meaning:
      'Kept by the registry: the account that notices edits, form responses and the clock, and sends the mail.',
  },
  leadForm: {
    name: 'Lead form',
    meaning: 'Kept by the registry: where programme heads edit the form that partners register leads with.',
  },
  joinForm: {
    name: 'Join form',
    meaning: 'Kept by the registry: where programme heads edit the form that companies ask to join with.',
  },
} as const satisfies { readonly [key: string]: StatusRow };

/** The status row of this name; null where it is a setting, or nothing. */
export function findStatusRow(name: string): StatusRow | null {
  return Object.values(STATUS_ROWS).find((row) => row.name === name) ?? null;
}
