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
  ask: 'dialog',
  sendOutboxNow: 'dialog',
  setUp: 'menu',
  takeOver: 'menu',
  showReviewQueue: 'menu',
  showFind: 'menu',
  showPaymentRun: 'menu',
  showDashboard: 'menu',
  showRegisterLead: 'menu',
  showApproveLead: 'menu',
  showReturnLead: 'menu',
  showRejectLead: 'menu',
  showResubmitLead: 'menu',
  showUpdateLead: 'menu',
  showObjectLead: 'menu',
  showJudgeMatch: 'menu',
  showReleaseLead: 'menu',
  showWithdrawLead: 'menu',
  showRecordIntroduction: 'menu',
  showConfirmIntroduction: 'menu',
  showUpdateIntroduction: 'menu',
  showEnterDeal: 'menu',
  showUpdateDeal: 'menu',
  showRecordReceipt: 'menu',
  showCreditDeal: 'menu',
  showRecordPayment: 'menu',
  showHoldCommission: 'menu',
  showReleaseHold: 'menu',
  showRequestToJoin: 'menu',
  showAdmitPartner: 'menu',
  showDeclinePartner: 'menu',
  showSuspendPartner: 'menu',
  showUpdatePartner: 'menu',
  showAssignManager: 'menu',
  showShareSnapshot: 'menu',
  showTeam: 'menu',
  showAway: 'menu',
  showSettings: 'menu',
} as const satisfies { readonly [name: string]: EntryKind };

export type EntryName = keyof typeof ENTRY_KINDS;
