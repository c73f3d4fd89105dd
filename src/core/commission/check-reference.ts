import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, PaidLine } from '../model/commission-line.ts';
import type { Issue } from '../result.ts';
import { cleanLine } from '../text/clean-text.ts';

/**
 * `duplicate-reference` where the payment's reference is known with another partner, currency or date; null where
 * it is new or belongs to this very payment. Case and spacing don't tell references apart. Programme rules,
 * section 5.6.
 */
export function checkReference(payment: {
  readonly line: CommissionLine;
  readonly paidLines: readonly PaidLine[];
  readonly paidOn: PlainDate;
  readonly reference: string;
}): Issue | null {
  const { line, paidOn } = payment;
  const other = payment.paidLines.find(
    (paid) =>
      isSameReference(paid.reference, payment.reference) &&
      (paid.partner !== line.partner ||
        paid.amount.currency !== line.amount.currency ||
        paid.paidOn !== paidOn),
  );
  if (other === undefined) return null;
  return {
    code: 'duplicate-reference',
    field: 'reference',
    message: `The reference ${payment.reference} is known from ${other.id}, paid to ${other.partner} in ${other.amount.currency} on ${other.paidOn}: one reference covers one partner, one currency and one date.`,
  };
}

/** Whether two references are the same once case and spacing are set aside. */
export function isSameReference(a: string, b: string): boolean {
  return foldReference(a) === foldReference(b);
}

/** The form in which references are compared: without case and superfluous spacing. */
export function foldReference(reference: string): string {
  return cleanLine(reference).toLowerCase();
}
