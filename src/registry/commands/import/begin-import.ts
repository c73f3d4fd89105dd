import * as v from 'valibot';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { someText } from '../fields.ts';

/**
 * Closes the registry for everybody but an import: commands are refused, forms and the clock wait until it has ended. Under
 * the workbook's lock, which the import itself cannot have.
 */
export const beginImport = command({
  name: 'beginImport',
  schema: () => v.strictObject({ what: someText('reason') }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    if (problems.any) return {};
    const by = actorEmail(context.actor);
    context.effects.push({ do: 'close-books', by, since: context.now, what: input.what ?? '' });
    return { reason: input.what ?? '' };
  },
});

/** Opens the registry again, whether or not the import came to its end; what it wrote stays. */
export const endImport = command({
  name: 'endImport',
  schema: () => v.strictObject({}),
  find: () => ({}),
  decide: (_input, _found, context, problems) => {
    if (problems.any) return {};
    context.effects.push({ do: 'open-books' });
    return {};
  },
});
