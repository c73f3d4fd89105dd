import { ID_SHAPES } from '../../registry/records.ts';
import { idText } from '../../registry/rows/table-image.ts';
import { TAB_ORDER, TABS, type TabKind } from '../../registry/schema/schema.ts';
import type { Answer } from '../door/answer.ts';
import { readTable } from '../door/tables.ts';
import type { Services } from '../services/services.ts';

/** Selects the row of a record, wherever people have sorted it to. */
export function goToRecord(services: Services, id: string): Answer {
  const kind = kindOf(id);
  if (kind === null) return notFound(`${id} is no ID of a record.`);
  const { table, rows } = readTable(services.workbook(), kind);
  const { idPosition } = table.layout;
  const place = rows.findIndex((cells) => idText(cells[idPosition]) === id);
  if (place < 0) {
    return notFound(
      `The tab ${TABS[kind].name} has no row of ${id}. The registry puts it back when it next looks through its tabs.`,
    );
  }
  table.sheet.getRange(place + 2, idPosition + 1).activate();
  return { ok: true, id };
}

/** The kind of record that such an ID belongs to; people of the team go by their address. */
function kindOf(id: string): TabKind | null {
  if (id.includes('@')) return 'team';
  const shapes: { readonly [K in TabKind]?: { readonly prefix: string } } = ID_SHAPES;
  return TAB_ORDER.find((kind) => id.startsWith(`${shapes[kind]?.prefix}-`)) ?? null;
}

function notFound(message: string): Answer {
  return { ok: false, code: 'not-found', issues: [{ code: 'not-found', message }] };
}
