import { readTables } from './read-tables.ts';
import { TAB_SHAPES } from './tab-shapes.ts';
import type { World } from './world.ts';

const TABS_FROM_FORMS = ['Leads', 'Partners'];

/** The ID of the lead or request to join that this form response made or completed; null where none has (yet). */
export function findResponseId(world: World, responseId: string): string | null {
  const tables = readTables(world, TABS_FROM_FORMS);
  for (const tab of TABS_FROM_FORMS) {
    const row = tables[tab]?.find((candidate) =>
      (candidate['Response ID'] ?? '').split(/,\s*/).includes(responseId),
    );
    const idHeader = TAB_SHAPES.find((shape) => shape.name === tab)?.idHeader ?? '';
    if (row) return row[idHeader] ?? null;
  }
  return null;
}
