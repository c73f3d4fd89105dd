import type { PlainDate } from '../calendar/dates.ts';
import type { Receipt } from '../model/deal.ts';
import type { DealId } from '../model/ids.ts';

/**
 * The date of the first cash receipt for the deal, however small; null without one. Receipts of other deals are
 * passed over. Programme rules, section 5.3.
 */
export function firstReceiptOn(deal: DealId, receipts: readonly Receipt[]): PlainDate | null {
  let first: PlainDate | null = null;
  for (const receipt of receipts) {
    if (receipt.deal === deal && (first === null || receipt.receivedOn < first)) first = receipt.receivedOn;
  }
  return first;
}
