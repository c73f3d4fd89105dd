import { type ContractCase, type ContractGroup, THREADS } from '../case.ts';

const CLOCK = 'apps-script/reference/script/clock-trigger-builder';
const SCRIPT = 'apps-script/reference/script/script-app';

type Builder = GoogleAppsScript.Script.ClockTriggerBuilder;

/** No function of the project: a trigger of this name that were left behind would do nothing. */
const HANDLER = 'liveCheckNeverRuns';

/** The triggers that a behaviour has made; the registry's own have other handlers. */
function ours(): readonly GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}

/** Makes triggers, and deletes them whatever happens. */
function making<T>(work: () => T): T {
  try {
    return work();
  } finally {
    for (const trigger of ours()) ScriptApp.deleteTrigger(trigger);
  }
}

function clock(): Builder {
  return ScriptApp.newTrigger(HANDLER).timeBased();
}

function refused(spec: string, build: () => Builder, throws: string): ContractCase {
  return {
    title: `${spec} is refused`,
    source: CLOCK,
    observe: () => making(() => build().create().getHandlerFunction()),
    throws,
  };
}

export const TRIGGERS: ContractGroup = {
  title: 'Triggers',
  needs: 'nothing',
  cases: [
    refused('everyMinutes(2)', () => clock().everyMinutes(2), 'minutes'),
    refused('atHour(5) without a recurrence', () => clock().atHour(5), 'recurrence'),
    refused('atHour(24)', () => clock().atHour(24).everyDays(1), 'hour'),
    refused('everyDays(1).everyHours(1)', () => clock().everyDays(1).everyHours(1), 'recurrence'),
    refused('an unknown time zone', () => clock().everyDays(1).inTimezone('Mars/Base'), 'timezone'),
    {
      title: 'are listed with their handler, their event and their source until they are deleted',
      source: SCRIPT,
      observe: () =>
        making(() => {
          clock().everyDays(1).atHour(5).nearMinute(30).create();
          const listed = ours().map((one) => [String(one.getEventType()), String(one.getTriggerSource())]);
          for (const trigger of ours()) ScriptApp.deleteTrigger(trigger);
          return [listed, ours().length];
        }),
      returns: [[['CLOCK', 'CLOCK']], 0],
    },
    {
      title: 'have ids of their own that stay the same',
      source: SCRIPT,
      observe: () =>
        making(() => {
          const made = [clock().after(3_600_000).create(), clock().after(3_600_000).create()];
          const ids = new Set(made.map((one) => one.getUniqueId()));
          return [ids.size, ours().filter((one) => ids.has(one.getUniqueId())).length];
        }),
      returns: [2, 2],
    },
    {
      title: 'name the file whose events they hear',
      source: SCRIPT,
      observe: ({ spreadsheet }) =>
        making(() => {
          ScriptApp.newTrigger(HANDLER).forSpreadsheet(spreadsheet).onEdit().create();
          return ours().map((one) => [
            one.getTriggerSourceId() === spreadsheet.getId(),
            String(one.getEventType()),
          ]);
        }),
      returns: [[true, 'ON_EDIT']],
    },
    {
      title: 'may name a function that does not exist',
      source: THREADS,
      observe: () => making(() => clock().after(3_600_000).create().getHandlerFunction() === HANDLER),
      returns: true,
    },
  ],
};
