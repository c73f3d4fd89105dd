import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import { command } from '../command-spec.ts';
import { anything, text } from '../fields.ts';
import { lookUpPartner } from '../find-records.ts';
import { keepJoinRequest } from '../partners/request-to-join.ts';
import { readAnswer } from './read-answer.ts';
import { findResponse } from './take-lead-form.ts';

/** The questions of the form for companies that want to join, as their titles say. */
export const JOIN_QUESTIONS = {
  company: 'Company',
  name: 'Your name',
  country: 'Country',
  why: 'Why you would like to join',
} as const;

/** Keeps a company's request to join from the form; the verified address says who asks. Programme rules, section 7. */
export const takeJoinForm = command({
  name: 'requestToJoin',
  schema: () =>
    v.strictObject({
      response: text('The response'),
      at: text('The time'),
      from: text('The address'),
      answers: anything(),
    }),
  find: (raw, context) => ({ done: findResponse(context.draft, String(raw.response ?? '')) }),
  decide: (input, { done }, context) => {
    if (done !== null) return { id: done };
    const company = readAnswer(input.answers, JOIN_QUESTIONS.company, 'name').text;
    const note = readAnswer(input.answers, JOIN_QUESTIONS.why, 'note').text;
    const from = input.from.toLowerCase() as Email;
    const known = lookUpPartner(company, context.draft);
    if (known) {
      // The company is there already: the response is kept with it, and nobody is asked twice.
      context.draft.put('partners', { ...known, responses: [...known.responses, input.response] });
      return { id: known.id };
    }
    const id = keepJoinRequest(
      context,
      {
        company: company === '' ? from : company,
        contactName: readAnswer(input.answers, JOIN_QUESTIONS.name, 'name').text,
        contactEmail: from,
        country: readAnswer(input.answers, JOIN_QUESTIONS.country, 'country').text,
        note,
      },
      [input.response],
    );
    return { id };
  },
});
