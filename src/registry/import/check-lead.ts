import { addMonths } from '../../core/calendar/add-months.ts';
import type { PlainDate } from '../../core/calendar/dates.ts';
import { mintPlainDate } from '../../core/calendar/mint-dates.ts';
import type { Email } from '../../core/model/ids.ts';
import { REASON_CODES } from '../../core/model/registration.ts';
import { parseRate } from '../../core/money/parse-rate.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import { quoteText } from '../../core/text/quote-text.ts';
import { checkFields } from '../commands/decide-command.ts';
import { readSettings } from '../commands/open-context.ts';
import type { PartnerRecord } from '../records.ts';
import { checkDecisionCells } from './check-cells.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';

/** What became of a lead in the existing registry; whatever was approved is told apart by its dates and deals. */
export type LeadEnd = 'Submitted' | 'Returned' | 'Rejected' | 'Withdrawn' | 'approved';

/** A lead's row once everything that can be said of it alone was checked. */
export interface LeadPlan {
  readonly row: ImportRow;
  readonly partner: PartnerRecord;
  readonly end: LeadEnd;
  readonly registeredOn: PlainDate;
  /** Local time of arrival. */
  readonly registeredAt: string;
  /** Approved on and the last day that counts; null where it was never approved. */
  readonly window: { readonly from: PlainDate; readonly until: PlainDate } | null;
  readonly releasedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly approvedBy: Email;
  readonly rate: string | null;
}

const APPROVED: readonly string[] = ['Active', 'Converted', 'Expired', 'Released'];

/** Names of the commands' fields where the rows' are others. */
export const FIELD_NAMES: { readonly [field: string]: string } = {
  receivedAt: 'registeredAt',
  'contacts.0.name': 'contactName',
  'contacts.0.title': 'contactTitle',
  'contacts.0.email': 'contactEmail',
  'contacts.0': 'contactEmail',
  commission: 'deal',
};

/** Checks a lead's row by itself and against partners, people and programme; null where it is refused. */
export function checkLead(desk: ImportDesk, row: ImportRow): LeadPlan | null {
  const partner = findPartner(desk, row);
  const end = endOf(row);
  const registeredOn = row.get('registeredAt').slice(0, 10);
  const approvedBy = emailIn(row, 'approvedBy') ?? desk.importer;
  checkDates(desk, row, registeredOn);
  checkCommandFields(desk, row, end);
  const rate = checkRate(row);
  const window = end === 'approved' ? checkApproval(desk, row) : refuseApproval(row, end);
  checkDecisionCells(desk, row, end);
  if (row.isRefused || partner === undefined) return null;
  const { registeredAt = '' } = row.values;
  return {
    row,
    partner,
    end,
    registeredOn: mintPlainDate(registeredOn),
    registeredAt: registeredAt.length > 10 ? registeredAt : `${registeredAt}T12:00`,
    window,
    releasedOn: dateIn(row, 'releasedOn'),
    decidedOn: dateIn(row, 'decidedOn'),
    approvedBy,
    rate,
  };
}

function endOf(row: ImportRow): LeadEnd {
  const status = row.get('status');
  if (APPROVED.includes(status) || (status === '' && row.get('approvedOn') !== '')) return 'approved';
  return status === '' ? 'Submitted' : (status as LeadEnd);
}

function findPartner(desk: ImportDesk, row: ImportRow): PartnerRecord | undefined {
  const named = row.get('partner');
  if (named === '') return undefined;
  const refused = desk.findRefusedPartner(named);
  const partner = desk.findPartner(named);
  if (refused && !partner) row.refuse('partner', `Its partner, ${refused.name}, is refused.`);
  else if (!partner) {
    row.refuse(
      'partner',
      `There is no partner ${quoteText(named)}, neither in these files nor in the registry: add it to the partners, or correct the name.`,
    );
  } else if (partner.partner.status !== 'Active' && partner.partner.status !== 'Suspended') {
    row.refuse(
      'partner',
      `${partner.partner.name} is ${partner.partner.status} in the registry: admit it first.`,
    );
  }
  return partner;
}

function checkDates(desk: ImportDesk, row: ImportRow, registeredOn: string): void {
  const { today } = desk;
  if (registeredOn > today) {
    row.refuse('registeredAt', `Registered at is ${registeredOn}, in the future.`);
  }
  for (const [field, label] of [
    ['approvedOn', 'Approved on'],
    ['releasedOn', 'Released on'],
    ['decidedOn', 'The day of the decision'],
  ] as const) {
    const date = row.get(field);
    if (date > today) row.refuse(field, `${label} is ${date}, in the future.`);
    if (date !== '' && registeredOn !== '' && date < registeredOn) {
      row.refuse(field, `${label} is ${date}, before the request was registered on ${registeredOn}.`);
    }
  }
}

function checkCommandFields(desk: ImportDesk, row: ImportRow, end: LeadEnd): void {
  const calendar = { today: desk.today, now: desk.now, timeZone: desk.timeZone };
  // What is read from its own column is checked with it.
  const { receivedAt: _, ...facts } = registrationOf(row, '');
  row.refuseAll(checkFields('registerLead', facts, calendar), FIELD_NAMES);
  if (end === 'Returned' || end === 'Rejected') {
    const reason = row.get('reason');
    if (!REASON_CODES.some((code) => code === reason.toLowerCase())) {
      row.refuse(
        'reason',
        `The reason must be one of ${REASON_CODES.join(', ')}; ${quoteText(reason)} is none. Other words are translated in the mapping, under words.`,
      );
    }
  }
}

/** What `registerLead` is given for a row. */
export function registrationOf(row: ImportRow, registeredAt: string) {
  const contact = {
    name: row.get('contactName'),
    title: row.get('contactTitle'),
    email: row.get('contactEmail'),
  };
  const isNamed = Object.values(contact).some((part) => part !== '');
  return {
    partner: row.get('partner'),
    customer: row.get('customer'),
    website: row.get('website'),
    country: row.get('country'),
    ...(isNamed ? { contacts: [contact] } : {}),
    note: row.get('note'),
    receivedAt: registeredAt,
  };
}

function checkRate(row: ImportRow): string | null {
  if (row.get('rate') === '') return null;
  const rate = parseRate(row.get('rate'), 'rate');
  if (rate.ok) return rate.value;
  row.refuseAll(rate.issues);
  return null;
}

function checkApproval(desk: ImportDesk, row: ImportRow): LeadPlan['window'] {
  const { approvedOn = '', releasedOn = '', activeUntil = '', status = '' } = row.values;
  if (approvedOn === '') row.refuse('approvedOn', `Approved on is required for a lead that is ${status}.`);
  checkSalesOwner(desk, row);
  if (status === 'Released' && releasedOn === '') {
    row.refuse('releasedOn', 'Released on is required for a lead that is Released.');
  }
  if (releasedOn !== '' && approvedOn !== '' && releasedOn < approvedOn) {
    row.refuse('releasedOn', `Released on is ${releasedOn}, before the approval on ${approvedOn}.`);
  }
  if (approvedOn === '') return null;
  const from = mintPlainDate(approvedOn);
  const end = addMonths(from, readSettings(desk.records).windowMonths);
  if (activeUntil !== '' && activeUntil !== end) {
    row.refuse(
      'activeUntil',
      `Active until is ${activeUntil}; approved on ${approvedOn} it is ${end} by the programme's window.`,
    );
  }
  if (status === 'Expired' && end >= desk.today) {
    row.refuse('status', `It cannot be Expired: approved on ${approvedOn} it is active until ${end}.`);
  }
  if (releasedOn > end) {
    row.refuse('releasedOn', `Released on is ${releasedOn}, after its window ended on ${end}.`);
  }
  const until = releasedOn !== '' && releasedOn < end ? mintPlainDate(releasedOn) : end;
  return { from, until };
}

function checkSalesOwner(desk: ImportDesk, row: ImportRow): void {
  const owner = emailIn(row, 'salesOwner');
  if (row.get('salesOwner') === '') {
    row.refuse('salesOwner', 'The sales account owner is required for a lead that was approved.');
  }
  if (owner === null) return;
  const member = desk.team.find(({ id }) => id === owner)?.member;
  if (member === undefined || (member.role !== 'sales' && member.role !== 'head')) {
    row.refuse(
      'salesOwner',
      `${owner} is no sales account owner on the Team tab: add the person there, not active any more if need be.`,
    );
  }
}

function refuseApproval(row: ImportRow, end: LeadEnd): null {
  for (const [field, label] of [
    ['approvedOn', 'Approved on'],
    ['releasedOn', 'Released on'],
  ] as const) {
    if (row.get(field) !== '') row.refuse(field, `A lead that is ${end} has no ${label}.`);
  }
  if (end !== 'Submitted' && row.get('decidedOn') === '') {
    row.refuse('decidedOn', `The day on which it became ${end} is required.`);
  }
  return null;
}

function emailIn(row: ImportRow, field: string): Email | null {
  const text = row.get(field);
  if (text === '') return null;
  const email = parseEmail(text);
  if (email === null) row.refuse(field, `${quoteText(text)} is no e-mail address.`);
  return email;
}

function dateIn(row: ImportRow, field: string): PlainDate | null {
  const date = row.get(field);
  return date === '' ? null : mintPlainDate(date);
}
