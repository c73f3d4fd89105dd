import * as v from 'valibot';
import type { Month } from '../../../core/calendar/dates.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import { traceRecords } from '../../journal/trace-records.ts';
import { type RecordKey, recordKey } from '../../state/record-key.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { text } from '../fields.ts';
import { findCommission } from '../find-records.ts';
import {
  describeArithmetic,
  describeConditions,
  describeDeal,
  describeIntroductions,
  describeLine,
  describeReceipts,
  describeRequest,
} from './describe-commission.ts';
import { type CommissionFile, openFile } from './open-file.ts';
import { listSources, tellEntry } from './tell-entry.ts';

/**
 * Everything that a commission line follows from, so that it can be checked without asking anybody: request, approval,
 * conflict check, introductions, deal, receipts, the five conditions, the arithmetic with its rounding, due date and
 * payments, and what the journal says of each, entry by entry, with day and person. It only shows.
 */
export const explainCommission = command({
  name: 'explainCommission',
  isQuestion: true,
  schema: () => v.strictObject({ commission: text('The commission line') }),
  find: (raw, context, problems) => ({ found: findCommission(raw, context, problems) }),
  decide: (_input, { found }, context) => {
    const file = found && openFile(found, context);
    if (!file) return {};
    const journal = context.journalSince(firstMonthOf(file, context));
    const trail = traceRecords(context.draft, journal, keysOf(file, context));
    const sources = listSources(trail);
    const { timeZone } = context.settings;
    return {
      id: found.id,
      value: {
        ...describeLine(file, sources, context.today),
        request: describeRequest(file, sources, context),
        introductions: describeIntroductions(file, sources),
        deal: describeDeal(file, sources),
        receipts: describeReceipts(file, sources),
        conditions: describeConditions(file, context.today),
        arithmetic: describeArithmetic(file),
        trail: trail.map((entry) => tellEntry(entry, timeZone)),
      },
    };
  },
});

/** Nothing of a lead is older than its request, whose time may be stated, but not in the future. */
function firstMonthOf({ lead }: CommissionFile, { settings }: Context): Month {
  return monthOf(toPlainDate(lead.registration.registeredAt, settings.timeZone));
}

/** The records that the line follows from. */
function keysOf(file: CommissionFile, { draft }: Context): ReadonlySet<RecordKey> {
  const { lead, deal, facts } = file;
  return new Set<RecordKey>([
    recordKey('leads', lead.id),
    recordKey('deals', deal.id),
    ...facts.introductions.map(({ id }) => recordKey('introductions', id)),
    ...file.receipts.map(({ id }) => recordKey('receipts', id)),
    ...file.lines.map(({ id }) => recordKey('commissions', id)),
    ...draft
      .list('judgements')
      .filter(({ judgement }) => judgement.left === lead.id || judgement.right === lead.id)
      .map(({ id }) => recordKey('judgements', id)),
  ]);
}
