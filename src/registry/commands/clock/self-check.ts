import * as v from 'valibot';
import { addDays } from '../../../core/calendar/add-days.ts';
import { dayOfWeek } from '../../../core/calendar/day-of-week.ts';
import { STATUS_ROWS } from '../../../core/settings/status-rows.ts';
import { selfCheckReport } from '../../mail/health-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { sameJson } from '../../state/same-json.ts';
import { command } from '../command-spec.ts';
import { anything } from '../fields.ts';
import { heads } from '../heads.ts';
import { type HealthFacts, listHealthProblems } from './health-problems.ts';

/** Names the last self-check. */
const HEALTH_MEMO = 'health';

interface LastCheck {
  readonly on: string;
  readonly codes: readonly string[];
}

/**
 * The daily self-check: its result stands on the Settings tab, written when it is another than before and every Monday, so
 * that one that is older than a week says that the clock stands still. Programme heads are told when something is new.
 */
export const selfCheck = command({
  name: 'selfCheck',
  schema: () => v.strictObject({ facts: anything() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const { draft, today, team, links } = context;
    const last = readLast(draft);
    const problems = listHealthProblems(input.facts as HealthFacts, context);
    const codes = problems.map(({ code }) => code);
    const monday = addDays(today, 1 - dayOfWeek(today));
    if (last.on >= monday && sameJson(codes, last.codes)) return {};
    draft.put('memos', { id: HEALTH_MEMO, value: JSON.stringify({ on: today, codes } satisfies LastCheck) });
    const texts = problems.map(({ text }) => text);
    const found = problems.length === 0 ? 'no problem' : `${countOf(problems.length)}: ${texts.join(' – ')}`;
    draft.put('settings', { id: STATUS_ROWS.health.name, value: `${today}: ${found}` });
    const isNew = codes.some((code) => !last.codes.includes(code));
    const isOver = codes.length === 0 && last.codes.length > 0;
    if (isNew || isOver) queueMail(context, selfCheckReport(heads(team), today, texts, links.registry));
    return { subject: today, reason: found };
  },
});

function countOf(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`;
}

function readLast(records: RecordsView): LastCheck {
  const memo = records.get('memos', HEALTH_MEMO);
  return memo === undefined ? { on: '', codes: [] } : (JSON.parse(memo.value) as LastCheck);
}
