import type { TabPlan } from './assemble-tab-plans.ts';

/** Where the columns of a tab stand, and which of them lack their header. Positions count from 0. */
export interface ColumnPlaces {
  /** Position of each declared header. */
  readonly positions: ReadonlyMap<string, number>;
  /** Headers that are new, at the right of everything else. */
  readonly added: readonly string[];
  /** Headers that were emptied, or in the registry's own books written over, and are written again where they stood. */
  readonly restored: readonly string[];
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
  return { positions, added, restored };
}

/**
 * The books' values cannot be shown anew from anything else: a header that is missing is the one behind its neighbour,
 * whatever people made of it.
 */
function placeBook(plan: TabPlan, texts: readonly string[]): ColumnPlaces {
  const declared = new Set(plan.columns.map(({ header }) => header));
  const positions = new Map<string, number>();
  for (const header of declared) {
    const position = texts.indexOf(header);
    if (position >= 0) positions.set(header, position);
  }
  const added: string[] = [];
  const restored: string[] = [];
  let behind = 0;
  let next = texts.length;
  for (const header of declared) {
    if (!positions.has(header)) {
      const isFree = behind < texts.length && !declared.has(texts[behind] ?? '');
      positions.set(header, isFree ? behind : next);
      (isFree ? restored : added).push(header);
      if (!isFree) next += 1;
    }
    behind = (positions.get(header) ?? behind) + 1;
  }
  return { positions, added, restored };
}
