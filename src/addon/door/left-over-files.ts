import type { SnapshotRecord } from '../../registry/records.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { hasTime } from './work-time.ts';

/** Begins the script properties that each name a file; their value is the moment at which it was made. */
const FILE_MADE = 'FILE_MADE ';

/** An execution ends after 6 minutes: until then it may still journal the file that it made. */
const UNDER_WAY_MS = 10 * 60_000;

/** Notes a file that no entry names yet, so that it is found if this execution is cut off. */
export function noteFile(services: Services, fileId: string): void {
  services.properties.set(`${FILE_MADE}${fileId}`, String(services.tools.epochMs()));
}

/** Takes the note back of a file that an entry names by now, and that is shared as it should be. */
export function forgetFile(services: Services, fileId: string): void {
  services.properties.remove(`${FILE_MADE}${fileId}`);
}

/**
 * Looks after the files that were noted. One that a snapshot names is shared as it should be, which whoever rolled its
 * entry forward may not have been able to; one whose execution was cut off is shared with nobody, told in the log and
 * renamed, so that its owner sees that it may be deleted. A file that this account cannot open keeps its note.
 */
export function settleFiles(
  services: Services,
  records: RecordsView,
  notes: { readonly [key: string]: string },
): void {
  for (const [key, madeAt] of Object.entries(notes)) {
    if (!key.startsWith(FILE_MADE)) continue;
    if (!hasTime(services)) return;
    if (services.tools.epochMs() - Number(madeAt) < UNDER_WAY_MS) continue;
    const id = key.slice(FILE_MADE.length);
    const snapshot = records.list('snapshots').find(({ fileId }) => fileId === id);
    if (settleFile(services, id, snapshot)) services.properties.remove(key);
  }
}

function settleFile(services: Services, id: string, snapshot: SnapshotRecord | undefined): boolean {
  try {
    const file = services.spreadsheets.open(id);
    if (snapshot) {
      const viewers = file.getViewers().map((user) => user.getEmail().toLowerCase());
      const missing = snapshot.sharedWith.filter((contact) => !viewers.includes(contact));
      if (missing.length > 0) file.addViewers(missing);
      return true;
    }
    services.tools.log(
      `The spreadsheet ${id} was left behind by an execution that was cut off. It is shared with nobody and may be deleted.`,
    );
    file.rename(`${file.getName()} (left behind by an interrupted run, may be deleted)`);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = snapshot
      ? `Whether ${snapshot.id} is shared with ${snapshot.sharedWith.join(', ')} could not be checked`
      : 'A spreadsheet that an interrupted run left behind, shared with nobody, could not be opened';
    services.tools.log(`${what}: ${id}, ${why}. Its owner can look after it in Drive.`);
    return false;
  }
}
