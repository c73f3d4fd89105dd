import * as v from 'valibot';
import { daysBetween } from '../../../core/calendar/days-between.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { nextMonth } from '../../../core/calendar/next-month.ts';
import { previousMonth } from '../../../core/calendar/previous-month.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import { snapshotShared } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { SnapshotRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { anything } from '../fields.ts';
import { describeAsOf } from './open-snapshots.ts';
import { tellProgress } from './plan-snapshots.ts';

/** A file that was made for a listed snapshot. */
export interface MadeFile {
  readonly snapshot: string;
  readonly id: string;
  readonly url: string;
}

/** Days for which a snapshot made late is named in the message of a later one. */
const NAMED_FOR_DAYS = 7;

/**
 * Names the files that were made for listed snapshots, shares them view-only with exactly the partners' contacts, and
 * tells these. Whoever made a second file for the same snapshot made it for nothing. Programme rules, section 6.
 */
export const noteSnapshots = command({
  name: 'noteSnapshots',
  schema: () => v.strictObject({ files: anything() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const files = Array.isArray(input.files) ? (input.files as readonly MadeFile[]) : [];
    const noted: string[] = [];
    for (const { snapshot: id, ...file } of files) {
      const snapshot = context.draft.get('snapshots', id);
      if (!snapshot || snapshot.file !== '') continue;
      noteFile(context, snapshot, file);
      noted.push(id);
    }
    // The tab that tells it is closed to most people, and moves with the clock's snapshots alone.
    if (noted.some((id) => context.draft.get('snapshots', id)?.isMonthly)) tellProgress(context);
    return { subject: noted.join(', '), value: { noted } };
  },
});

function noteFile(
  context: Context,
  snapshot: SnapshotRecord,
  { id: fileId, url }: Omit<MadeFile, 'snapshot'>,
): void {
  const { draft, now } = context;
  const contacts = draft.get('partners', snapshot.partner)?.partner.contacts ?? [];
  draft.put('snapshots', { ...snapshot, file: url, fileId, madeAt: now, sharedWith: contacts });
  context.effects.push({ do: 'share-file', fileId, viewers: contacts });
  // Of months made up for, the latest message names the others: one mail, not one a month.
  if (snapshot.isMonthly && snapshot.month < previousMonth(monthOf(context.today))) return;
  const late = snapshot.isMonthly ? listMadeLate(context, snapshot) : [];
  queueMail(
    context,
    snapshotShared(
      contacts,
      {
        partner: snapshot.partnerName,
        about: snapshot.id,
        month: snapshot.month,
        asOf: describeAsOf(draft.get('snapshots', snapshot.id) ?? snapshot, context.settings.timeZone),
        link: url,
      },
      late,
    ),
  );
}

/** Earlier months of the partner that were made up for these days and that no message has named. */
function listMadeLate(
  { draft, settings, today }: Context,
  { partner, month }: SnapshotRecord,
): readonly SnapshotRecord[] {
  return draft.list('snapshots').filter((other) => {
    if (other.partner !== partner || other.month >= month || !other.isMonthly || other.madeAt === '')
      return false;
    const madeOn = toPlainDate(other.madeAt, settings.timeZone);
    return monthOf(madeOn) > nextMonth(other.month) && daysBetween(madeOn, today) <= NAMED_FOR_DAYS;
  });
}
