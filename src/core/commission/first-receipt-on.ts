import type { PlainDate } from '../calendar/dates.ts';
import type { Receipt } from '../model/deal.ts';
import type { DealId, ReceiptId } from '../model/ids.ts';

/**
 * The date of the first cash receipt for the deal, however small; null without one. Receipts of other deals are
 * passed over, and so are voided ones. Programme rules, section 5.3.
 */
export function firstReceiptOn(deal: DealId, receipts: readonly Receipt[]): PlainDate | null {
  let first: PlainDate | null = null;
  const voided = voidedReceipts(receipts);
  for (const receipt of receipts) {
    if (receipt.voids !== undefined || voided.has(receipt.id)) continue;
    if (receipt.deal === deal && (first === null || receipt.receivedOn < first)) first = receipt.receivedOn;
  }
  return first;
}

/** The receipts that reversing lines take back. */
export function voidedReceipts(receipts: readonly Receipt[]): ReadonlySet<ReceiptId> {
  return new Set(receipts.flatMap(({ voids }) => (voids === undefined ? [] : [voids.receipt])));
}
