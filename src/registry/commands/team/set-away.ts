import * as v from 'valibot';
import { shortenText } from '../../../core/text/quote-text.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import { date, email } from '../fields.ts';
import { namedIn } from '../find-records.ts';

/** Plans a person's absence and names the cover; both dates are inclusive. Programme rules, section 6. */
export const setAway = command({
  name: 'setAway',
  schema: () =>
    v.strictObject({
      person: email('The person’s address'),
      from: date('The first day away'),
      until: date('The last day away'),
      cover: email('The cover'),
    }),
  find: (raw, context, problems) => {
    const person = namedIn(raw, 'person').toLowerCase();
    const member = context.draft.get('team', person)?.member;
    if (person !== '' && !member)
      problems.add('not-found', 'person', `${shortenText(person, 80)} is not on the Team tab.`);
    return { member };
  },
  decide: (input, { member }, context, problems) => {
    if (input.until < input.from) {
      problems.add(
        'invalid',
        'until',
        `The last day away (${input.until}) is before the first (${input.from}).`,
      );
    }
    if (input.cover === input.person) problems.add('invalid', 'cover', 'Name somebody else as the cover.');
    const roles =
      member?.role === 'sales'
        ? (['sales', 'head'] as const)
        : member?.role === 'finance'
          ? (['finance', 'head'] as const)
          : (['manager', 'head'] as const);
    checkTeamMember(context, problems, 'cover', input.cover, roles);
    if (!member || problems.any) return {};
    const { from, until, cover } = input;
    context.draft.put('team', { id: member.person, member: { ...member, away: { from, until, cover } } });
    return { id: member.person };
  },
});
