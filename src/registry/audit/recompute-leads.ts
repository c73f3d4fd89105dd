import type { Instant } from '../../core/calendar/dates.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { refreshReviews } from '../commands/keep-reviews.ts';
import { openContext } from '../commands/open-context.ts';
import { refreshLeads } from '../commands/refresh-leads.ts';
import type { RecordTypes } from '../records.ts';
import { TABS, type TabKind } from '../schema/schema.ts';
import type { RecordChange } from '../state/draft.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { Check } from './checks.ts';
import { ruleOf } from './column-rules.ts';
import { compareRecord } from './compare-record.ts';
import type { AuditNotes, FoundBy } from './finding.ts';
import type { Places } from './places.ts';

const NO_LINKS = { leadForm: '', joinForm: '', registry: '', resources: [] };

/**
 * State, window, eligibility and commission of every lead, decided again from approvals, deals, introductions, receipts and
 * payments; what comes out otherwise at each of the moments is a difference. Programme rules, sections 2, 4 and 5.
 */
export function recomputeLeads(
  records: RecordsView,
  moments: readonly Instant[],
  places: Places,
  notes: AuditNotes,
): void {
  notes.looked('eligibility', records.list('leads').length);
  notes.looked('commissions', records.list('commissions').length);
  const [first, ...others] = moments.map((now) => differencesAt(records, now, places));
  for (const [key, { check, found }] of first ?? []) {
    if (others.every((differences) => differences.has(key))) notes.find(check, found);
  }
}

interface Difference {
  readonly check: Check;
  readonly found: FoundBy;
}

function differencesAt(records: RecordsView, now: Instant, places: Places): ReadonlyMap<string, Difference> {
  const context = openContext(records, { now, actor: null, links: NO_LINKS });
  const leads = records.list('leads').map(({ id }) => id);
  refreshLeads(context, leads);
  refreshReviews(context, context.draft.list('leads'), () => false);
  const differences = new Map<string, Difference>();
  for (const change of context.draft.changes()) {
    for (const difference of describe(change, places)) {
      const { tab, id, column } = difference.found;
      differences.set(`${tab} ${id} ${column}`, difference);
    }
  }
  return differences;
}

function describe({ kind, id, before, after }: RecordChange, places: Places): readonly Difference[] {
  if (kind === 'memos') return [];
  if (before === null) return [describeMissing(kind, after)];
  const columns = compareRecord(kind, before as RecordTypes[TabKind], after as RecordTypes[TabKind]);
  return columns.map(({ key, found, expected, section }) => ({
    check: ruleOf(kind, key).check,
    found: { ...places.of(kind, id, key), found, expected, section },
  }));
}

/** Something that the facts make and that nobody wrote: a commission line, or the account of a converted customer. */
function describeMissing(kind: TabKind, after: RecordTypes[keyof RecordTypes]): Difference {
  const { name } = TABS[kind];
  if (kind !== 'commissions') {
    return { check: 'windows', found: { tab: name, found: 'no row', expected: 'a row', section: '2.9' } };
  }
  const { line } = after as RecordTypes['commissions'];
  return {
    check: 'commissions',
    found: {
      tab: name,
      id: line.deal,
      column: 'Amount',
      found: 'no line',
      expected: `a line of kind ${line.kind} of ${formatMoney(line.amount)}, so that the deal’s lines sum to what it earns`,
      section: '5.5',
    },
  };
}
