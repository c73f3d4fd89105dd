/** How a global function of the bundle is reached. */
export type EntryKind = 'menu' | 'trigger' | 'dialog' | 'editor';

/**
 * Every global function of the bundle with how it is reached. The build makes one forwarding function of each; no
 * other global exists.
 */
export const ENTRY_KINDS = {
  onOpen: 'trigger',
  whenEdited: 'trigger',
  whenChanged: 'trigger',
  whenFormSubmitted: 'trigger',
  whenClockStrikes: 'trigger',
  whenWorkGoesOn: 'trigger',
  execute: 'dialog',
  sendOutboxNow: 'dialog',
  setUp: 'menu',
  takeOver: 'menu',
  showRegisterLead: 'menu',
  showApproveLead: 'menu',
  showReturnLead: 'menu',
  showRejectLead: 'menu',
  showEnterDeal: 'menu',
} as const satisfies { readonly [name: string]: EntryKind };

export type EntryName = keyof typeof ENTRY_KINDS;
