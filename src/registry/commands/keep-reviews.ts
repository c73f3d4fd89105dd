import { decisionTarget } from '../../core/calendar/decision-target.ts';
import { describeTimeToDecide, timeToDecide } from '../../core/calendar/time-to-decide.ts';
import { findStatusRow } from '../../core/settings/status-rows.ts';
import type { LeadRecord, LeadView } from '../records.ts';
import type { Context } from './context.ts';
import { readSettings } from './open-context.ts';
import { responsibleManager } from './responsible-manager.ts';

/** What a row shows of its review. */
type ReviewView = Pick<Required<LeadView>, 'reviewer' | 'decideBy' | 'timeLeft'>;

const NO_REVIEW: ReviewView = { reviewer: '', decideBy: '', timeLeft: '' };

/** More rows than this are left to the clock: each may be a write of its own. */
const MOST_ROWS = 400;

/**
 * Keeps on every open request that the decided command touched who reviews it, by when, and how much time is left:
 * those whose lead or partner changed, all of them where people or settings did. Programme rules, section 6.
 */
export function keepReviews(context: Context): void {
  const { draft } = context;
  const settings = draft.writtenOf('settings').filter((name) => findStatusRow(name) === null);
  if (draft.writtenOf('team').length + settings.length > 0) {
    refreshReviews(context, draft.list('leads'), tooMany(context));
    return;
  }
  const partners = new Set(draft.writtenOf('partners'));
  const leads =
    partners.size > 0
      ? draft
          .list('leads')
          .filter(
            ({ id, registration }) => partners.has(registration.partner) || draft.isWritten('leads', id),
          )
      : draft.writtenOf('leads').flatMap((id) => draft.get('leads', id) ?? []);
  refreshReviews(context, leads, () => false);
}

function tooMany({ draft }: Context): () => boolean {
  const before = draft.written;
  return () => draft.written - before >= MOST_ROWS;
}

/** Brings what these rows show of their review up to date. Where there are many it ends once `enough` answers true. */
export function refreshReviews(context: Context, leads: readonly LeadRecord[], enough: () => boolean): void {
  const { draft } = context;
  // The command itself may have changed people and settings.
  const current: Context = {
    ...context,
    team: draft.list('team').map(({ member }) => member),
    settings: readSettings(draft),
  };
  for (const lead of leads) {
    if (enough()) return;
    if (lead.registration.status !== 'Submitted' && (lead.view.reviewer ?? '') === '') continue;
    const view = { ...lead.view, ...reviewOf(lead, current) };
    const { reviewer = '', decideBy = '', timeLeft = '' } = lead.view;
    if (view.reviewer === reviewer && view.decideBy === decideBy && view.timeLeft === timeLeft) continue;
    draft.put('leads', { ...lead, view });
  }
}

function reviewOf({ registration }: LeadRecord, context: Context): ReviewView {
  if (registration.status !== 'Submitted') return NO_REVIEW;
  const partner = context.draft.get('partners', registration.partner);
  const decideBy = decisionTarget(registration.registeredAt, context.settings);
  const left = timeToDecide(decideBy, context.today, context.settings.holidays);
  return {
    reviewer: partner === undefined ? '' : responsibleManager(context, partner),
    decideBy,
    timeLeft: describeTimeToDecide(left),
  };
}
