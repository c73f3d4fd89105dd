import type { PlainDate } from '../../../core/calendar/dates.ts';
import { foldReference } from '../../../core/commission/check-reference.ts';
import { voidedReceipts } from '../../../core/commission/first-receipt-on.ts';
import type { Deal, Receipt } from '../../../core/model/deal.ts';
import type { Money } from '../../../core/money/money.ts';
import { parseAmount } from '../../../core/money/parse-amount.ts';
import type { RecordsView } from '../../state/records-view.ts';
import type { Problems } from '../problems.ts';

/** Receipts as people write them, before they are known to fit their deal. */
export interface WrittenReceipt {
  readonly receivedOn: PlainDate;
  readonly amount: string;
}

/**
 * The amount of cash for a deal in the deal's currency; null with what is wrong: a deal without a currency, a day before
 * the signing, an amount that is none or not above zero. Programme rules, section 5.
 */
export function parseCash(
  deal: Deal,
  { receivedOn, amount }: WrittenReceipt,
  problems: Problems,
): Money | null {
  if (deal.status === 'Signed' && receivedOn < deal.signedOn) {
    problems.add(
      'invalid',
      'receivedOn',
      `The receipt is dated ${receivedOn}, before ${deal.id} was signed on ${deal.signedOn}.`,
    );
  }
  const currency = deal.revenue?.gross.currency;
  if (currency === undefined) {
    if (deal.status === 'Signed') {
      problems.add(
        'illegal-state',
        'deal',
        `${deal.id} has no currency yet: enter its currency and gross first.`,
      );
    }
    return null;
  }
  return problems.take(parseAmount(amount, currency, { field: 'amount', sign: 'positive' }));
}

/** Refuses what only a signed deal can have. */
export function checkSigned(deal: Deal | undefined, problems: Problems, what: string): void {
  if (deal && deal.status !== 'Signed') {
    problems.add(
      'illegal-state',
      'deal',
      `${deal.id} is ${deal.status}. ${what} for signed deals: update the deal first.`,
    );
  }
}

/** The receipts of all deals by deal and reference, which is accepted once for a deal, voided or not. */
export class KnownReceipts {
  readonly #byReference = new Map<string, Receipt>();
  readonly #voided: ReadonlySet<string>;

  constructor(records: RecordsView) {
    const receipts = records.list('receipts').map(({ receipt }) => receipt);
    this.#voided = voidedReceipts(receipts);
    for (const receipt of receipts) this.add(receipt);
  }

  find(deal: string, reference: string): Receipt | undefined {
    return this.#byReference.get(keyOf(deal, reference));
  }

  add(receipt: Receipt): void {
    const key = keyOf(receipt.deal, receipt.reference);
    if (!this.#byReference.has(key)) this.#byReference.set(key, receipt);
  }

  isVoided({ id }: Receipt): boolean {
    return this.#voided.has(id);
  }
}

/** Says which receipt of the deal has the reference already. */
export function refuseReference(known: Receipt, isVoided: boolean, problems: Problems): void {
  const voided = isVoided ? ', although that one was voided; give the new one another' : '';
  problems.add(
    'duplicate-reference',
    'reference',
    `${known.id} of ${known.deal} has the reference ${known.reference} already${voided}.`,
  );
}

function keyOf(deal: string, reference: string): string {
  return `${deal} ${foldReference(reference)}`;
}
