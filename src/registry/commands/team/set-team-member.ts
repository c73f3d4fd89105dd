import * as v from 'valibot';
import { ROLES, type TeamMember } from '../../../core/model/team.ts';
import { command } from '../command-spec.ts';
import { choice, email, text, yesNo } from '../fields.ts';
import { heads } from '../heads.ts';

/** Adds a person to the team or changes role and activity; gives or takes the right to edit the sheet. Programme rules, section 8. */
export const setTeamMember = command({
  name: 'setTeamMember',
  schema: () =>
    v.strictObject({
      person: email('The person’s address'),
      name: text('The person’s name'),
      role: choice('The role', ROLES),
      active: yesNo('Active'),
    }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const isLastHead = heads(context.team).every((head) => head === input.person);
    if (isLastHead && heads(context.team).length > 0 && (input.role !== 'head' || !input.active)) {
      problems.add(
        'illegal-state',
        'role',
        `${input.person} is the only programme head: name another head first.`,
      );
    }
    if (problems.any) return {};
    const known = context.draft.get('team', input.person)?.member;
    const member: TeamMember = { ...input, away: known?.away ?? null };
    context.draft.put('team', { id: input.person, member });
    if (input.active) {
      if (!known?.active || known.role !== input.role) {
        context.effects.push({ do: 'let-edit', person: input.person, head: input.role === 'head' });
      }
    } else if (known?.active) {
      context.effects.push({ do: 'stop-editing', person: input.person });
    }
    return { id: input.person };
  },
});
