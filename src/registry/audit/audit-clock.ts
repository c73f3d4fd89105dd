import { addDays } from '../../core/calendar/add-days.ts';
import type { PlainDate } from '../../core/calendar/dates.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { SETTINGS } from '../../core/settings/setting-table.ts';
import { STATUS_ROWS } from '../../core/settings/status-rows.ts';
import { heads } from '../commands/heads.ts';
import { readSettings } from '../commands/open-context.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';

/** The self-check writes its row every Monday, if nothing else makes it. */
const OLDEST_CHECK_DAYS = 7;

/** When a registry is looked at, and since when there is one. */
export interface ClockFacts {
  readonly today: PlainDate;
  /** The day of the journal's first entry; null for an empty journal. */
  readonly begunOn: PlainDate | null;
  /** The spreadsheet's. */
  readonly timeZone: string;
}

/**
 * What can be known of the triggers without the script: the self-check stands on the Settings tab, is no older than a week
 * and says whether the triggers are as they should be; the account that they run as, which set-up and a take-over note
 * there, is that of an active programme head. Nobody but the script can list triggers.
 */
export function auditClock(
  records: RecordsView,
  { today, begunOn, timeZone }: ClockFacts,
  places: Places,
  notes: AuditNotes,
): void {
  notes.looked('clock', 3);
  auditOwner(records, places, notes);
  const said = records.get('settings', STATUS_ROWS.health.name)?.value ?? '';
  const on = parsePlainDate(said.slice(0, 10));
  // The first check comes within a day of set-up.
  const isYoung = begunOn === null || begunOn >= addDays(today, -1);
  if (on !== null || !isYoung) auditCheck(said, { on, today }, places, notes);
  const programme = readSettings(records).timeZone;
  if (timeZone === programme) return;
  notes.find('clock', {
    ...places.of('settings', SETTINGS.timeZone.name, 'value'),
    found: `a spreadsheet in ${timeZone}`,
    expected: `${programme}, as the setting says`,
    section: '1',
  });
}

function auditCheck(
  said: string,
  { on, today }: { readonly on: PlainDate | null; readonly today: PlainDate },
  places: Places,
  notes: AuditNotes,
): void {
  const common = { ...places.of('settings', STATUS_ROWS.health.name, 'value'), section: '6' };
  if (on === null || on < addDays(today, -OLDEST_CHECK_DAYS)) {
    notes.find('clock', {
      ...common,
      found: on === null ? 'no self-check' : `a self-check of ${on}`,
      expected: `one of the last ${OLDEST_CHECK_DAYS} days: without it the triggers stand still`,
    });
  } else if (!said.endsWith(': no problem')) {
    notes.find('clock', { ...common, found: said, expected: 'no problem', severity: 'notice' });
  }
}

/** Registries from before it was noted have no owner there; the next set-up notes it. Programme rules, section 8. */
function auditOwner(records: RecordsView, places: Places, notes: AuditNotes): void {
  const { name } = STATUS_ROWS.triggers;
  const owner = records.get('settings', name)?.value ?? '';
  const team = records.list('team').map(({ member }) => member);
  if (owner === '' || heads(team).some((head) => head === owner)) return;
  notes.find('clock', {
    ...places.of('settings', name, 'value'),
    found: `triggers that run as ${owner}`,
    expected: `an active programme head, such as ${heads(team).join(' or ')}: one should choose Administration > Take over the triggers`,
    section: '8',
  });
}
