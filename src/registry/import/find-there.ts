import { foldReference } from '../../core/commission/check-reference.ts';
import type { DealId, LeadId } from '../../core/model/ids.ts';
import { formatAmount } from '../../core/money/format-amount.ts';
import { foldName } from '../commands/find-records.ts';
import type { BundleWorld } from './bundle-world.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';

/** The record of the registry that says what the row says; null where there is none. Decided on what was there before. */
export function findThere(
  { records, factsOf }: ImportDesk,
  row: ImportRow,
  played: BundleWorld,
  owner: LeadId | DealId | '',
): string | null {
  const get = (field: string) => row.get(field);
  if (row.place.kind === 'introductions') {
    const same = factsOf(owner).introductions.find(
      ({ email, contact, introducedOn }) =>
        email === get('email').toLowerCase() &&
        foldName(contact) === foldName(get('name')) &&
        introducedOn === get('introducedOn'),
    );
    return same?.id ?? null;
  }
  if (row.place.kind === 'deals')
    return findDeal(
      row,
      played,
      factsOf(owner).deals.map(({ id }) => id),
      records,
    );
  const deal = records.get('deals', owner)?.deal;
  if (deal === undefined) return null;
  const { receipts, lines } = factsOf(deal.lead);
  const reference = foldReference(get('reference'));
  switch (row.place.kind) {
    case 'credits': {
      const same = deal.credits.find(
        ({ amount, creditedOn, reason }) =>
          creditedOn === get('creditedOn') &&
          Number(formatAmount(amount)) === Number(get('amount')) &&
          foldName(reason) === foldName(get('reason')),
      );
      return same === undefined ? null : deal.id;
    }
    case 'receipts': {
      const same = receipts.find(
        (one) =>
          one.deal === deal.id &&
          foldReference(one.reference) === reference &&
          one.receivedOn === get('receivedOn') &&
          Number(formatAmount(one.amount)) === Number(get('amount')),
      );
      return same?.id ?? null;
    }
    default: {
      const same = lines.find(
        (line) =>
          line.deal === deal.id &&
          line.status === 'Paid' &&
          line.paidOn === get('paidOn') &&
          foldReference(line.reference) === reference,
      );
      return same?.id ?? null;
    }
  }
}

/** A deal that people entered before: each is taken for one row at most. */
function findDeal(
  row: ImportRow,
  { dealOf }: BundleWorld,
  there: readonly DealId[],
  records: ImportDesk['records'],
): DealId | null {
  const taken = new Set(dealOf.values());
  const same = there.find((id) => {
    const deal = records.get('deals', id)?.deal;
    if (deal === undefined || taken.has(id)) return false;
    const signedOn = deal.status === 'Signed' ? deal.signedOn : '';
    const gross = deal.revenue === null ? '' : formatAmount(deal.revenue.gross);
    return (
      deal.kind === row.get('kind') &&
      deal.status === row.get('status') &&
      signedOn === row.get('signedOn') &&
      Number(gross) === Number(row.get('gross')) &&
      (deal.revenue?.gross.currency ?? '') === row.get('currency').toUpperCase()
    );
  });
  return same ?? null;
}
