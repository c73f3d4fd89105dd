import { JOIN_QUESTIONS } from '../../registry/commands/forms/take-join-form.ts';
import { LEAD_QUESTIONS } from '../../registry/commands/forms/take-lead-form.ts';
import { FORM_PROPERTIES } from '../door/form-properties.ts';

/** One question of a form. */
export interface QuestionPlan {
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Several lines rather than one. */
  readonly long: boolean;
}

/** One of the two forms. */
export interface FormPlan {
  readonly title: string;
  readonly description: string;
  /** What respondents read once they have sent it. */
  readonly confirmation: string;
  /** Name of the tab that receives the answers. */
  readonly tab: string;
  /** Script properties that keep the form's ID and public link. */
  readonly properties: { readonly id: string; readonly url: string };
  readonly questions: readonly QuestionPlan[];
}

const LEAD = LEAD_QUESTIONS;
const JOIN = JOIN_QUESTIONS;

/** Both forms; the verified address of whoever sends them is collected, not asked. Programme rules, section 7. */
export const FORM_PLANS: readonly FormPlan[] = [
  {
    title: 'Register a lead',
    description:
      'For referral partners: register a company that you want to refer. Use the address that we know you by; it says who asks.',
    confirmation: 'Thank you. A confirmation is on its way to you, and we will tell you what we decide.',
    tab: 'Form: Register a lead',
    properties: FORM_PROPERTIES.lead,
    questions: [
      question(LEAD.customer, 'The company that you refer, as it calls itself.', { required: true }),
      question(LEAD.website, 'Such as https://www.example.com. It tells companies of the same name apart.'),
      question(LEAD.country, 'Where the company has its seat.'),
      question(LEAD.contactName, 'Whom you know there.'),
      question(LEAD.contactTitle, 'What that person does there.'),
      question(LEAD.contactEmail, 'That person’s address at work.'),
      question(LEAD.note, 'What they need, by when, how you know them.', { long: true }),
    ],
  },
  {
    title: 'Request to join',
    description: 'For companies that want to become a referral partner.',
    confirmation: 'Thank you. We will answer you by e-mail.',
    tab: 'Form: Request to join',
    properties: FORM_PROPERTIES.join,
    questions: [
      question(JOIN.company, 'Your company’s name.', { required: true }),
      question(JOIN.name, 'First and last name.', { required: true }),
      question(JOIN.country, 'Where your company has its seat.'),
      question(JOIN.why, 'Whom you work with, and whom you could refer.', { long: true }),
    ],
  },
];

function question(title: string, help: string, { required = false, long = false } = {}): QuestionPlan {
  return { title, help, required, long };
}
