import type { AnyFormSpec } from './form-spec.ts';
import {
  decideDispute,
  holdCommission,
  openDispute,
  payRun,
  recordPayment,
  recordRate,
  releaseHold,
  voidPayment,
} from './forms/commission-forms.ts';
import {
  confirmIntroduction,
  creditDeal,
  enterDeal,
  recordIntroduction,
  recordReceipt,
  updateDeal,
  updateIntroduction,
  voidReceipt,
} from './forms/deal-forms.ts';
import { beginImport, endImport } from './forms/import-forms.ts';
import {
  approveLead,
  judgeMatch,
  objectLead,
  registerLead,
  rejectLead,
  releaseLead,
  resubmitLead,
  returnLead,
  updateLead,
  withdrawLead,
} from './forms/lead-forms.ts';
import { resendMail } from './forms/mail-forms.ts';
import {
  admitPartner,
  assignManager,
  declinePartner,
  recordAttendance,
  requestToJoin,
  returnJoinRequest,
  setPaymentDetails,
  shareSnapshot,
  suspendPartner,
  updatePartner,
} from './forms/partner-forms.ts';
import { setAway, setTeamMember, updateSettings } from './forms/people-forms.ts';

/** Every form, by the name of its command. */
export const FORMS = {
  registerLead,
  approveLead,
  returnLead,
  rejectLead,
  resubmitLead,
  updateLead,
  objectLead,
  judgeMatch,
  releaseLead,
  withdrawLead,
  recordIntroduction,
  updateIntroduction,
  confirmIntroduction,
  enterDeal,
  updateDeal,
  recordReceipt,
  voidReceipt,
  creditDeal,
  payRun,
  recordPayment,
  voidPayment,
  holdCommission,
  releaseHold,
  openDispute,
  decideDispute,
  recordRate,
  setPaymentDetails,
  requestToJoin,
  returnJoinRequest,
  admitPartner,
  declinePartner,
  suspendPartner,
  updatePartner,
  assignManager,
  recordAttendance,
  shareSnapshot,
  resendMail,
  beginImport,
  endImport,
  setTeamMember,
  setAway,
  updateSettings,
} as const satisfies { readonly [name: string]: AnyFormSpec };

export type FormName = keyof typeof FORMS;

/** Whether there is a form of this name. */
export function isFormName(name: string): name is FormName {
  return Object.hasOwn(FORMS, name);
}
