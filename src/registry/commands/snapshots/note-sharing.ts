import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import type { SnapshotRecord } from '../../records.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { command } from '../command-spec.ts';
import { anything } from '../fields.ts';

/** Whether two lists have the same addresses, in whatever order. */
export function sameContacts(left: readonly Email[], right: readonly Email[]): boolean {
  return left.length === right.length && left.every((contact) => right.includes(contact));
}

/** A snapshot that is shared with others than its partner's contacts of today, and these. */
export interface SharingOwed {
  readonly snapshot: SnapshotRecord;
  readonly contacts: readonly Email[];
}

/** The snapshots that are not shared with exactly the contacts of today. */
export function listSharingOwed(records: RecordsView): readonly SharingOwed[] {
  return records.list('snapshots').flatMap((snapshot) => {
    if (snapshot.file === '') return [];
    const contacts = records.get('partners', snapshot.partner)?.partner.contacts ?? [];
    return sameContacts(snapshot.sharedWith, contacts) ? [] : [{ snapshot, contacts }];
  });
}

/** A snapshot with whom it is shared by now. */
export interface Shared {
  readonly id: string;
  readonly contacts: readonly Email[];
}

/** Says of snapshots with whom they are shared from now on. */
export const noteSharing = command({
  name: 'noteSharing',
  schema: () => v.strictObject({ shared: anything() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const shared = Array.isArray(input.shared) ? (input.shared as readonly Shared[]) : [];
    for (const { id, contacts } of shared) {
      const snapshot = context.draft.get('snapshots', id);
      if (snapshot) context.draft.put('snapshots', { ...snapshot, sharedWith: contacts });
    }
    return { subject: shared.map(({ id }) => id).join(', ') };
  },
});
