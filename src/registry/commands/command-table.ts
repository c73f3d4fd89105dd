import { addAccount, updateAccount } from './accounts/add-account.ts';
import { importRows } from './accounts/import-rows.ts';
import { archiveJournal } from './archive/archive-journal.ts';
import { dailyWork } from './clock/daily-work.ts';
import { noteSetUp } from './clock/note-set-up.ts';
import { reportJournal } from './clock/report-journal.ts';
import { seedRegistry } from './clock/seed-registry.ts';
import { selfCheck } from './clock/self-check.ts';
import type { AnyCommandSpec } from './command-spec.ts';
import { decideDispute, openDispute } from './commissions/dispute-commission.ts';
import { holdCommission } from './commissions/hold-commission.ts';
import { makeStatement } from './commissions/make-statement.ts';
import { payRun } from './commissions/pay-run.ts';
import { preparePaymentRun } from './commissions/prepare-payment-run.ts';
import { recordPayment } from './commissions/record-payment.ts';
import { releaseHold } from './commissions/release-hold.ts';
import { voidPayment } from './commissions/void-payment.ts';
import { confirmIntroduction } from './deals/confirm-introduction.ts';
import { creditDeal } from './deals/credit-deal.ts';
import { enterDeal } from './deals/enter-deal.ts';
import { importReceipts } from './deals/import-receipts.ts';
import { recordIntroduction } from './deals/record-introduction.ts';
import { recordReceipt } from './deals/record-receipt.ts';
import { updateDeal } from './deals/update-deal.ts';
import { updateIntroduction } from './deals/update-introduction.ts';
import { voidReceipt } from './deals/void-receipt.ts';
import { explainCommission } from './finance/explain-commission.ts';
import { exportPayments } from './finance/export-payments.ts';
import { forecastCommissions } from './finance/forecast-commissions.ts';
import { recordRate } from './finance/record-rate.ts';
import { takeJoinForm } from './forms/take-join-form.ts';
import { takeLeadForm } from './forms/take-lead-form.ts';
import { beginImport, endImport } from './import/begin-import.ts';
import { approveLead } from './leads/approve-lead.ts';
import { compareMatches } from './leads/compare-matches.ts';
import { judgeMatch } from './leads/judge-match.ts';
import { objectLead } from './leads/object-lead.ts';
import { registerLead } from './leads/register-lead.ts';
import { rejectLead } from './leads/reject-lead.ts';
import { releaseLead } from './leads/release-lead.ts';
import { resubmitLead } from './leads/resubmit-lead.ts';
import { returnLead } from './leads/return-lead.ts';
import { updateLead } from './leads/update-lead.ts';
import { withdrawLead } from './leads/withdraw-lead.ts';
import { claimMail } from './mails/claim-mail.ts';
import { resendMail } from './mails/resend-mail.ts';
import { settleMail } from './mails/settle-mail.ts';
import { admitPartner } from './partners/admit-partner.ts';
import { assignManager } from './partners/assign-manager.ts';
import { declinePartner, suspendPartner } from './partners/decline-partner.ts';
import { recordAttendance } from './partners/record-attendance.ts';
import { requestToJoin } from './partners/request-to-join.ts';
import { returnJoinRequest } from './partners/return-join-request.ts';
import { setPaymentDetails } from './partners/set-payment-details.ts';
import { updatePartner } from './partners/update-partner.ts';
import { noteSharing } from './snapshots/note-sharing.ts';
import { noteSnapshots } from './snapshots/note-snapshots.ts';
import { shareSnapshot } from './snapshots/share-snapshot.ts';
import { setAway } from './team/set-away.ts';
import { setTeamMember } from './team/set-team-member.ts';
import { updateSettings } from './team/update-settings.ts';

/** The commands that people give, each with its rights in the core's table. */
export const PEOPLE_COMMANDS = {
  requestToJoin,
  returnJoinRequest,
  admitPartner,
  declinePartner,
  suspendPartner,
  assignManager,
  updatePartner,
  recordAttendance,
  setAway,
  setTeamMember,
  updateSettings,
  registerLead,
  approveLead,
  returnLead,
  resubmitLead,
  rejectLead,
  withdrawLead,
  releaseLead,
  objectLead,
  judgeMatch,
  compareMatches,
  updateLead,
  recordIntroduction,
  updateIntroduction,
  confirmIntroduction,
  enterDeal,
  updateDeal,
  recordReceipt,
  voidReceipt,
  importReceipts,
  creditDeal,
  holdCommission,
  releaseHold,
  preparePaymentRun,
  recordPayment,
  payRun,
  voidPayment,
  exportPayments,
  makeStatement,
  setPaymentDetails,
  openDispute,
  decideDispute,
  explainCommission,
  forecastCommissions,
  recordRate,
  shareSnapshot,
  addAccount,
  updateAccount,
  importRows,
  resendMail,
  beginImport,
  endImport,
} as const satisfies { readonly [name: string]: AnyCommandSpec };

export type PeopleCommand = keyof typeof PEOPLE_COMMANDS;

/** What forms and the clock do; people cannot call these. */
export const SYSTEM_COMMANDS = {
  takeLeadForm,
  takeJoinForm,
  dailyWork,
  claimMail,
  settleMail,
  noteSnapshots,
  noteSharing,
  seedRegistry,
  noteSetUp,
  archiveJournal,
  reportJournal,
  selfCheck,
} as const satisfies { readonly [name: string]: AnyCommandSpec };

export type SystemCommand = keyof typeof SYSTEM_COMMANDS;

/** Whether people may give a command of this name at all. */
export function isPeopleCommand(name: string): name is PeopleCommand {
  return Object.hasOwn(PEOPLE_COMMANDS, name);
}
