import { addDays } from '../../core/calendar/add-days.ts';
import type { PlainDate } from '../../core/calendar/dates.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { SETTINGS } from '../../core/settings/setting-table.ts';
import { STATUS_ROWS } from '../../core/settings/status-rows.ts';
import { readSettings } from '../commands/open-context.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';

/** The self-check writes its row every Monday, if nothing else makes it. */
const OLDEST_CHECK_DAYS = 7;

/**
 * What can be known of the triggers without the script: the self-check stands on the Settings tab, is no older than a week
 * and says whether the triggers and their owner are as they should be. Nobody but the script can list triggers.
 */
export function auditClock(
  records: RecordsView,
  { today, timeZone }: { readonly today: PlainDate; readonly timeZone: string },
  places: Places,
  notes: AuditNotes,
): void {
  const { name } = STATUS_ROWS.health;
  const place = places.of('settings', name, 'value');
  const said = records.get('settings', name)?.value ?? '';
  const on = parsePlainDate(said.slice(0, 10));
  notes.looked('clock', 2);
  if (on === null || on < addDays(today, -OLDEST_CHECK_DAYS)) {
    notes.find('clock', {
      ...place,
      found: on === null ? 'no self-check' : `a self-check of ${on}`,
      expected: `one of the last ${OLDEST_CHECK_DAYS} days: without it the triggers stand still`,
      section: '6',
    });
  } else if (!said.endsWith(': no problem')) {
    notes.find('clock', {
      ...place,
      found: said,
      expected: 'no problem',
      section: '6',
      severity: 'notice',
    });
  }
  const programme = readSettings(records).timeZone;
  if (timeZone === programme) return;
  notes.find('clock', {
    ...places.of('settings', SETTINGS.timeZone.name, 'value'),
    found: `a spreadsheet in ${timeZone}`,
    expected: `${programme}, as the setting says`,
    section: '1',
  });
}
