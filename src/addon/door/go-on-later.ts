import type { EntryName } from '../entries/entry-table.ts';
import type { Services } from '../services/services.ts';

/** The handler of the one-shot trigger by which a long job goes on. */
export const GO_ON_HANDLER = 'whenWorkGoesOn' satisfies EntryName;

/** Google fires a one-shot trigger at this time at the earliest; whoever holds the lock is done by then. */
const GO_ON_AFTER_MS = 60_000;

/** Script property: `yes` while the whole tables still have to be held against the records. */
const TABLES_OWED = 'TABLES_OWED';

/**
 * Arranges that what is left is done by an execution of its own in a minute. One waits, never more: Google keeps those
 * that have fired in the account's list of at most 20, so earlier ones are deleted once the new one stands. What is left
 * shows in the records; should the trigger be lost, the next recurring run does it.
 */
export function goOnLater(services: Services, owes: { readonly tables: boolean } = { tables: false }): void {
  if (owes.tables) services.properties.set(TABLES_OWED, 'yes');
  const service = services.triggers.service();
  const earlier = listOneShots(services);
  service.newTrigger(GO_ON_HANDLER).timeBased().after(GO_ON_AFTER_MS).create();
  for (const trigger of earlier) service.deleteTrigger(trigger);
}

/** Deletes the one-shot triggers of the account that runs this, fired or not. Returns how many there were. */
export function removeOneShots(services: Services): number {
  const found = listOneShots(services);
  for (const trigger of found) services.triggers.service().deleteTrigger(trigger);
  return found.length;
}

/** Whether an earlier execution had no time for the tables. */
export function owesTables(services: Services): boolean {
  return services.properties.get(TABLES_OWED) === 'yes';
}

/** Notes that the tables have been held against the records. */
export function settleTables(services: Services): void {
  if (owesTables(services)) services.properties.set(TABLES_OWED, '');
}

function listOneShots(services: Services): readonly GoogleAppsScript.Script.Trigger[] {
  return services.triggers
    .service()
    .getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === GO_ON_HANDLER);
}
