import { listSharingOwed, type Shared } from '../../registry/commands/snapshots/note-sharing.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { runSystemCommand } from './door.ts';
import { runsAsOwner } from './owner.ts';
import { hasTime } from './work-time.ts';

/** Begins the script properties that each name a snapshot whose sharing could not be changed, with why. */
export const CLOSED_SNAPSHOT = 'CLOSED_SNAPSHOT ';

/** What is shared before it is noted: an execution that is cut off shares so many once more, which does no harm. */
const MOST_AT_ONCE = 20;

/**
 * Shares snapshots with the contacts that their partners have today: new ones may view them, former ones no longer. What
 * was refused once is tried again by the owner of the triggers alone. Answers whether something is left for lack of time.
 * Programme rules, section 6.
 */
export function settleSnapshots(services: Services, records: RecordsView): boolean {
  const owed = listSharingOwed(records);
  if (owed.length === 0) return false;
  const isOwner = runsAsOwner(services);
  const closed = services.properties.all();
  let shared: Shared[] = [];
  const note = (): boolean => {
    const noted = shared;
    shared = [];
    return noted.length === 0 || runSystemCommand(services, 'noteSharing', { shared: noted }).ok;
  };
  for (const { snapshot, contacts } of owed) {
    if (!hasTime(services)) {
      note();
      return true;
    }
    const key = `${CLOSED_SNAPSHOT}${snapshot.id}`;
    const wasClosed = closed[key] !== undefined;
    if (wasClosed && !isOwner) continue;
    const why = shareExactly(services, snapshot.fileId, contacts);
    if (why === '') shared.push({ id: snapshot.id, contacts });
    if (why === '' && wasClosed) services.properties.remove(key);
    if (why !== '') {
      services.tools.log(
        `${snapshot.id} could not be shared with the contacts of ${snapshot.partnerName}: ${why}`,
      );
      if (isOwner) services.properties.set(key, why);
    }
    if (shared.length === MOST_AT_ONCE && !note()) return true;
  }
  return !note();
}

/**
 * Lets exactly these people view a file; its owner and editors are the company's own. Returns what Google says against it,
 * '' where it is done.
 */
function shareExactly(services: Services, fileId: string, contacts: readonly string[]): string {
  try {
    const file = services.spreadsheets.open(fileId);
    const viewers = file.getViewers().map((user) => user.getEmail().toLowerCase());
    const missing = contacts.filter((contact) => !viewers.includes(contact));
    if (missing.length > 0) file.addViewers(missing);
    for (const former of viewers.filter((viewer) => !contacts.includes(viewer))) file.removeViewer(former);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
