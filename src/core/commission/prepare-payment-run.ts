import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, OpenLine } from '../model/commission-line.ts';
import type { PartnerId } from '../model/ids.ts';
import type { Money } from '../money/money.ts';
import { sumMoney } from '../money/sum-money.ts';
import { compareIds } from '../text/compare-ids.ts';
import { lineStatusOn } from './line-status.ts';

/** What one partner is to be paid in one currency. */
export interface PaymentGroup {
  readonly partner: PartnerId;
  readonly currency: string;
  /** The lines due on the day, negative adjustments among them, in the order of their IDs. */
  readonly due: readonly OpenLine[];
  /** The sum of `due`: what a payment of all of them would be. */
  readonly net: Money;
  /** True where the net is above zero; otherwise everything is carried on to the next run. */
  readonly pays: boolean;
  /** Lines on hold with their reasons; not in the net. */
  readonly held: readonly { readonly line: OpenLine; readonly reason: string }[];
}

export interface PaymentRun {
  readonly asOf: PlainDate;
  /** By partner, then currency; only where something is due or held. */
  readonly groups: readonly PaymentGroup[];
}

/**
 * What would be paid on that day: for each partner and currency the lines due by then, adjustments netted, and what
 * is held and why. It only proposes; recording a payment decides anew. Currencies are never added together.
 * Programme rules, sections 5.4, 5.6 and 5.7.
 */
export function preparePaymentRun(lines: readonly CommissionLine[], asOf: PlainDate): PaymentRun {
  const open = lines.filter((line): line is OpenLine => line.status !== 'Paid');
  const groups = new Map<string, { due: OpenLine[]; held: OpenLine[] }>();
  for (const line of open) {
    const status = lineStatusOn(line, asOf);
    if (status !== 'Due' && status !== 'On hold') continue;
    const key = `${line.partner} ${line.amount.currency}`;
    const group = groups.get(key) ?? { due: [], held: [] };
    groups.set(key, group);
    (status === 'Due' ? group.due : group.held).push(line);
  }
  const assembled = [...groups.values()].flatMap(({ due, held }) => assembleGroup(due, held));
  return { asOf, groups: assembled.sort(compareGroups) };
}

function assembleGroup(due: readonly OpenLine[], held: readonly OpenLine[]): readonly PaymentGroup[] {
  const any = due[0] ?? held[0];
  if (any === undefined) return [];
  const { currency } = any.amount;
  const net = sumMoney(
    due.map(({ amount }) => amount),
    currency,
  );
  return [
    {
      partner: any.partner,
      currency,
      due: [...due].sort((a, b) => compareIds(a.id, b.id)),
      net,
      pays: net.minor > 0,
      held: [...held]
        .sort((a, b) => compareIds(a.id, b.id))
        .map((line) => ({ line, reason: line.holdReason })),
    },
  ];
}

function compareGroups(a: PaymentGroup, b: PaymentGroup): number {
  return compareIds(a.partner, b.partner) || (a.currency < b.currency ? -1 : 1);
}
