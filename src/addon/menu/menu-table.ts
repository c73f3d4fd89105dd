import type { EntryName } from '../entries/entry-table.ts';

/** One line of a menu; null is a separator. */
export type MenuLine =
  | { readonly caption: string; readonly entry: EntryName }
  | { readonly caption: string; readonly lines: readonly MenuLine[] }
  | null;

/** The registry's menu. */
export const MENU: { readonly caption: string; readonly lines: readonly MenuLine[] } = {
  caption: 'Lead Registry',
  lines: [
    { caption: 'Register a lead…', entry: 'showRegisterLead' },
    { caption: 'Approve…', entry: 'showApproveLead' },
    { caption: 'Return…', entry: 'showReturnLead' },
    { caption: 'Reject…', entry: 'showRejectLead' },
    { caption: 'Enter a deal…', entry: 'showEnterDeal' },
    null,
    {
      caption: 'Administration',
      lines: [
        { caption: 'Set up this registry', entry: 'setUp' },
        { caption: 'Take over the triggers', entry: 'takeOver' },
      ],
    },
  ],
};
