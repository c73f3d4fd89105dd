import type { Context } from '../commands/context.ts';
import type { Effect } from '../journal/journal-entry.ts';
import type { Kind, MailRecord, RecordTypes, SnapshotRecord } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { TABS, type TabKind } from '../schema/schema.ts';
import type { RecordChange } from '../state/draft.ts';
import { describeRecord } from './describe-record.ts';
import type { PlanDescription, PlannedChange } from './form-description.ts';
import { formatValue } from './format-value.ts';

/** Columns that say nothing to who decides: what names the record stands above them. */
const UNSAID = new Set(['id', 'responseId', 'recordedAt']);

/** Long evidence, with the column whose value it is the evidence of: news only together with that one. */
const EVIDENCE: { readonly [key: string]: string } = {
  eligibilityEvidence: 'eligible',
  conflictEvidence: 'verdict',
};

/** What a decided command would change, in the words of the tabs; the context's draft holds its writes. */
export function describePlan(context: Context): PlanDescription {
  const changes = context.draft.changes();
  return {
    changes: changes.flatMap((change) => describeChange(change, context)),
    mails: changes.flatMap(({ kind, before, after }) => {
      if (kind !== 'outbox' || before !== null) return [];
      const { to, subject, body } = after as MailRecord;
      return [{ to, subject, body }];
    }),
    effects: [
      ...changes.flatMap((change) => describeSnapshot(change, context)),
      ...context.effects.map(describeEffect),
    ],
  };
}

function describeChange(change: RecordChange, context: Context): readonly PlannedChange[] {
  const { kind, before, after } = change;
  if (kind === 'outbox' || kind === 'memos') return [];
  return describeTabChange(kind, before as never, after as never, context);
}

function describeTabChange<K extends TabKind>(
  kind: K,
  before: RecordTypes[K] | null,
  after: RecordTypes[K],
  { draft, settings }: Context,
): readonly PlannedChange[] {
  const columns: readonly Column<RecordTypes[K]>[] = TABS[kind].columns;
  const differing = columns
    .filter(({ key }) => !UNSAID.has(key) && key !== TABS[kind].idKey)
    .map((column) => ({
      key: column.key,
      label: column.header,
      before: before === null ? '' : formatValue(column, before, settings.timeZone),
      after: formatValue(column, after, settings.timeZone),
    }))
    .filter((field) => field.before !== field.after);
  const keys = new Set(differing.map(({ key }) => key));
  const fields = differing
    .filter(({ key }) => keys.has(EVIDENCE[key] ?? key))
    .map(({ key: _key, ...field }) => field);
  // What changes nothing that anybody sees is no news.
  if (fields.length === 0) return [];
  const { id, kind: word, label } = describeRecord<Kind>(kind, after, draft);
  return [{ id, kind: word, label, isNew: before === null, fields }];
}

/** A snapshot that is asked for is made by an execution of its own, for the contacts of that moment. */
function describeSnapshot({ kind, before, after }: RecordChange, { draft }: Context): readonly string[] {
  if (kind !== 'snapshots' || before !== null) return [];
  const contacts = draft.get('partners', (after as SnapshotRecord).partner)?.partner.contacts ?? [];
  return [`A snapshot is made and shared, to view only, with ${contacts.join(', ')}.`];
}

function describeEffect(effect: Effect): string {
  switch (effect.do) {
    case 'share-file':
      return `A snapshot is made and shared, to view only, with ${effect.viewers.join(', ')}.`;
    case 'set-time-zone':
      return `The spreadsheet’s time zone becomes ${effect.timeZone}.`;
    case 'let-edit':
      return `${effect.person} may edit this spreadsheet${effect.head ? ', Team and Settings included' : ''}.`;
    case 'stop-editing':
      return `${effect.person} may no longer edit this spreadsheet.`;
    case 'close-books':
      return 'Nobody can change anything until the import has ended. Answers of the forms wait; what is typed into cells is put back.';
    case 'open-books':
      return 'Everybody can work again. What the import has written so far stays.';
    case 'migrate':
      return `The records become those of version ${effect.to}.`;
  }
}
