import type { PlainDate } from '../../core/calendar/dates.ts';
import { foldReference } from '../../core/commission/check-reference.ts';
import type { PaidLine } from '../../core/model/commission-line.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { sumMoney } from '../../core/money/sum-money.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';

/**
 * One reference covers one partner, one currency and one day, and what was paid under it is above zero; no payment lies in
 * the future; a receipt's reference stands once for a deal. Programme rules, section 5.6.
 */
export function auditPayments(
  records: RecordsView,
  today: PlainDate,
  places: Places,
  notes: AuditNotes,
): void {
  const byReference = new Map<string, PaidLine[]>();
  for (const { line } of records.list('commissions')) {
    if (line.status !== 'Paid') continue;
    notes.looked('payments', 1);
    if (line.paidOn > today) {
      notes.find('payments', {
        ...places.of('commissions', line.id, 'paidOn'),
        found: line.paidOn,
        expected: `no day after ${today}`,
        section: '5.8',
      });
    }
    const reference = foldReference(line.reference);
    const known = byReference.get(reference);
    if (known) known.push(line);
    else byReference.set(reference, [line]);
  }
  for (const lines of byReference.values()) auditPayment(lines, places, notes);
  auditReceipts(records, places, notes);
}

function auditPayment(lines: readonly PaidLine[], places: Places, notes: AuditNotes): void {
  const [first, ...others] = lines;
  if (first === undefined) return;
  for (const line of others) {
    if (sameCover(line, first)) continue;
    notes.find('payments', {
      ...places.of('commissions', line.id, 'reference'),
      found: `${line.reference}, which ${first.id} has for ${describe(first)}`,
      expected: `a reference of its own for ${describe(line)}`,
      section: '5.6',
    });
  }
  const same = lines.filter((line) => sameCover(line, first));
  const { currency } = first.amount;
  const paid = sumMoney(
    same.map(({ amount }) => amount),
    currency,
  );
  // What takes a payment back is below zero by its nature.
  if (paid.minor > 0 || same.some(({ voiding }) => voiding?.as === 'taken back')) return;
  notes.find('payments', {
    ...places.of('commissions', first.id, 'reference'),
    found: `${formatMoney(paid)} paid under ${first.reference}`,
    expected: 'more than nothing',
    section: '5.6',
  });
}

function sameCover(a: PaidLine, b: PaidLine): boolean {
  return a.partner === b.partner && a.amount.currency === b.amount.currency && a.paidOn === b.paidOn;
}

function describe({ partner, amount, paidOn }: PaidLine): string {
  return `${partner}, ${amount.currency}, ${paidOn}`;
}

function auditReceipts(records: RecordsView, places: Places, notes: AuditNotes): void {
  const known = new Map<string, string>();
  for (const { id, receipt } of records.list('receipts')) {
    notes.looked('payments', 1);
    if (receipt.voids !== undefined) continue;
    const key = `${receipt.deal} ${foldReference(receipt.reference)}`;
    const other = known.get(key);
    if (other === undefined) known.set(key, id);
    else {
      notes.find('payments', {
        ...places.of('receipts', id, 'reference'),
        found: `${receipt.reference}, which ${other} of ${receipt.deal} has already`,
        expected: 'a reference once for a deal',
        section: '5.6',
      });
    }
  }
}
