import type { Instant, PlainDate } from '../../core/calendar/dates.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { parseSettings } from '../../core/settings/parse-settings.ts';
import { readSettings } from '../commands/open-context.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { ID_SHAPES } from '../records.ts';
import { JOURNAL_TAB } from '../schema/schema.ts';
import type { RecordsView } from '../state/records-view.ts';
import { State } from '../state/state.ts';
import { auditBooks } from './audit-books.ts';
import { auditChain, type CheckedJournal } from './audit-chain.ts';
import { auditClock } from './audit-clock.ts';
import { auditDay } from './audit-day.ts';
import { auditFinance } from './audit-finance.ts';
import { auditHeaders } from './audit-headers.ts';
import { auditHolders } from './audit-holders.ts';
import { STATEMENT } from './audit-movements.ts';
import { auditPayments } from './audit-payments.ts';
import { auditProtections } from './audit-protections.ts';
import { auditStatements } from './audit-statements.ts';
import { auditTables } from './audit-tables.ts';
import { auditWindows } from './audit-windows.ts';
import { CHECKS, type Check } from './checks.ts';
import { AuditNotes, type Finding } from './finding.ts';
import { Places } from './places.ts';
import { readJournalRows } from './read-journal-rows.ts';
import { recomputeLeads } from './recompute-leads.ts';
import { replayHistory } from './replay-history.ts';
import type { WorkbookRead } from './workbook-read.ts';

/** How an audit is done besides what it looks at. */
export interface AuditHabits {
  /** SHA-256 in hex: what chains the journal. */
  readonly digest: (text: string) => string;
  /** An entry whose hash was noted at an earlier audit. */
  readonly known?: Pick<JournalEntry, 'entry' | 'hash'> | null;
  /** Told what is looked at next. */
  readonly progress?: (check: Check) => void;
}

/** What one kind of check came to. */
export interface CheckResult {
  readonly check: Check;
  readonly what: string;
  readonly looked: number;
  readonly differ: number;
}

/** What an audit came to. */
export interface AuditReport {
  /** The day in the programme time zone; null where the settings cannot be read. */
  readonly on: PlainDate | null;
  /** The last entry of the journal and its hash: what a later audit can be held against. */
  readonly last: Pick<JournalEntry, 'entry' | 'hash'> | null;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
  /** In sentences what could not be looked at. */
  readonly unaudited: readonly string[];
}

/**
 * Decides everything that a registry says again, from the journal and the facts in it, and holds the workbook against it. The
 * rules are those of the programme; nothing that the script has computed is taken for true.
 */
export function auditRegistry(read: WorkbookRead, habits: AuditHabits): AuditReport {
  const notes = new AuditNotes();
  const { progress = () => undefined } = habits;
  const places = new Places(read.tables);
  progress('journal');
  auditHeaders(read, notes);
  const { applied: upTo } = State.parse(read.state.slice(1)).mark;
  const chain = { digest: habits.digest, applied: upTo };
  const journal = auditChain(read, readJournalRows(read), chain, notes);
  auditKnown(read, journal, habits.known, notes);
  tellUnreadArchives(read, notes);
  progress('history');
  const played = replayHistory(appliedPart(journal, upTo), places, notes);
  progress('books');
  const records = auditBooks(read.state, played, journal, notes);
  progress('tables');
  auditTables(read, records, notes);
  const begunAt = journal.entries[0]?.entry.at ?? null;
  const on = auditRecords(read, records, { places, notes, progress, begunAt });
  return assembleReport(notes, journal.last, on);
}

interface Auditing {
  readonly places: Places;
  readonly notes: AuditNotes;
  readonly progress: (check: Check) => void;
  /** The moment of the journal's first entry. */
  readonly begunAt: Instant | null;
}

/** Everything that follows from the records; null where their settings cannot be read. */
function auditRecords(
  read: WorkbookRead,
  records: RecordsView,
  { places, notes, progress, begunAt }: Auditing,
): PlainDate | null {
  if (!hasSettings(records, places, notes)) return null;
  const { timeZone } = readSettings(records);
  const day = auditDay(read.now, timeZone);
  const { today, moments } = day;
  progress('holders');
  auditHolders(records, today, places, notes);
  progress('commissions');
  auditWindows(records, places, notes);
  recomputeLeads(records, moments, places, notes);
  auditPayments(records, today, places, notes);
  progress('statements');
  auditStatements(records, today, notes);
  auditFinance(read.finance, records, day, { timeZone: read.timeZone, notes });
  progress('protections');
  auditProtections(read, records, notes);
  const begunOn = begunAt === null ? null : toPlainDate(begunAt, timeZone);
  auditClock(records, { today, begunOn, timeZone: read.timeZone }, places, notes);
  return today;
}

/** Entries behind the mark are written and not applied: nothing shows them yet, which the mark's own finding says. */
function appliedPart(journal: CheckedJournal, upTo: number): CheckedJournal {
  const isBehind = upTo > 0 && upTo < (journal.last?.entry ?? 0);
  if (!isBehind) return journal;
  return { ...journal, entries: journal.entries.filter(({ entry }) => entry.entry <= upTo) };
}

/** A chain can be made anew from any entry on; an entry whose hash somebody has noted cannot. */
function auditKnown(
  { archives }: WorkbookRead,
  { entries }: CheckedJournal,
  known: AuditHabits['known'],
  notes: AuditNotes,
): void {
  if (!known) return;
  const found = entries.find(({ entry }) => entry.entry === known.entry)?.entry.hash;
  if (found === known.hash) return;
  const isUnread = archives.some(
    ({ archive, journal }) =>
      'problem' in journal && archive.first <= known.entry && known.entry <= archive.last,
  );
  if (found === undefined && isUnread) {
    notes.missed(`Entry ${known.entry}, whose hash was noted: it is in an archive that could not be read.`);
    return;
  }
  notes.find('journal', {
    tab: JOURNAL_TAB.name,
    id: `entry ${known.entry}`,
    column: 'Hash',
    found: found ?? 'no such entry',
    expected: `${known.hash}, as it was noted`,
    note: 'What came before was written anew since.',
  });
}

function tellUnreadArchives({ archives }: WorkbookRead, notes: AuditNotes): void {
  for (const { archive, journal } of archives) {
    if (!('problem' in journal)) continue;
    notes.missed(
      `The journal of ${archive.year}, entries ${archive.first} to ${archive.last}, in the file ${archive.fileId}: ${journal.problem}`,
    );
  }
}

function hasSettings(records: RecordsView, places: Places, notes: AuditNotes): boolean {
  const rows = records.list('settings').map(({ id, value }) => ({ name: id, value }));
  const parsed = parseSettings(rows);
  if (parsed.ok) return true;
  for (const { field, message } of parsed.issues) {
    const place = places.of('settings', field ?? '', 'value');
    notes.find('windows', {
      ...place,
      found: message,
      expected: 'a value that the setting takes',
      section: '1',
    });
  }
  notes.missed('Everything that depends on the settings: correct them and run this again.');
  return false;
}

function assembleReport(notes: AuditNotes, last: AuditReport['last'], on: PlainDate | null): AuditReport {
  const findings = inOrder(withoutEchoes(notes.findings));
  const checks = (Object.keys(CHECKS) as Check[]).map((check) => ({
    check,
    what: CHECKS[check],
    looked: notes.countOf(check),
    differ: findings.filter((one) => one.check === check && one.severity === 'difference').length,
  }));
  return { on, last, checks, findings, unaudited: notes.unaudited };
}

/** How IDs of commission lines begin. */
const LINES = `${ID_SHAPES.commissions.prefix}-`;

/** What an entry decided wrongly about a line that is wrong today is told once, where it stands today. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const stands = findings.filter(({ check }) => check === 'commissions' || check === 'eligibility');
  const ids = new Set(stands.map(({ id }) => id));
  const isEcho = ({ check, id, column }: Finding) =>
    check === 'history' && column !== STATEMENT && id.startsWith(LINES) && ids.has(id);
  return findings.filter((finding) => !isEcho(finding));
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const order = Object.keys(CHECKS);
  return [...findings].sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check));
}
