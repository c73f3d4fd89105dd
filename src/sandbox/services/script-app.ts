import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { isTimeZone } from '../store/time-zones.ts';
import { nextDue } from '../triggers/clock.ts';
import type { ClockSpec, TriggerState } from '../world-state.ts';
import { type Define, defineClass, defineService, mergeMethods, Self } from './define.ts';
import { type FormHandle, formShape, type SpreadsheetHandle, spreadsheetShape } from './handles.ts';
import { date, enumOf, handleOf, int, num, text } from './shapes.ts';
import { visibleFile } from './spreadsheet-access.ts';

type BuilderHandle = { readonly $: 'TriggerBuilder'; readonly handler: string };
type EventBuilderHandle = {
  readonly $: 'SpreadsheetTriggerBuilder' | 'FormTriggerBuilder';
  readonly handler: string;
  readonly id: string;
  readonly event: string | null;
};
type ClockBuilderHandle = {
  readonly $: 'ClockTriggerBuilder';
  readonly handler: string;
  readonly spec: { readonly [key: string]: Wire };
};
type TriggerHandle = { readonly $: 'Trigger'; readonly uid: string };

const MOST_TRIGGERS = 20;

function own(execution: Execution): TriggerState[] {
  return execution.start.script.triggers.filter(
    (trigger) => trigger.creator === execution.start.effectiveUser,
  );
}

function find(execution: Execution, on: TriggerHandle): TriggerState {
  const found = execution.start.script.triggers.find((trigger) => trigger.uid === on.uid);
  if (found === undefined) throw new ServiceError('The trigger does not exist.');
  return found;
}

/** Adds a trigger that runs as the execution's user. Source: apps-script/guides/services/quotas, "Triggers". */
function create(
  execution: Execution,
  wish: Pick<TriggerState, 'handler' | 'event' | 'source' | 'sourceId' | 'clock'>,
): Wire {
  if (own(execution).length >= MOST_TRIGGERS)
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  const uid = String(1_000_000_000 + execution.world.draw(execution.world.newId(), 1_000_000_000));
  const minute = execution.world.draw(`minute:${uid}`, 60);
  const trigger: TriggerState = {
    ...wish,
    uid,
    creator: execution.start.effectiveUser,
    createdAt: execution.now,
    nextDueAt: wish.clock === null ? null : nextDue(wish.clock, execution.now, execution.now, minute),
  };
  execution.start.script.triggers.push(trigger);
  return { $: 'Trigger', uid };
}

const service = defineService('ScriptApp', (define) => {
  define('free', 'newTrigger', [text], (_x, _on, handler) => ({ $: 'TriggerBuilder', handler }));
  define('read', 'getProjectTriggers', [], (x) => own(x).map(({ uid }): Wire => ({ $: 'Trigger', uid })));
  define('read', 'getUserTriggers', [spreadsheetShape], (x, _on, file) => ofFile(x, file.id));
  define('read', 'getUserTriggers', [formShape], (x, _on, file) => ofFile(x, file.id));
  define('write', 'deleteTrigger', [handleOf<TriggerHandle>('Trigger')], (execution, _on, handle) => {
    const { script } = execution.start;
    if (!own(execution).some((trigger) => trigger.uid === handle.uid)) {
      throw new ServiceError(
        'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
      );
    }
    script.triggers = script.triggers.filter((trigger) => trigger.uid !== handle.uid);
  });
  define('free', 'getScriptId', [], (execution) => execution.start.script.id);
});

function ofFile(execution: Execution, id: string): Wire {
  return own(execution)
    .filter((trigger) => trigger.sourceId === id)
    .map(({ uid }): Wire => ({ $: 'Trigger', uid }));
}

const builder = defineClass('TriggerBuilder', handleOf<BuilderHandle>('TriggerBuilder'), (define) => {
  const spreadsheet = (handler: string, id: string): Wire => ({
    $: 'SpreadsheetTriggerBuilder',
    handler,
    id,
    event: null,
  });
  const form = (handler: string, id: string): Wire => ({ $: 'FormTriggerBuilder', handler, id, event: null });
  define('free', 'timeBased', [], (_x, on) => ({ $: 'ClockTriggerBuilder', handler: on.handler, spec: {} }));
  define('free', 'forSpreadsheet', [spreadsheetShape], (_x, on, file: SpreadsheetHandle) => {
    return spreadsheet(on.handler, file.id);
  });
  define('free', 'forSpreadsheet', [text], (_x, on, id) => spreadsheet(on.handler, id));
  define('free', 'forForm', [formShape], (_x, on, file: FormHandle) => form(on.handler, file.id));
  define('free', 'forForm', [text], (_x, on, id) => form(on.handler, id));
});

const EVENTS: Readonly<Record<string, TriggerState['event']>> = {
  onOpen: 'ON_OPEN',
  onEdit: 'ON_EDIT',
  onChange: 'ON_CHANGE',
  onFormSubmit: 'ON_FORM_SUBMIT',
};

function eventBuilder(
  tag: EventBuilderHandle['$'],
  source: 'SPREADSHEETS' | 'FORMS',
  names: readonly string[],
) {
  return defineClass(tag, handleOf<EventBuilderHandle>(tag), (define) => {
    for (const name of names)
      define('free', name, [], (_x, on) => new Self({ ...on, event: EVENTS[name] ?? '' }));
    define('write', 'create', [], (execution, on) => {
      const event = Object.values(EVENTS).find((one) => one === on.event);
      if (event === undefined) throw new ServiceError('The trigger has no event.');
      visibleFile(execution, on.id);
      return create(execution, { handler: on.handler, event, source, sourceId: on.id, clock: null });
    });
  });
}

function withSpec(on: ClockBuilderHandle, change: { readonly [key: string]: Wire }): Self {
  return new Self({ ...on, spec: { ...on.spec, ...change } });
}

const clock = defineClass(
  'ClockTriggerBuilder',
  handleOf<ClockBuilderHandle>('ClockTriggerBuilder'),
  (define) => {
    intervals(define);
    define('free', 'atHour', [int], (_x, on, atHour) => {
      if (atHour < 0 || atHour > 23) throw new ServiceError('The hour must be between 0 and 23.');
      return withSpec(on, { atHour });
    });
    define('free', 'nearMinute', [int], (_x, on, nearMinute) => {
      if (nearMinute < 0 || nearMinute > 59) throw new ServiceError('The minute must be between 0 and 59.');
      return withSpec(on, { nearMinute });
    });
    define('free', 'inTimezone', [text], (_x, on, timeZone) => {
      if (!isTimeZone(timeZone)) throw new ServiceError(`Invalid argument: timezone`);
      return withSpec(on, { timeZone });
    });
    define('free', 'after', [num], (execution, on, ms) =>
      withSpec(on, { once: execution.now + Math.max(0, ms) }),
    );
    define('free', 'at', [date], (_x, on, at) => withSpec(on, { once: at.ms }));
    define('write', 'create', [], (execution, on) => {
      const spec = clockSpec(on.spec, execution.start.script.manifest.timeZone);
      return create(execution, {
        handler: on.handler,
        event: 'CLOCK',
        source: 'CLOCK',
        sourceId: null,
        clock: spec,
      });
    });
  },
);

const MINUTES = [1, 5, 10, 15, 30];

function intervals(define: Define<ClockBuilderHandle>): void {
  define('free', 'everyMinutes', [int], (_x, on, everyMinutes) => {
    if (!MINUTES.includes(everyMinutes))
      throw new ServiceError(`The number of minutes must be one of ${MINUTES.join(', ')}.`);
    return withSpec(on, { everyMinutes });
  });
  for (const name of ['everyHours', 'everyDays', 'everyWeeks']) {
    define('free', name, [int], (_x, on, count) => {
      if (count < 1) throw new ServiceError(`Invalid argument: ${name}`);
      return withSpec(on, { [name]: count });
    });
  }
  define('free', 'onWeekDay', [enumOf('WeekDay')], (_x, on, day) =>
    withSpec(on, { weekDay: WEEK_DAYS.indexOf(day.name) + 1 }),
  );
  define('free', 'onMonthDay', [int], (_x, on, monthDay) => {
    if (monthDay < 1 || monthDay > 31) throw new ServiceError('The day must be between 1 and 31.');
    return withSpec(on, { monthDay });
  });
}

const WEEK_DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

function clockSpec(wire: { readonly [key: string]: Wire }, timeZone: string): ClockSpec {
  const repeats = ['everyMinutes', 'everyHours', 'everyDays', 'everyWeeks', 'monthDay', 'weekDay', 'once'];
  const given = repeats.filter((key) => wire[key] !== undefined);
  if (given.length === 0) {
    throw new ServiceError(
      'The trigger has no recurrence: atHour and nearMinute need everyDays or another one.',
    );
  }
  const clash = given.filter((key) => key !== 'weekDay' && key !== 'everyWeeks');
  if (clash.length > 1 || (clash.length === 1 && given.length > clash.length)) {
    throw new ServiceError('A recurrence interval has already been specified for this trigger.');
  }
  const numbers = [...repeats, 'atHour', 'nearMinute'].flatMap((key) => {
    const value = wire[key];
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  return {
    timeZone: typeof wire.timeZone === 'string' ? wire.timeZone : timeZone,
    ...Object.fromEntries(numbers),
  };
}

const trigger = defineClass('Trigger', handleOf<TriggerHandle>('Trigger'), (define) => {
  define('free', 'getUniqueId', [], (_x, on) => on.uid);
  define('free', 'getHandlerFunction', [], (x, on) => find(x, on).handler);
  define('free', 'getEventType', [], (x, on) => ({ $: 'Enum', of: 'EventType', name: find(x, on).event }));
  define('free', 'getTriggerSource', [], (x, on) => ({
    $: 'Enum',
    of: 'TriggerSource',
    name: find(x, on).source,
  }));
  define('free', 'getTriggerSourceId', [], (x, on) => find(x, on).sourceId);
});

/** ScriptApp and its triggers, each account's own. Source: apps-script/reference/script/script-app. */
export const scriptAppMethods = mergeMethods([
  service,
  builder,
  eventBuilder('SpreadsheetTriggerBuilder', 'SPREADSHEETS', ['onOpen', 'onEdit', 'onChange', 'onFormSubmit']),
  eventBuilder('FormTriggerBuilder', 'FORMS', ['onOpen', 'onFormSubmit']),
  clock,
  trigger,
]);
