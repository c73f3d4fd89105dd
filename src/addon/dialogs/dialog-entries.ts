import { monthOf } from '../../core/calendar/month-of.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { openServices } from '../services/open-services.ts';
import { opens } from './open-form.ts';
import { readSelectedRow } from './read-selected-row.ts';
import { showDialog, showSidebar } from './show-page.ts';

/** Menu item: the requests that wait, with the evidence of the conflict check. */
export function showReviewQueue(): void {
  showSidebar(openServices(), 'ReviewQueue', 'Review queue');
}

/** Menu item: finds a lead, customer or partner and goes to its row. */
export function showFind(): void {
  showSidebar(openServices(), 'Find', 'Find');
}

/** Menu item: how the programme stands. */
export function showDashboard(): void {
  showDialog(openServices(), 'Dashboard', { title: 'Programme dashboard', width: 1040, height: 640 });
}

/** Menu item: what is to be paid as of a day. */
export function showPaymentRun(): void {
  showDialog(openServices(), 'PaymentRun', { title: 'Payment run', width: 760, height: 640 });
}

/** Menu item: everything that the commission line of the selected row follows from. */
export function showExplainCommission(): void {
  showReport('ExplainCommission', 'Explain a commission');
}

/** Menu item: a partner's statement of a month. */
export function showStatement(): void {
  const services = openServices();
  // The spreadsheet's zone follows the programme's; the browser may be in another month.
  const today = toPlainDate(
    toInstant(services.tools.startedAtMs),
    services.workbook().getSpreadsheetTimeZone(),
  );
  showDialog(services, 'Statement', reportLook('Statement'), {
    selected: readSelectedRow(services),
    month: monthOf(today),
  });
}

/** Menu item: the bank's list of receipts. */
export function showImportReceipts(): void {
  showReport('ImportReceipts', 'Import receipts');
}

/** Menu item: what is owed and what is coming. */
export function showOutlook(): void {
  showReport('Outlook', 'Outlook');
}

const reportLook = (title: string) => ({ title, width: 840, height: 640 });

function showReport(page: 'ExplainCommission' | 'ImportReceipts' | 'Outlook', title: string): void {
  const services = openServices();
  showDialog(services, page, reportLook(title), { selected: readSelectedRow(services) });
}

export const showRegisterLead = opens('registerLead');
export const showApproveLead = opens('approveLead');
export const showReturnLead = opens('returnLead');
export const showRejectLead = opens('rejectLead');
export const showResubmitLead = opens('resubmitLead');
export const showUpdateLead = opens('updateLead');
export const showObjectLead = opens('objectLead');
export const showJudgeMatch = opens('judgeMatch');
export const showReleaseLead = opens('releaseLead');
export const showWithdrawLead = opens('withdrawLead');
export const showRecordIntroduction = opens('recordIntroduction');
export const showConfirmIntroduction = opens('confirmIntroduction');
export const showUpdateIntroduction = opens('updateIntroduction');
export const showEnterDeal = opens('enterDeal');
export const showUpdateDeal = opens('updateDeal');
export const showRecordReceipt = opens('recordReceipt');
export const showCreditDeal = opens('creditDeal');
export const showRecordPayment = opens('recordPayment');
export const showHoldCommission = opens('holdCommission');
export const showReleaseHold = opens('releaseHold');
export const showVoidReceipt = opens('voidReceipt');
export const showPayRun = opens('payRun');
export const showVoidPayment = opens('voidPayment');
export const showOpenDispute = opens('openDispute');
export const showDecideDispute = opens('decideDispute');
export const showPaymentDetails = opens('setPaymentDetails');
export const showRecordRate = opens('recordRate');
export const showRequestToJoin = opens('requestToJoin');
export const showReturnJoinRequest = opens('returnJoinRequest');
export const showRecordAttendance = opens('recordAttendance');
export const showResendMail = opens('resendMail');
export const showAdmitPartner = opens('admitPartner');
export const showDeclinePartner = opens('declinePartner');
export const showSuspendPartner = opens('suspendPartner');
export const showUpdatePartner = opens('updatePartner');
export const showAssignManager = opens('assignManager');
export const showShareSnapshot = opens('shareSnapshot');
export const showTeam = opens('setTeamMember');
export const showAway = opens('setAway');
export const showSettings = opens('updateSettings');
export const showBeginImport = opens('beginImport');
export const showEndImport = opens('endImport');
