import type { MailRecord, PartnerRecord } from '../records.ts';
import type { RecordChange } from '../state/draft.ts';
import { sameJson } from '../state/same-json.ts';

/**
 * Whether changes leave work for an execution of its own: mail that waits to be sent, a snapshot that is to be made, or
 * snapshots that are to follow the contacts of their partner.
 */
export function leavesWork(changes: readonly RecordChange[]): boolean {
  return changes.some(({ kind, before, after }) => {
    if (kind === 'outbox') {
      const [was, is] = [before as MailRecord | null, after as MailRecord];
      return is.state === 'Queued' && is.claimedAt === '' && was?.state !== 'Queued';
    }
    if (kind === 'snapshots') return before === null;
    if (kind !== 'partners' || before === null) return false;
    return !sameJson((before as PartnerRecord).partner.contacts, (after as PartnerRecord).partner.contacts);
  });
}
