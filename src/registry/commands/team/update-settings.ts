import * as v from 'valibot';
import { parseSetting, parseSettings } from '../../../core/settings/parse-settings.ts';
import { command } from '../command-spec.ts';

/** Changes settings by name; registrations keep the terms in force at their approval. */
export const updateSettings = command({
  name: 'updateSettings',
  schema: () => v.record(v.string(), v.unknown()),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const names = Object.keys(input);
    if (names.length === 0) problems.add('required', '', 'Name at least one setting and its value.');
    for (const name of names) {
      const value = input[name];
      const written = Array.isArray(value)
        ? value.join(', ')
        : typeof value === 'number'
          ? value
          : String(value ?? '');
      const row = problems.take(parseSetting(name, written));
      if (row) context.draft.put('settings', { id: row.name, value: String(row.value) });
    }
    if (problems.any) return {};
    const rows = context.draft.list('settings').map(({ id, value }) => ({ name: id, value }));
    const settings = problems.take(parseSettings(rows));
    if (!settings) return {};
    if (settings.timeZone !== context.settings.timeZone) {
      context.effects.push({ do: 'set-time-zone', timeZone: settings.timeZone });
    }
    return { subject: names.join(', ') };
  },
});
