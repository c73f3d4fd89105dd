import * as v from 'valibot';
import { parseSetting, parseSettings } from '../../../core/settings/parse-settings.ts';
import { quoteText, shortenText } from '../../../core/text/quote-text.ts';
import { command, type RawInput } from '../command-spec.ts';
import { readGiven } from '../read-given.ts';

/** Changes settings by name; registrations keep the terms in force at their approval. */
export const updateSettings = command({
  name: 'updateSettings',
  // Any names: those that are no settings are named one by one.
  schema: () => v.custom<RawInput>((input) => typeof input === 'object' && input !== null),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const names = Object.keys(input);
    if (names.length === 0) problems.add('required', '', 'Name at least one setting and its value.');
    const set = new Set<string>();
    for (const name of names) {
      const written = readWritten(input[name]);
      if (written === null) {
        problems.add('invalid', shortenText(name, 80), `${quoteText(name)} must be a text or a number.`);
      }
      const row = problems.take(parseSetting(name, written ?? ''));
      if (!row || written === null) continue;
      if (set.has(row.name)) problems.add('invalid', row.name, `${row.name} is given twice; name it once.`);
      set.add(row.name);
      context.draft.put('settings', { id: row.name, value: String(row.value) });
    }
    if (problems.any) return {};
    const rows = context.draft.list('settings').map(({ id, value }) => ({ name: id, value }));
    const settings = problems.take(parseSettings(rows));
    if (!settings) return {};
    if (settings.timeZone !== context.settings.timeZone) {
      context.effects.push({ do: 'set-time-zone', timeZone: settings.timeZone });
    }
    return { subject: [...set].join(', ') };
  },
});

/** The text of a setting's value, items of a list separated by commas; null where it is no text. */
function readWritten(value: unknown): string | null {
  if (!Array.isArray(value)) return readGiven(value);
  const items = value.map(readGiven);
  return items.includes(null) ? null : items.join(', ');
}
