import * as v from 'valibot';
import { parseEmail } from '../../../core/text/parse-email.ts';
import { command } from '../command-spec.ts';
import { email, someText, text } from '../fields.ts';
import { namedIn } from '../find-records.ts';
import { findSameCompany } from './find-same-company.ts';
import { keepJoinRequest, keepRepeatedRequest } from './keep-join-request.ts';

/**
 * Keeps a company's request to join, entered on its behalf; of one that was asked for more it is the answer. Programme
 * rules, section 7.
 */
export const requestToJoin = command({
  name: 'requestToJoin',
  schema: () =>
    v.strictObject({
      company: text('The company'),
      contactName: text('The contact’s name'),
      contactEmail: email('The contact’s e-mail'),
      country: someText('country'),
      note: someText('note'),
    }),
  find: (raw, context) => ({
    known: findSameCompany(context.draft, {
      company: namedIn(raw, 'company'),
      country: namedIn(raw, 'country'),
      contactEmail: parseEmail(namedIn(raw, 'contactEmail')),
    }),
  }),
  check: ({ known }, _context, problems) => {
    if (!known || (known.partner.status === 'Requested' && known.partner.question !== undefined)) return;
    problems.add(
      'illegal-state',
      'company',
      `${known.partner.name} is known as ${known.id}, ${known.partner.status}: admit that one instead.`,
    );
  },
  decide: (input, { known }, context, problems) => {
    if (problems.any) return {};
    const request = { ...input, country: input.country ?? '', note: input.note ?? '' };
    return {
      id: known ? keepRepeatedRequest(context, known, request, []) : keepJoinRequest(context, request, []),
    };
  },
});
