import * as v from 'valibot';
import { SETTINGS } from '../../../core/settings/setting-table.ts';
import { SCHEMA_VERSION } from '../../migrations/migrations.ts';
import { command } from '../command-spec.ts';
import { email, someText } from '../fields.ts';

/**
 * Gives a new registry its first programme head and its settings; of one that has them it adds what later versions
 * brought. Safe to run again.
 */
export const seedRegistry = command({
  name: 'setUp',
  schema: () => v.strictObject({ head: email('The programme head'), name: someText() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    if (context.draft.list('team').length === 0) {
      const name = input.name ?? input.head;
      context.draft.put('team', {
        id: input.head,
        member: { person: input.head, name, role: 'head', active: true, away: null },
      });
      context.effects.push({ do: 'migrate', from: SCHEMA_VERSION, to: SCHEMA_VERSION });
    }
    for (const { name, default: value } of Object.values(SETTINGS)) {
      if (!context.draft.get('settings', name)) context.draft.put('settings', { id: name, value });
    }
    return { subject: input.head };
  },
});
