import { GO_ON_HANDLER, goOnLater } from '../door/go-on-later.ts';
import type { EntryName } from '../entries/entry-table.ts';
import type { Services } from '../services/services.ts';
import type { Findings } from './set-up-report.ts';

type Trigger = GoogleAppsScript.Script.Trigger;

/** Handlers of the workbook's own events. */
const EVENT_HANDLERS = [
  'whenEdited',
  'whenChanged',
  'whenFormSubmitted',
] as const satisfies readonly EntryName[];
const CLOCK_HANDLER = 'whenClockStrikes' satisfies EntryName;

/** Local hours of the recurring work; the day's work is done by 06:00. Programme rules, section 6. */
const CLOCK_HOURS = [0, 6, 12, 18];

/**
 * Script property: the time zone of the clock's triggers and their IDs. Google does not tell at which hours a trigger
 * fires, so those that were made are known by their IDs.
 */
const CLOCK_TRIGGERS = 'CLOCK_TRIGGERS';

/** The handlers that installable triggers call. */
export const TRIGGER_HANDLERS: readonly EntryName[] = [...EVENT_HANDLERS, CLOCK_HANDLER, GO_ON_HANDLER];

/**
 * Gives the account that runs this one trigger for each event and each hour of the clock, in the programme time zone:
 * missing ones are made, doubled ones removed. Google shows an account its own triggers only.
 */
export function repairTriggers(services: Services, timeZone: string, findings: Findings): void {
  const mine = services.triggers.service().getProjectTriggers();
  const handlers = mine.map((trigger) => trigger.getHandlerFunction());
  // All are told apart before any is deleted: a deleted trigger answers nothing.
  const callsOf = (handler: string) => mine.filter((_trigger, i) => handlers[i] === handler);
  const events = EVENT_HANDLERS.map((handler) => ({ handler, found: callsOf(handler) }));
  const clock = callsOf(CLOCK_HANDLER);
  const oneShots = callsOf(GO_ON_HANDLER);
  const changes = [
    ...events.flatMap(({ handler, found }) => repairEvent(services, handler, found)),
    ...repairClock(services, timeZone, clock),
    ...repairOneShot(services, oneShots),
  ];
  if (changes.length === 0) findings.leftAlone.push('The triggers.');
  else if (mine.length === 0) findings.made.push('The triggers.');
  else findings.repaired.push(`The triggers: ${changes.join(', ')}.`);
}

/** What is wrong with the triggers of the account that runs this, in words; Google shows nobody else's. */
export function findTriggerProblems(services: Services, timeZone: string): readonly string[] {
  const mine = services.triggers.service().getProjectTriggers();
  const callsOf = (handler: string) => mine.filter((trigger) => trigger.getHandlerFunction() === handler);
  const events = EVENT_HANDLERS.flatMap((handler) => {
    const count = callsOf(handler).length;
    return count === 1 ? [] : [`${handler} ${count === 0 ? 'is missing' : `is there ${count} times`}`];
  });
  const clock = describeClock(timeZone, callsOf(CLOCK_HANDLER));
  const isKnown = clock === services.properties.get(CLOCK_TRIGGERS);
  return isKnown
    ? events
    : [...events, `${CLOCK_HANDLER} is not the ${CLOCK_HOURS.length} triggers that were made`];
}

/** Removes what triggers the account has left from when it owned them; returns how many. */
export function removeTriggers(services: Services): number {
  const service = services.triggers.service();
  const idle = service.getProjectTriggers().filter((trigger) => isOurs(trigger.getHandlerFunction()));
  for (const trigger of idle) service.deleteTrigger(trigger);
  return idle.length;
}

/** Whether the clock's triggers were made for this time zone. */
export function clockFollows(services: Services, timeZone: string): boolean {
  return services.properties.get(CLOCK_TRIGGERS)?.split(' ')[0] === timeZone;
}

function isOurs(handler: string): boolean {
  return TRIGGER_HANDLERS.some((name) => name === handler);
}

function repairEvent(
  services: Services,
  handler: (typeof EVENT_HANDLERS)[number],
  found: readonly Trigger[],
): readonly string[] {
  const service = services.triggers.service();
  const [, ...doubled] = found;
  for (const trigger of doubled) service.deleteTrigger(trigger);
  if (found.length > 0) return doubled.length > 0 ? [`${handler} was doubled`] : [];
  const builder = service.newTrigger(handler).forSpreadsheet(services.workbook());
  switch (handler) {
    case 'whenEdited':
      builder.onEdit().create();
      break;
    case 'whenChanged':
      builder.onChange().create();
      break;
    case 'whenFormSubmitted':
      builder.onFormSubmit().create();
  }
  return [`${handler} was missing`];
}

function repairClock(services: Services, timeZone: string, found: readonly Trigger[]): readonly string[] {
  const service = services.triggers.service();
  const known = services.properties.get(CLOCK_TRIGGERS);
  if (known === describeClock(timeZone, found)) return [];
  // Made before the others go: cut off in between, the clock strikes twice rather than never again.
  const made = CLOCK_HOURS.map((hour) =>
    service.newTrigger(CLOCK_HANDLER).timeBased().atHour(hour).everyDays(1).inTimezone(timeZone).create(),
  );
  for (const trigger of found) service.deleteTrigger(trigger);
  // Noted last: until then the clock counts as not made, and the next run makes it anew.
  services.properties.set(CLOCK_TRIGGERS, describeClock(timeZone, made));
  return [`${CLOCK_HANDLER} at ${CLOCK_HOURS.join(', ')} o’clock in ${timeZone}`];
}

/** One one-shot trigger may wait. Of several nobody can tell which have fired: one new one takes their place. */
function repairOneShot(services: Services, found: readonly Trigger[]): readonly string[] {
  if (found.length <= 1) return [];
  goOnLater(services);
  return [`${GO_ON_HANDLER} was doubled`];
}

function describeClock(timeZone: string, triggers: readonly Trigger[]): string {
  return [timeZone, ...triggers.map((trigger) => trigger.getUniqueId()).sort()].join(' ');
}
