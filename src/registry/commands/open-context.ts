import type { Instant, Month } from '../../core/calendar/dates.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import type { NameBook } from '../../core/conflict/name-book.ts';
import type { Email } from '../../core/model/ids.ts';
import { parseSettings } from '../../core/settings/parse-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import type { SettingRecord } from '../records.ts';
import { Draft } from '../state/draft.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { Actor, Context, Links } from './context.ts';
import { CustomerDesk } from './customer-desk.ts';

export interface Occasion {
  readonly now: Instant;
  /** The person's address, null for the registry's clock. */
  readonly actor: { readonly kind: 'person' | 'respondent'; readonly email: Email } | null;
  readonly links: Links;
  /** What finds customers by name without reading all records; null where there is none. */
  readonly nameBook?: () => NameBook | null;
  /** The journal from a month on; without it there is none to tell of. */
  readonly journalSince?: (month: Month) => readonly JournalEntry[];
}

/** A fresh draft over the records, with everything that commands may look at. */
export function openContext(records: RecordsView, occasion: Occasion): Context {
  const draft = new Draft(records);
  return contextOver(draft, records, occasion);
}

/** A context of its own over a draft, for a step that may be dropped without dropping what was decided before. */
export function nestContext(context: Context): Context {
  const draft = new Draft(context.draft);
  const team = draft.list('team').map(({ member }) => member);
  return {
    ...context,
    draft,
    before: context.draft,
    // What an earlier step decided about people and settings holds for this one.
    settings: readSettings(draft),
    team,
    actor: describeActor(context.actor.kind === 'clock' ? null : context.actor, team),
    customers: new CustomerDesk(draft, context.today, context.nameBook),
    effects: [...context.effects],
    occasions: openOccasions(draft),
  };
}

function contextOver(draft: Draft, before: RecordsView, occasion: Occasion): Context {
  const { now, actor, links, nameBook = () => null, journalSince = () => [] } = occasion;
  const settings = readSettings(before);
  const today = toPlainDate(now, settings.timeZone);
  const team = draft.list('team').map(({ member }) => member);
  return {
    draft,
    before,
    settings,
    now,
    today,
    team,
    links,
    actor: describeActor(actor, team),
    customers: new CustomerDesk(draft, today, nameBook),
    nameBook,
    journalSince,
    effects: [],
    occasions: openOccasions(draft),
  };
}

/** The occasions of a draft's messages, looked up when they are first asked for. */
function openOccasions(draft: Draft): Context['occasions'] {
  let occasions: Set<string> | null = null;
  return () => {
    occasions ??= new Set(draft.list('outbox').map(({ occasion }) => occasion));
    return occasions;
  };
}

function describeActor(actor: Occasion['actor'], team: Context['team']): Actor {
  if (actor === null) return { kind: 'clock' };
  const { kind, email } = actor;
  if (kind === 'respondent') return { kind, email };
  return { kind, email, member: team.find(({ person }) => person === email) ?? null };
}

/** Lists of settings never change once they are made, and one execution asks for the same many times. */
const known = new WeakMap<readonly SettingRecord[], Settings>();

/** The settings as the records have them; a setting that cannot be read is a defect, since all were checked. */
export function readSettings(records: RecordsView): Settings {
  const rows = records.list('settings');
  const settings = known.get(rows) ?? parseRows(rows);
  known.set(rows, settings);
  return settings;
}

function parseRows(rows: readonly SettingRecord[]): Settings {
  const parsed = parseSettings(rows.map(({ id, value }) => ({ name: id, value })));
  if (parsed.ok) return parsed.value;
  throw new Error(`The settings cannot be read: ${parsed.issues.map(({ message }) => message).join(' ')}`);
}
