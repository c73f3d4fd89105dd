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
    { caption: 'Review queue', entry: 'showReviewQueue' },
    { caption: 'Find…', entry: 'showFind' },
    { caption: 'Register a lead…', entry: 'showRegisterLead' },
    null,
    {
      caption: 'Lead',
      lines: [
        { caption: 'Approve…', entry: 'showApproveLead' },
        { caption: 'Return…', entry: 'showReturnLead' },
        { caption: 'Reject…', entry: 'showRejectLead' },
        { caption: 'Complete a returned lead…', entry: 'showResubmitLead' },
        null,
        { caption: 'Object…', entry: 'showObjectLead' },
        { caption: 'Judge a match…', entry: 'showJudgeMatch' },
        { caption: 'Correct…', entry: 'showUpdateLead' },
        null,
        { caption: 'Release…', entry: 'showReleaseLead' },
        { caption: 'Withdraw…', entry: 'showWithdrawLead' },
      ],
    },
    {
      caption: 'Introductions',
      lines: [
        { caption: 'Record…', entry: 'showRecordIntroduction' },
        { caption: 'Confirm or refuse…', entry: 'showConfirmIntroduction' },
        { caption: 'Correct…', entry: 'showUpdateIntroduction' },
      ],
    },
    {
      caption: 'Deals and cash',
      lines: [
        { caption: 'Enter a deal…', entry: 'showEnterDeal' },
        { caption: 'Update a deal…', entry: 'showUpdateDeal' },
        null,
        { caption: 'Record a receipt…', entry: 'showRecordReceipt' },
        { caption: 'Import receipts…', entry: 'showImportReceipts' },
        { caption: 'Void a receipt…', entry: 'showVoidReceipt' },
        { caption: 'Credit a deal…', entry: 'showCreditDeal' },
      ],
    },
    {
      caption: 'Commissions',
      lines: [
        { caption: 'Payment run…', entry: 'showPaymentRun' },
        { caption: 'Pay a run…', entry: 'showPayRun' },
        { caption: 'Record a payment…', entry: 'showRecordPayment' },
        { caption: 'Void a payment…', entry: 'showVoidPayment' },
        null,
        { caption: 'Hold…', entry: 'showHoldCommission' },
        { caption: 'Release a hold…', entry: 'showReleaseHold' },
        { caption: 'Record a dispute…', entry: 'showOpenDispute' },
        { caption: 'Decide a dispute…', entry: 'showDecideDispute' },
        null,
        { caption: 'Explain a commission…', entry: 'showExplainCommission' },
        { caption: 'Statement…', entry: 'showStatement' },
        { caption: 'Outlook…', entry: 'showOutlook' },
        { caption: 'Exchange rate…', entry: 'showRecordRate' },
      ],
    },
    {
      caption: 'Partners',
      lines: [
        { caption: 'Admit…', entry: 'showAdmitPartner' },
        { caption: 'Decline…', entry: 'showDeclinePartner' },
        { caption: 'Ask back…', entry: 'showReturnJoinRequest' },
        { caption: 'Note a request to join…', entry: 'showRequestToJoin' },
        null,
        { caption: 'Update…', entry: 'showUpdatePartner' },
        { caption: 'Assign a manager…', entry: 'showAssignManager' },
        { caption: 'Record attendance…', entry: 'showRecordAttendance' },
        { caption: 'Payment details…', entry: 'showPaymentDetails' },
        { caption: 'Share a snapshot…', entry: 'showShareSnapshot' },
        null,
        { caption: 'Suspend…', entry: 'showSuspendPartner' },
      ],
    },
    {
      caption: 'Programme',
      lines: [
        { caption: 'Programme dashboard…', entry: 'showDashboard' },
        null,
        { caption: 'Away and cover…', entry: 'showAway' },
        { caption: 'Team…', entry: 'showTeam' },
        { caption: 'Send a message again…', entry: 'showResendMail' },
        { caption: 'Settings…', entry: 'showSettings' },
      ],
    },
    null,
    {
      caption: 'Administration',
      lines: [
        { caption: 'Set up this registry', entry: 'setUp' },
        { caption: 'Take over the triggers', entry: 'takeOver' },
        null,
        { caption: 'Begin an import…', entry: 'showBeginImport' },
        { caption: 'End an import…', entry: 'showEndImport' },
        null,
        { caption: 'Check this installation…', entry: 'showLiveCheck' },
      ],
    },
  ],
};
