import { parseCurrency } from '../../core/money/parse-currency.ts';
import type { FieldCalendar, RawInput } from '../commands/command-spec.ts';
import type { PeopleCommand } from '../commands/command-table.ts';
import { checkLegibleTerms } from '../commands/deals/deal-terms.ts';
import { checkFields } from '../commands/decide-command.ts';
import { Problems } from '../commands/problems.ts';
import type { LeadEnd } from './check-lead.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { RowsByKind } from './read-rows.ts';

/** Stands for a record that has no ID yet, and for what is given and cannot be read. */
const SOME = '?';

/**
 * Says what is wrong with the cells of a row that belongs to a lead or a deal, whatever became of that: the rows of a
 * refused lead are never replayed, and are to tell their own problems all the same.
 */
export function checkCells(desk: ImportDesk, rows: RowsByKind): void {
  const calendar = calendarOf(desk);
  const check = (row: ImportRow, command: PeopleCommand, input: RawInput) =>
    row.refuseAll(checkFields(command, input, calendar));
  for (const row of rows.introductions) {
    check(row, 'recordIntroduction', { lead: SOME, ...given(row, INTRODUCTION) });
  }
  for (const row of rows.deals) {
    const terms = given(row, DEAL);
    const problems = new Problems();
    problems.addAll(checkFields('enterDeal', { lead: SOME, ...terms }, calendar));
    checkLegibleTerms(terms, problems);
    row.refuseAll(problems.sorted);
  }
  for (const row of rows.credits) check(row, 'creditDeal', { deal: SOME, ...given(row, CREDIT) });
  for (const row of rows.receipts) {
    checkCurrency(row);
    check(row, 'recordReceipt', { deal: SOME, ...given(row, RECEIPT) });
  }
  for (const row of rows.payments) {
    checkCurrency(row);
    check(row, 'recordPayment', { commission: SOME, ...given(row, PAYMENT) });
  }
}

/** Says what is wrong with the cells by which a lead's row was decided. */
export function checkDecisionCells(desk: ImportDesk, row: ImportRow, end: LeadEnd): void {
  const calendar = calendarOf(desk);
  const check = (command: PeopleCommand, input: RawInput) =>
    row.refuseAll(checkFields(command, { lead: SOME, ...input }, calendar), { note: 'noteToPartner' });
  const { reason = '', noteToPartner: note = '' } = row.values;
  if (end === 'Rejected') check('rejectLead', { reason, note });
  if (end === 'Returned') check('returnLead', { reason, note, fields: row.get('fields') });
  if (end === 'Withdrawn') check('withdrawLead', { reason });
  if (end === 'approved') check('approveLead', given(row, APPROVAL));
  if (end === 'approved' && row.get('releasedOn') !== '') check('releaseLead', { reason });
}

const INTRODUCTION = ['name', 'title', 'email', 'relation', 'decisionMaker', 'introducedOn', 'introducedTo'];
const DEAL = ['kind', 'status', 'signedOn', 'currency', 'gross', 'deductions', 'name'];
const CREDIT = ['amount', 'creditedOn', 'reason'];
const RECEIPT = ['receivedOn', 'amount', 'reference'];
const PAYMENT = ['paidOn', 'reference'];
const APPROVAL = ['salesOwner', 'override'];

/** What cannot be read is something all the same: a signed deal whose day is none has one. */
function given(row: ImportRow, fields: readonly string[]): { readonly [field: string]: string } {
  return Object.fromEntries(fields.map((field) => [field, row.isUnread(field) ? SOME : row.get(field)]));
}

/** Whether there is such a currency; that it is the deal's can be said only once there is the deal. */
function checkCurrency(row: ImportRow): void {
  const said = row.get('currency');
  const parsed = said === '' ? null : parseCurrency(said, 'currency');
  if (parsed?.ok === false) row.refuseAll(parsed.issues);
}

function calendarOf({ today, now, timeZone }: ImportDesk): FieldCalendar {
  return { today, now, timeZone };
}
