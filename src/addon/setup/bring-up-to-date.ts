import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { migrateRecords } from '../../registry/migrations/migrate-records.ts';
import { SCHEMA_VERSION } from '../../registry/migrations/migrations.ts';
import {
  describeMigrations,
  schemaOfBooks,
  whyNotThisSchema,
} from '../../registry/migrations/schema-version.ts';
import { Draft } from '../../registry/state/draft.ts';
import { type Books, readBooks } from '../door/books.ts';
import { commitPlan, openBooks } from '../door/commit-plan.ts';
import { RegistryError } from '../door/registry-error.ts';
import type { Services } from '../services/services.ts';
import { readAdministration, whyNotAdministrator } from './administrators.ts';
import { backUpWorkbook } from './back-up-workbook.ts';
import type { Findings } from './set-up-report.ts';

/** Asks whoever is at the keyboard; false where they do not agree, or nobody can be asked. */
export type Confirm = (title: string, text: string) => boolean;

/**
 * Brings records of an earlier version up to this script's: after whoever runs it has agreed, and behind a backup that
 * nothing else touches. It is one entry of the journal, so that it comes about as a whole or not at all. Answers why set-up
 * must not go on; null where it may, be it because there was nothing to do.
 */
export function bringUpToDate(services: Services, confirm: Confirm, findings: Findings): string | null {
  const books = readStanding(services);
  if (books === null) return null;
  const version = schemaOfBooks(books.state.mark, books.pending);
  if (version >= SCHEMA_VERSION) return whyNotThisSchema(version);
  const administration = readAdministration(services);
  const refused = whyNotAdministrator(administration);
  if (refused !== null) return refused;
  if (!confirm('Bring this registry up to date', question(version))) {
    return `Nothing was changed: the registry stays at version ${version}, and nobody can write to it until it is brought up to date. Choose Set up this registry when you are ready.`;
  }
  const today = toPlainDate(toInstant(services.tools.startedAtMs), administration.timeZone);
  const backup = backUpWorkbook(
    services,
    `${services.workbook().getName()} – backup of version ${version}, ${today}`,
  );
  findings.made.push(`The backup "${backup.name}": ${backup.url}`);
  const done = services.lock.alone(() => migrate(services));
  if (done === null)
    return 'Somebody else is working with the registry right now. Nothing was changed: try again in a minute.';
  findings.made.push(`Version ${SCHEMA_VERSION} of the records: ${describeMigrations(version).join(' ')}`);
  return null;
}

/** The books as they stand; null where set-up has to make or repair their tabs first. */
function readStanding(services: Services): Books | null {
  try {
    return readBooks(services.workbook());
  } catch (error) {
    if (error instanceof RegistryError) return null;
    throw error;
  }
}

function question(version: number): string {
  return [
    `This registry is of version ${version}, the script of version ${SCHEMA_VERSION}. What changes:`,
    ...describeMigrations(version).map((what) => `• ${what}`),
    '',
    'A backup of the whole workbook is made first, as a spreadsheet of yours. Then everything is brought up to date at once, or nothing is. Go on?',
  ].join('\n');
}

/** Whoever did it in the meantime has done it. */
function migrate(services: Services): void {
  const books = openBooks(services, { evenOlder: true });
  const version = schemaOfBooks(books.state.mark, books.pending);
  if (version === SCHEMA_VERSION) return;
  const draft = new Draft(books.state);
  migrateRecords(draft, version, SCHEMA_VERSION);
  const changes = draft.changes();
  commitPlan(
    services,
    books,
    {
      at: toInstant(services.tools.startedAtMs),
      actor: services.people.effective(),
      command: 'migrate',
      subject: `version ${SCHEMA_VERSION}`,
      outcome: 'Done',
      // What becomes of the records follows from the version: told once, however many there are.
      changes: [],
      effects: [{ do: 'migrate', from: version, to: SCHEMA_VERSION }],
      reason: describeMigrations(version).join(' '),
      key: '',
    },
    changes,
    {},
  );
  services.spreadsheets.flush();
}
