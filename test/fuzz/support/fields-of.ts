import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import { SETTINGS } from '../../../src/core/settings/setting-table.ts';
import type { AnyCommandSpec } from '../../../src/registry/commands/command-spec.ts';
import { PEOPLE_COMMANDS, type PeopleCommand } from '../../../src/registry/commands/command-table.ts';

/** The fields that a command declares, so that new commands and new fields join by themselves. */
export function fieldsOf(command: PeopleCommand): readonly string[] {
  if (command === 'updateSettings') return Object.values(SETTINGS).map(({ name }) => name);
  const now = parseInstant('2026-01-05T15:00:00Z');
  const today = parsePlainDate('2026-01-05');
  if (now === null || today === null) throw new Error('These are a moment and a day.');
  const spec: AnyCommandSpec = PEOPLE_COMMANDS[command];
  const schema = spec.schema({ now, today, timeZone: 'America/Chicago' });
  if (!('entries' in schema) || typeof schema.entries !== 'object' || schema.entries === null) {
    throw new Error(`${command} does not say which fields it has.`);
  }
  return Object.keys(schema.entries);
}
