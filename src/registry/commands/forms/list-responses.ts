import type { RecordsView } from '../../state/records-view.ts';

/** Every form response that a record has come from, whatever became of it. */
export function listResponses(records: RecordsView): ReadonlySet<string> {
  const lists = [records.list('leads'), records.list('partners'), records.list('aside')];
  return new Set(lists.flatMap((list) => list.flatMap(({ responses }) => responses)));
}
