import { readSettings } from '../../registry/commands/open-context.ts';
import type { MadeFile } from '../../registry/commands/snapshots/note-snapshots.ts';
import {
  firstMonthOf,
  listPendingSnapshots,
  openSnapshots,
} from '../../registry/commands/snapshots/open-snapshots.ts';
import type { FileSpec } from '../../registry/files/file-spec.ts';
import type { SnapshotRecord } from '../../registry/records.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { readWholeJournal } from './archive/read-whole-journal.ts';
import { readBooks } from './books.ts';
import { aloneUnlessClosed } from './books-closed.ts';
import { openBooks } from './commit-plan.ts';
import { runSystemCommand } from './door.ts';
import { forgetFile } from './left-over-files.ts';
import { makeFile } from './make-file.ts';
import { runsAsOwner } from './owner.ts';
import { hasTime } from './work-time.ts';

/**
 * Files are made for so long before they are noted in one entry. An execution that is cut off leaves no more than these
 * behind, and the lock is held for as long as sharing them takes.
 */
const NOTE_AFTER_MS = 45_000;

/** How many snapshots were made, and whether some are left to a later execution. */
export interface MadeSnapshots {
  readonly made: number;
  readonly left: boolean;
}

/**
 * Makes the snapshots that are listed and have no file, one execution at a time, as many as there is time for. The files
 * are made without the workbook's lock: people go on working meanwhile. Whoever is not the owner of the triggers makes
 * those that somebody asked for. Programme rules, section 6.
 */
export function makeSnapshots(services: Services, known: RecordsView): MadeSnapshots {
  if (listPendingSnapshots(known).length === 0) return { made: 0, left: false };
  const alone = services.lock.aloneMaking(() => makeAll(services));
  return alone === null ? { made: 0, left: true } : alone.value;
}

/** As `_state` has them at this moment: another execution may just have made them. */
function listMine(services: Services): readonly SnapshotRecord[] {
  const pending = listPendingSnapshots(readBooks(services.workbook()).state);
  return runsAsOwner(services) ? pending : pending.filter(({ isMonthly }) => !isMonthly);
}

function makeAll(services: Services): MadeSnapshots {
  const snapshots = listMine(services);
  if (snapshots.length === 0) return { made: 0, left: false };
  const opened = aloneUnlessClosed(services, () => openMaker(services, snapshots));
  if (opened === null) return { made: 0, left: true };
  const { fileOf, timeZone } = opened.value;
  let made = 0;
  let batch: MadeFile[] = [];
  let since = services.tools.epochMs();
  const note = (): boolean => {
    const count = noteBatch(services, batch);
    made += count ?? 0;
    batch = [];
    since = services.tools.epochMs();
    return count !== null;
  };
  for (const snapshot of snapshots) {
    if (!hasTime(services)) {
      note();
      return { made, left: true };
    }
    batch.push({ snapshot: snapshot.id, ...makeFile(services, fileOf(snapshot), timeZone) });
    if (services.tools.epochMs() - since >= NOTE_AFTER_MS && !note()) return { made, left: true };
  }
  return note() ? { made, left: false } : { made, left: true };
}

interface Maker {
  readonly fileOf: (snapshot: SnapshotRecord) => FileSpec;
  readonly timeZone: string;
}

/** Records and journal of one moment: what is made of them does not change with what people do meanwhile. */
function openMaker(services: Services, snapshots: readonly SnapshotRecord[]): Maker {
  const books = openBooks(services);
  const settings = readSettings(books.state);
  const journal = readWholeJournal(services, books, firstMonthOf(books.state, snapshots));
  return { fileOf: openSnapshots(books.state, journal, settings), timeZone: settings.timeZone };
}

/** Notes files that were made; answers how many, null where the workbook could not be had. */
function noteBatch(services: Services, files: readonly MadeFile[]): number | null {
  if (files.length === 0) return 0;
  const answer = runSystemCommand(services, 'noteSnapshots', { files });
  if (!answer.ok) return null;
  const noted = Array.isArray(answer.value?.noted) ? answer.value.noted.map(String) : [];
  // Shared and named: nobody has to look after them any more.
  if (answer.warnings === undefined) {
    for (const { snapshot, id } of files) if (noted.includes(snapshot)) forgetFile(services, id);
  }
  return noted.length;
}
