import { Temporal } from 'temporal-polyfill';
import { whyNotThisSchema } from '../../../src/registry/migrations/schema-version.ts';
import { readLayout } from '../../../src/registry/rows/table-layout.ts';
import { JOURNAL_TAB, STATE_TAB, TAB_ORDER, TABS } from '../../../src/registry/schema/schema.ts';
import type { Closing } from '../../../src/registry/state/closing.ts';
import { describeClosing } from '../../../src/registry/state/describe-closing.ts';
import type { RegistrySettings } from '../registry/read-settings.ts';
import type { LiveMeta } from '../workbook/live-workbook.ts';
import { dateOfSerial } from '../workbook/serial-dates.ts';
import type { TabRow } from '../workbook/tab-rows.ts';
import { SET_UP, type StatusLine, toDo, well } from './status-line.ts';

/** Written whenever it changes and every Monday: an older one says that the clock stands still. */
const OLDEST_CHECK_DAYS = 8;

/** The clock sends what waits four times a day. */
const LONGEST_WAIT_HOURS = 24;

/** Whether every tab and column is there that this version of the add-on declares. */
export function lookAtTabs({ tabs }: LiveMeta, headersOf: (tab: string) => readonly string[]): StatusLine {
  const what = 'Workbook';
  const names = [...TAB_ORDER.map((kind) => TABS[kind].name), JOURNAL_TAB.name, STATE_TAB.name];
  const missing = names.filter((name) => !tabs.some(({ title }) => title === name));
  if (missing.length === names.length) return toDo(what, `The registry is not set up. ${SET_UP}`);
  if (missing.length > 0) return toDo(what, `These tabs are missing: ${missing.join(', ')}. ${SET_UP}`);
  const lacking = TAB_ORDER.flatMap((kind) => {
    const { missing: columns } = readLayout(kind, headersOf(TABS[kind].name));
    return columns.length === 0 ? [] : [`${TABS[kind].name} (${columns.join(', ')})`];
  });
  if (lacking.length === 0) return well(what, `every tab and column of this version`);
  return toDo(what, `Columns of this version are missing in ${lacking.join('; ')}. ${SET_UP}`);
}

/** Whether the records are of the version that the script here reads. */
export function lookAtRecords(version: number): StatusLine {
  const problem = whyNotThisSchema(version);
  return problem === null
    ? well('Records', `version ${version}, as this script’s`)
    : toDo('Records', problem);
}

/** That nobody may write, for an import was begun and not ended. */
export function lookAtImport(closing: Closing, timeZone: string): StatusLine {
  return toDo(
    'Import',
    `${describeClosing(closing, timeZone)}, so the registry is closed: commands are refused, forms and the clock wait. Run the import again, which opens the registry when it is done; if it was given up, have a programme head choose Lead Registry > Administration > End an import….`,
  );
}

/** As whom the triggers run, and whether that account may. */
export function lookAtTriggers({ triggerOwner }: RegistrySettings, team: readonly TabRow[]): StatusLine {
  const what = 'Triggers';
  if (triggerOwner === '') {
    return toDo(what, `The Settings tab does not say as whom they run. ${SET_UP}`);
  }
  const row = team.find((one) => String(one('Person')).trim().toLowerCase() === triggerOwner);
  if (row !== undefined && row('Active') !== 'no') return well(what, `run as ${triggerOwner}`);
  return toDo(
    what,
    `They run as ${triggerOwner}, who is ${row === undefined ? 'not in Team' : 'no longer active in Team'}. Have a programme head choose Administration > Take over the triggers.`,
  );
}

/** What the last daily self-check found, and whether it is of late. `now` in milliseconds since 1970 UTC. */
export function lookAtSelfCheck({ lastCheck, timeZone }: RegistrySettings, now: number): StatusLine {
  const what = 'Self-check';
  const [, day = '', found = ''] = /^(\d{4}-\d{2}-\d{2}): (.*)$/s.exec(lastCheck) ?? [];
  if (day === '') {
    return toDo(
      what,
      'None has run yet. The clock strikes at 0, 6, 12 and 18; if there is none tomorrow, look under Extensions > Apps Script > Executions for failures.',
    );
  }
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const age = Temporal.PlainDate.from(day).until(today, { largestUnit: 'day' }).days;
  if (age > OLDEST_CHECK_DAYS) {
    return toDo(
      what,
      `The last result is of ${day}, ${age} days ago, so the clock stands still. ${SET_UP} If that does not help, have a programme head take over the triggers.`,
    );
  }
  if (found === 'no problem') return well(what, `no problem, ${day}`);
  return toDo(what, `${day}: ${found}. The mail to the programme heads says what to do.`);
}

/** How long the oldest message waits, and which were given up. */
export function lookAtOutbox(rows: readonly TabRow[], timeZone: string, now: number): StatusLine {
  const what = 'Outbox';
  const waiting = rows.filter((row) => row('State') === 'Queued');
  const failed = rows.filter((row) => row('State') === 'Failed' && row('Tried again at') === '');
  const queuedAt = waiting
    .map((row) => row('Queued at'))
    .filter((value) => typeof value === 'number')
    .map((serial) => dateOfSerial(serial, timeZone).getTime());
  const hours = queuedAt.length === 0 ? 0 : Math.floor((now - Math.min(...queuedAt)) / 3_600_000);
  const says =
    waiting.length === 0
      ? 'nothing waits'
      : `${count(waiting.length, 'message')} ${waiting.length === 1 ? 'waits' : 'wait'}, the oldest for ${count(hours, 'hour')}`;
  if (failed.length > 0) {
    return toDo(
      what,
      `${says}; ${count(failed.length, 'message')} could not be sent. The column Problem says why; then choose Programme > Send a message again….`,
    );
  }
  if (hours <= LONGEST_WAIT_HOURS) return well(what, says);
  return toDo(
    what,
    `${says}. Either the clock stands still, or Google’s daily allowance of recipients is too small for the programme: see docs/going-live.md, "Quotas".`,
  );
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;
}
