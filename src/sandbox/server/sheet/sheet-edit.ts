import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const box = v.object({ row: count, col: count, rows: count, cols: count });
const rows = { tab: v.number(), row: count, count };
const columns = { tab: v.number(), column: count, count };

/** The shape of an edit as it comes from a page. */
export const SHEET_EDIT = v.variant('kind', [
  v.object({ kind: v.literal('type'), tab: v.number(), row: count, column: count, text: v.string() }),
  v.object({
    kind: v.literal('paste'),
    tab: v.number(),
    row: count,
    column: count,
    values: v.array(v.array(v.string())),
  }),
  v.object({ kind: v.literal('clear'), tab: v.number(), box }),
  v.object({ kind: v.literal('fill'), tab: v.number(), from: box, to: box }),
  v.object({ kind: v.literal('insert-rows'), ...rows }),
  v.object({ kind: v.literal('delete-rows'), ...rows }),
  v.object({ kind: v.literal('insert-columns'), ...columns }),
  v.object({ kind: v.literal('delete-columns'), ...columns }),
  v.object({ kind: v.literal('sort'), tab: v.number(), column: count, ascending: v.boolean() }),
]);

/**
 * One thing that a person does to a tab, which is named by its id. However many cells it changes, it is one edit, so
 * that triggers hear of it once. `fill` continues what stands in `from` over `to`, which contains it.
 */
export type SheetEdit = v.InferOutput<typeof SHEET_EDIT>;
