import { TAB_ORDER, type TabKind } from '../../registry/schema/schema.ts';
import type { Services } from '../services/services.ts';
import { aloneUnlessClosed } from './books-closed.ts';
import { openBooks } from './commit-plan.ts';
import { showFinance } from './show-finance.ts';
import { showRecords } from './show-records.ts';

/**
 * Holds whole tables against the records and puts the tables right, whatever happened to them: typed cells whose event
 * was lost, deleted, copied or moved rows. Nothing depends on one event arriving.
 */
export function reconcile(services: Services, kinds: readonly TabKind[] = TAB_ORDER): void {
  aloneUnlessClosed(services, () => {
    const books = openBooks(services);
    showRecords(services, books.state, kinds, { explain: true });
    if (kinds.includes('commissions')) showFinance(services, books.state);
  });
}
