import { Temporal } from 'temporal-polyfill';
import type { Wire, WireObject } from '../realm/wire.ts';
import { rangeHandle, userHandle } from '../services/handles.ts';
import type { Box } from '../store/a1.ts';

const authMode = (name: 'LIMITED' | 'FULL'): Wire => ({ $: 'Enum', of: 'AuthMode', name });

/** What an event says in every execution that it causes; authMode, user and triggerUid come per execution. */
export type EventBody = WireObject;

/** The event object of one execution. Source: apps-script/guides/triggers/events. */
export function eventFor(
  body: EventBody,
  mode: 'LIMITED' | 'FULL',
  user: string | null,
  triggerUid: string | null,
): WireObject {
  return {
    ...body,
    authMode: authMode(mode),
    ...(user === null ? {} : { user: userHandle(user) }),
    ...(triggerUid === null ? {} : { triggerUid }),
  };
}

/** An opened spreadsheet. */
export function openEvent(spreadsheetId: string): EventBody {
  return { source: { $: 'Spreadsheet', id: spreadsheetId } };
}

/** An edit: `value` and `oldValue` are for single typed cells only, and absent where there is none. */
export function editEvent(
  spreadsheetId: string,
  sheetId: number,
  box: Box,
  value?: string,
  oldValue?: string,
): EventBody {
  return {
    source: { $: 'Spreadsheet', id: spreadsheetId },
    range: rangeHandle(spreadsheetId, sheetId, box),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** What kind of change a change event reports. */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

/** A change of a spreadsheet: it names the kind of change and no range. */
export function changeEvent(spreadsheetId: string, changeType: ChangeType): EventBody {
  return { source: { $: 'Spreadsheet', id: spreadsheetId }, changeType };
}

/** A form response as the linked spreadsheet's trigger tells it: texts by title, no response object. */
export function sheetSubmitEvent(
  spreadsheetId: string,
  sheetId: number,
  box: Box,
  values: readonly string[],
  namedValues: Readonly<Record<string, readonly string[]>>,
): EventBody {
  return { range: rangeHandle(spreadsheetId, sheetId, box), values, namedValues };
}

/** A form response as the form's own trigger tells it. */
export function formSubmitEvent(formId: string, responseId: string): EventBody {
  return {
    source: { $: 'Form', id: formId },
    response: { $: 'FormResponse', id: formId, response: responseId },
  };
}

/** A time-driven event: the fields of its due time in the trigger's zone; Monday is day 1 of the week. */
export function clockEvent(due: number, timeZone: string): EventBody {
  const at = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(timeZone);
  return {
    year: at.year,
    month: at.month,
    'day-of-month': at.day,
    'day-of-week': at.dayOfWeek,
    'week-of-year': at.weekOfYear ?? 1,
    hour: at.hour,
    minute: at.minute,
    second: at.second,
    timezone: timeZone,
  };
}
