import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { SETTINGS } from '../../core/settings/setting-table.ts';
import { redoChange, undoChange } from '../journal/diff-record.ts';
import type { JournalChange } from '../journal/journal-entry.ts';
import type { Kind, RecordTypes } from '../records.ts';
import { splitRecordKey } from '../state/record-key.ts';
import { sameJson } from '../state/same-json.ts';
import { auditApprovals } from './audit-approvals.ts';
import type { CheckedJournal } from './audit-chain.ts';
import { auditLinesThen } from './audit-lines-then.ts';
import { auditMovements } from './audit-movements.ts';
import { auditRights } from './audit-rights.ts';
import type { EntryThen, RecordThen } from './entry-then.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';
import { PlayedRecords, type Records, SettingsThen } from './played-records.ts';
import { journalCell, type PlacedEntry } from './read-journal-rows.ts';

/** Imports bring history along with its own days, under the rules of another time. */
const IMPORT = 'import';

/**
 * The records that the journal makes, played from its first entry; what each entry decided is decided again with what was
 * known then.
 */
export function replayHistory(journal: CheckedJournal, places: Places, notes: AuditNotes): Records {
  const { entries, changed } = journal;
  const records = new PlayedRecords(journal.doubtful);
  const settings = new SettingsThen(records);
  for (const placed of entries) {
    const then = play(placed, { records, settings, isBroken: changed.size > 0 }, notes);
    notes.looked('history', 1);
    if (!changed.has(placed.entry.entry)) auditRights(then, notes);
    if (placed.entry.command === IMPORT) continue;
    auditApprovals(then, notes);
    auditMovements(then, notes);
    auditLinesThen(then, places, notes);
  }
  return records;
}

const SETTING_NAMES = Object.values(SETTINGS).map(({ name }) => name);

interface Player {
  readonly records: PlayedRecords;
  readonly settings: SettingsThen;
  /** Whether entries were changed, from which others then need not follow. */
  readonly isBroken: boolean;
}

/** Applies an entry, having looked whether what it says of the records before is what the entries before made of them. */
function play(placed: PlacedEntry, { records, settings, isBroken }: Player, notes: AuditNotes): EntryThen {
  const { entry } = placed;
  const settingsBefore = settings.get();
  const made = new Map<string, RecordThen>();
  for (const change of entry.changes) {
    const { kind, id } = splitRecordKey(change.r as never);
    const before = records.get(kind, id) ?? null;
    const after = redoChange(before === null ? null : { ...before }, change) as unknown as RecordTypes[Kind];
    if (!records.doubts(kind, id) && !continues(change, before, after)) {
      if (isBroken) records.tear(kind, id);
      else tellBreak(placed, change, notes);
    }
    records.put(kind, id, after);
    if (kind === 'settings') settings.forget();
    const first = made.get(change.r);
    made.set(change.r, { kind, id, before: first === undefined ? before : first.before, after });
  }
  for (const effect of entry.effects) {
    if (effect.do === 'migrate') records.migrate(effect.from, effect.to);
  }
  const timeZone = settingsBefore?.timeZone ?? 'UTC';
  const doubts = (kind: Kind, id: string) => records.doubts(kind, id);
  const isKnown = SETTING_NAMES.every((name) => !doubts('settings', name));
  return {
    placed,
    settings: isKnown ? settingsBefore : null,
    doubts,
    today: toPlainDate(entry.at, timeZone),
    changes: [...made.values()],
    records,
    leads: records.leads,
  };
}

function continues(change: JournalChange, before: object | null, after: object): boolean {
  if (change.b === null || before === null) return change.b === null && before === null;
  return sameJson(undoChange({ ...after }, change), before);
}

function tellBreak({ entry, line }: PlacedEntry, { r }: JournalChange, notes: AuditNotes): void {
  notes.find('history', {
    ...journalCell(line, 'Changes'),
    id: r,
    column: 'Changes',
    found: `entry ${entry.entry} changes something that was not so before`,
    expected: 'the record as the entries before left it',
  });
}
