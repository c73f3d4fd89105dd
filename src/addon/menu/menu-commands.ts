import { DEAL_KINDS, DEAL_STATUSES } from '../../core/model/deal.ts';
import { REASON_CODES } from '../../core/model/registration.ts';

/** What people answered so far, by field. */
export type Answers = { readonly [field: string]: string };

/** One question that a menu item asks before it gives its command. */
export interface MenuQuestion {
  readonly field: string;
  /** Asked in full, with an example where the form of the answer matters. */
  readonly text: string;
  /** The words to choose from; their numbers will do as well. */
  readonly choices?: readonly string[];
  /** Whether an empty answer stands for "none". */
  readonly optional: boolean | ((answers: Answers) => boolean);
  /** Asked only where this holds; always where it is not given. */
  readonly when?: (answers: Answers) => boolean;
}

/** A command that a menu item gives. */
export interface MenuCommand {
  readonly command: 'registerLead' | 'approveLead' | 'returnLead' | 'rejectLead' | 'enterDeal';
  readonly title: string;
  /** Whether it is about the lead of the selected row. */
  readonly needsLead: boolean;
  readonly questions: readonly MenuQuestion[];
  /** The sentence that says it is done. */
  readonly done: (lead: string, id: string) => string;
}

const reason: MenuQuestion = {
  field: 'reason',
  text: 'Why?',
  choices: REASON_CODES,
  optional: false,
};

const note: MenuQuestion = {
  field: 'note',
  text: 'A note to the partner. Leave it empty for none; the reason "other" needs one.',
  optional: ({ reason: code }) => code !== 'other',
};

const isSigned = ({ status }: Answers) => status === 'Signed';
const hasGross = ({ gross }: Answers) => gross !== undefined && gross !== '';

/** The commands of the menu and what each asks. Programme rules, sections 2 and 5. */
export const MENU_COMMANDS = {
  registerLead: {
    command: 'registerLead',
    title: 'Register a lead',
    needsLead: false,
    questions: [
      {
        field: 'partner',
        text: 'Which partner refers the company? Its name or ID, such as P-001.',
        optional: false,
      },
      { field: 'customer', text: 'Which company is referred?', optional: false },
      {
        field: 'website',
        text: 'The company’s website, such as https://www.example.com. Leave it empty if you do not know it.',
        optional: true,
      },
      {
        field: 'country',
        text: 'The company’s country. Leave it empty if you do not know it.',
        optional: true,
      },
    ],
    done: (_lead, id) => `${id} is registered. The Leads tab shows what the conflict check found.`,
  },
  approveLead: {
    command: 'approveLead',
    title: 'Approve',
    needsLead: true,
    questions: [
      {
        field: 'salesOwner',
        text: 'Who is the sales account owner? An e-mail address of the Team tab.',
        optional: false,
      },
    ],
    done: (lead) => `${lead} is approved. The partner and the sales account owner are told.`,
  },
  returnLead: {
    command: 'returnLead',
    title: 'Return',
    needsLead: true,
    questions: [
      reason,
      {
        field: 'fields',
        text: 'Which fields should the partner complete? Separated by commas, such as Customer website, Contact name.',
        optional: false,
      },
      note,
    ],
    done: (lead) => `${lead} went back to the partner and keeps its place.`,
  },
  rejectLead: {
    command: 'rejectLead',
    title: 'Reject',
    needsLead: true,
    questions: [reason, note],
    done: (lead) => `${lead} is rejected. The partner is told.`,
  },
  enterDeal: {
    command: 'enterDeal',
    title: 'Enter a deal',
    needsLead: true,
    questions: [
      { field: 'kind', text: 'What kind of deal is it?', choices: DEAL_KINDS, optional: false },
      { field: 'status', text: 'Where does it stand?', choices: DEAL_STATUSES, optional: false },
      {
        field: 'signedOn',
        text: 'On which day was it signed? Such as 2026-03-31.',
        optional: false,
        when: isSigned,
      },
      {
        field: 'gross',
        text: 'The SaaS subscription fees of the first 12 months, such as 12000.00. Leave it empty if they are not known.',
        optional: (answers) => !isSigned(answers) || answers.kind === 'Services',
      },
      { field: 'currency', text: 'In which currency? Such as USD.', optional: false, when: hasGross },
      {
        field: 'deductions',
        text: 'Discounts and taxes of the first 12 months, such as 500.00. Leave it empty for none.',
        optional: true,
        when: hasGross,
      },
    ],
    done: (lead, id) => `${id} is entered on ${lead}.`,
  },
} as const satisfies { readonly [command: string]: MenuCommand };
