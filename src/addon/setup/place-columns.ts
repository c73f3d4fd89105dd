import type { TabPlan } from './assemble-tab-plans.ts';

/** Where the columns of a tab stand, and which of them lack their header. Positions count from 0. */
export interface ColumnPlaces {
  /** Position of each declared header. */
  readonly positions: ReadonlyMap<string, number>;
  /** Headers that are new, at the right of everything else. */
  readonly added: readonly string[];
  /** Headers that were emptied and are written again where they stood. */
  readonly restored: readonly string[];
  /** Headers whose fixed place holds something else, with what it holds. */
  readonly taken: readonly { readonly header: string; readonly position: number; readonly holds: string }[];
}

/**
 * Finds the declared columns by header. A header that people emptied is known by the note that stays with its cell; what
 * is not there is placed behind the last column with any content. People's own columns stay where they are. `headers` and
 * `notes` are the first row as far as the tab has content.
 */
export function placeColumns(
  plan: TabPlan,
  headers: readonly unknown[],
  notes: readonly string[],
): ColumnPlaces {
  const texts = headers.map((header) => String(header).trim());
  return plan.isBook ? placeBook(plan, texts) : placeTable(plan, texts, notes);
}

function placeTable(plan: TabPlan, texts: readonly string[], notes: readonly string[]): ColumnPlaces {
  const positions = new Map<string, number>();
  const added: string[] = [];
  const restored: string[] = [];
  for (const { header } of plan.columns) {
    const position = texts.indexOf(header);
    if (position >= 0) positions.set(header, position);
  }
  let next = texts.length;
  for (const { header, note } of plan.columns) {
    if (positions.has(header)) continue;
    const emptied = note === '' ? -1 : texts.findIndex((text, i) => text === '' && notes[i] === note);
    const isOurs = emptied >= 0 && ![...positions.values()].includes(emptied);
    positions.set(header, isOurs ? emptied : next);
    (isOurs ? restored : added).push(header);
    if (!isOurs) next += 1;
  }
  return { positions, added, restored, taken: [] };
}

function placeBook(plan: TabPlan, texts: readonly string[]): ColumnPlaces {
  const positions = new Map<string, number>();
  const added: string[] = [];
  const taken: ColumnPlaces['taken'][number][] = [];
  plan.columns.forEach(({ header }, position) => {
    const holds = texts[position] ?? '';
    if (holds !== '' && holds !== header) {
      taken.push({ header, position, holds });
      return;
    }
    positions.set(header, position);
    if (holds === '') added.push(header);
  });
  return { positions, added, restored: [], taken };
}
