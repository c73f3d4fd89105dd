import * as v from 'valibot';
import type { TextKind } from '../../../core/text/clean-text.ts';
import { parseEmail } from '../../../core/text/parse-email.ts';
import { command } from '../command-spec.ts';
import { anything, someText, text } from '../fields.ts';
import { findSameCompany } from '../partners/find-same-company.ts';
import { keepJoinRequest, keepRepeatedRequest } from '../partners/keep-join-request.ts';
import { noteLosses, readAnswer } from './read-answer.ts';
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
      from: someText('email'),
      answers: anything(),
    }),
  find: (raw, context) => ({ done: findResponse(context.draft, String(raw.response ?? '')) }),
  decide: (input, { done }, context) => {
    if (done !== null) return { id: done };
    const read = (key: keyof typeof JOIN_QUESTIONS, kind: TextKind) =>
      readAnswer(input.answers, JOIN_QUESTIONS[key], kind);
    const [asked, name, land, why] = [
      read('company', 'name'),
      read('name', 'name'),
      read('country', 'country'),
      read('why', 'note'),
    ];
    const from = parseEmail(input.from ?? '');
    const request = {
      company: asked.text === '' ? (from ?? 'A company without a name') : asked.text,
      contactName: name.text,
      contactEmail: from,
      country: land.text,
      note: noteLosses(
        why.text,
        [asked, name, land, why].map(({ loss }) => loss),
      ),
    };
    const known = findSameCompany(context.draft, request);
    const responses = [input.response];
    return {
      id: known
        ? keepRepeatedRequest(context, known, request, responses)
        : keepJoinRequest(context, request, responses),
    };
  },
});
