import { recordMovements } from '../../core/commission/record-movements.ts';
import type { CommissionRecord } from '../records.ts';
import type { RecordChange } from '../state/draft.ts';
import type { Context } from './context.ts';

/**
 * What follows from every change of a commission line, whichever command made it: what is owed on it moves. Done at the
 * end of each command, so that none can leave it out; done again it changes nothing.
 */
export function settleLines({ draft, today }: Context): void {
  for (const change of draft.changes()) {
    if (!isOfLine(change)) continue;
    const { before, after } = change;
    draft.put('commissions', { ...after, line: recordMovements(before?.line ?? null, after.line, today) });
  }
}

interface LineChange extends RecordChange {
  readonly before: CommissionRecord | null;
  readonly after: CommissionRecord;
}

function isOfLine(change: RecordChange): change is LineChange {
  return change.kind === 'commissions';
}
