import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, OpenLine } from '../model/commission-line.ts';
import type { CommissionId, PartnerId } from '../model/ids.ts';
import { formatAmount } from '../money/format-amount.ts';
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
  /** True where the net is above zero and reaches the minimum payout; otherwise everything is carried on. */
  readonly pays: boolean;
  /** Why nothing is paid; '' where it is. */
  readonly carriedBecause: string;
  /** Lines on hold with their reasons; not in the net. */
  readonly held: readonly { readonly line: OpenLine; readonly reason: string }[];
}

/** What of everything due is to be paid. */
export interface RunChoice {
  /** Only these partners; null for all. */
  readonly partners: ReadonlySet<PartnerId> | null;
  /** Lines that are left out. */
  readonly exclude: ReadonlySet<CommissionId>;
  /** Less than this is carried on to a later run; null where every amount above zero is paid. */
  readonly minimumOf: (currency: string) => Money | null;
}

/** Everything that is due, however little. */
export const WHOLE_RUN: RunChoice = { partners: null, exclude: new Set(), minimumOf: () => null };

export interface PaymentRun {
  readonly asOf: PlainDate;
  /** By partner, then currency; only where something is due or held. */
  readonly groups: readonly PaymentGroup[];
}

/**
 * What would be paid on that day: for each partner and currency the lines due by then, the partner's negative
 * adjustments netted, and what is held and why. It only proposes; paying decides anew. Currencies are never added
 * together. Programme rules, sections 5.4, 5.6 and 5.7.
 */
export function preparePaymentRun(
  lines: readonly CommissionLine[],
  asOf: PlainDate,
  choice: RunChoice = WHOLE_RUN,
): PaymentRun {
  const groups = new Map<string, { due: OpenLine[]; held: OpenLine[] }>();
  for (const line of lines) {
    if (line.status === 'Paid' || !isChosen(line, choice)) continue;
    const isHeld = line.status === 'On hold';
    if (!isHeld && !isDueBy(line, asOf)) continue;
    const key = `${line.partner} ${line.amount.currency}`;
    const group = groups.get(key) ?? { due: [], held: [] };
    groups.set(key, group);
    (isHeld ? group.held : group.due).push(line);
  }
  const assembled = [...groups.values()].flatMap(({ due, held }) => assembleGroup(due, held, choice));
  return { asOf, groups: assembled.sort(compareGroups) };
}

function isChosen({ id, partner }: CommissionLine, { partners, exclude }: RunChoice): boolean {
  return !exclude.has(id) && (partners === null || partners.has(partner));
}

/** Whether the line is due by that day. What the partner owes back is netted as soon as anything is paid. */
function isDueBy(line: OpenLine, asOf: PlainDate): boolean {
  if (lineStatusOn(line, asOf) !== 'Due') return false;
  return line.amount.minor < 0 || line.dueOn === null || line.dueOn <= asOf;
}

function assembleGroup(
  due: readonly OpenLine[],
  held: readonly OpenLine[],
  { minimumOf }: RunChoice,
): readonly PaymentGroup[] {
  const any = due[0] ?? held[0];
  if (any === undefined) return [];
  const { currency } = any.amount;
  const net = sumMoney(
    due.map(({ amount }) => amount),
    currency,
  );
  const carriedBecause = whyCarried(net, minimumOf(currency));
  return [
    {
      partner: any.partner,
      currency,
      due: [...due].sort((a, b) => compareIds(a.id, b.id)),
      net,
      pays: carriedBecause === '',
      carriedBecause,
      held: [...held]
        .sort((a, b) => compareIds(a.id, b.id))
        .map((line) => ({ line, reason: line.holdReason })),
    },
  ];
}

function whyCarried(net: Money, minimum: Money | null): string {
  if (net.minor === 0) return 'Nothing is left to pay.';
  if (net.minor < 0) return 'The partner owes more than is due: it is netted later.';
  if (minimum === null || net.minor >= minimum.minor) return '';
  return `Less than the minimum payout of ${formatAmount(minimum)} ${minimum.currency}.`;
}

function compareGroups(a: PaymentGroup, b: PaymentGroup): number {
  return compareIds(a.partner, b.partner) || (a.currency < b.currency ? -1 : 1);
}
