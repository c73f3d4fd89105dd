import * as v from 'valibot';
import type { ScratchPlace } from '../../contract/scratch.ts';
import type { Services } from '../services/services.ts';

/** The script property that says how far a check has come; there is none while none is under way. */
const PROPERTY = 'LIVE_CHECK';

/** A check that is under way. */
export interface SavedCheck {
  /** A name for it that no other check has. */
  readonly run: string;
  readonly place: ScratchPlace;
  /** The step that an execution has begun and not ended; null between executions. */
  readonly begun: { readonly step: number; readonly atMs: number } | null;
}

const SHAPE = v.object({
  run: v.string(),
  place: v.object({
    spreadsheetId: v.string(),
    formId: v.string(),
    madeInMs: v.number(),
    made: v.object({
      tab: v.string(),
      rows: v.number(),
      columns: v.number(),
      timeZoneOfWorkbook: v.boolean(),
      localeOfWorkbook: v.boolean(),
    }),
  }),
  begun: v.nullable(v.object({ step: v.number(), atMs: v.number() })),
});

/** The check that is under way; null where there is none, or where somebody has changed what was saved of it. */
export function readCheck({ properties }: Services): SavedCheck | null {
  const text = properties.get(PROPERTY);
  if (text === null) return null;
  try {
    const parsed = v.safeParse(SHAPE, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Keeps how far a check has come. */
export function saveCheck({ properties }: Services, check: SavedCheck): void {
  properties.set(PROPERTY, JSON.stringify(check));
}

/** Forgets the check: the next one makes files of its own. */
export function forgetCheck({ properties }: Services): void {
  properties.remove(PROPERTY);
}
