import type { Instant } from '../calendar/dates.ts';
import type { LeadContext } from '../eligibility/assess-deal.ts';
import type { CommissionLine, OpenLine } from '../model/commission-line.ts';
import type { Deal, Receipt } from '../model/deal.ts';
import type { CommissionId } from '../model/ids.ts';
import type { Partner } from '../model/partner.ts';
import { subtractMoney } from '../money/subtract-money.ts';
import { sumMoney } from '../money/sum-money.ts';
import { compareIds } from '../text/compare-ids.ts';
import { type Earning, judgeEarning } from './judge-earning.ts';
import { isEarning, judgePayability } from './line-status.ts';

/** All that the commission lines of a lead follow from. */
export interface LinesContext extends LeadContext {
  readonly partner: Partner;
  /** The receipts of the lead's deals; others are passed over. */
  readonly receipts: readonly Receipt[];
  /** The lines that the lead's deals have already. */
  readonly lines: readonly CommissionLine[];
  readonly now: Instant;
  readonly nextCommissionId: () => CommissionId;
}

/**
 * All commission lines of the lead as they must be now, in the order of their IDs. Every signed SaaS licence deal
 * and every signed renewal has a line that follows the facts until it is paid; after that each difference between
 * what the deal earns and the sum of its lines adds one adjustment, due today. Paid lines come back as they are,
 * and assembling what was assembled changes nothing. A signed deal without known revenue gets no line, having no
 * currency. Programme rules, sections 5.1 to 5.5.
 */
export function assembleLines(context: LinesContext): readonly CommissionLine[] {
  const deals = [...context.deals].sort((a, b) => compareIds(a.id, b.id));
  const known = new Set<string>(deals.map(({ id }) => id));
  const ofOtherDeals = context.lines.filter(({ deal }) => !known.has(deal));
  const lines = deals.flatMap((deal) => assembleLinesOfDeal(deal, context));
  return [...ofOtherDeals, ...lines].sort((a, b) => compareIds(a.id, b.id));
}

function assembleLinesOfDeal(deal: Deal, context: LinesContext): readonly CommissionLine[] {
  const existing = context.lines.filter((line) => line.deal === deal.id);
  const currency = deal.revenue?.gross.currency ?? existing[0]?.base.currency;
  if (currency === undefined) return existing;
  const earning = judgeEarning(deal, context, currency);
  const [only] = existing;
  if (only === undefined) {
    return needsLine(deal) ? [followFacts(deal, earning, startLine(context), context)] : [];
  }
  if (existing.length === 1 && only.status !== 'Paid') return [followFacts(deal, earning, only, context)];
  return adjust(deal, earning, existing, context);
}

/** Finance sees a line for each of these, so that it also sees why one earns nothing. Programme rules, section 5.4. */
function needsLine(deal: Deal): boolean {
  return deal.status === 'Signed' && deal.kind !== 'Services';
}

/** What a line keeps when everything else about it is computed anew. */
type Kept = Pick<OpenLine, 'id' | 'recordedAt' | 'hasEarned' | 'heldReason' | 'movements' | 'disputes'>;

function startLine({ nextCommissionId, now }: LinesContext): Kept {
  return { id: nextCommissionId(), recordedAt: now, hasEarned: false, heldReason: '' };
}

/** The unpaid commission line of a deal, computed anew. Programme rules, section 5.5. */
function followFacts(deal: Deal, earning: Earning, kept: Kept, context: LinesContext): OpenLine {
  const earns = earning.answer === 'yes';
  const hasEarned = kept.hasEarned || earns;
  const { heldReason } = kept;
  const idle = { status: statusWithoutEarning(earning, hasEarned), holdReason: '' };
  const history = {
    ...(kept.movements === undefined ? {} : { movements: kept.movements }),
    ...(kept.disputes === undefined ? {} : { disputes: kept.disputes }),
  };
  const due = { dueOn: earning.dueOn, heldReason, ...history };
  return {
    id: kept.id,
    ...belongings(deal, context),
    kind: 'commission',
    rate: earning.rate,
    base: earning.net,
    amount: earning.earned,
    conditions: earning.conditions,
    firstReceiptOn: earning.firstReceiptOn,
    dueOn: earning.dueOn,
    recordedAt: kept.recordedAt,
    hasEarned,
    heldReason,
    ...history,
    ...(earns ? judgePayability(due, context.partner, context.today) : idle),
  };
}

function statusWithoutEarning(
  { answer }: Earning,
  hasEarned: boolean,
): 'Reversed' | 'Not yet' | 'Not eligible' {
  if (hasEarned) return 'Reversed';
  return answer === 'not yet' ? 'Not yet' : 'Not eligible';
}

/** The lines of a deal that was paid for, with one more where they don't sum to what it earns. */
function adjust(
  deal: Deal,
  earning: Earning,
  existing: readonly CommissionLine[],
  context: LinesContext,
): readonly CommissionLine[] {
  const lines = existing.map((line) => refresh(line, context));
  const { currency } = earning.net;
  const amounts = lines.map(({ amount }) => amount);
  const difference = subtractMoney(earning.earned, sumMoney(amounts, currency));
  if (difference.minor === 0) return lines;
  const bases = lines.filter(isEarning).map(({ base }) => base);
  const due = { dueOn: context.today, heldReason: '' };
  const adjustment: OpenLine = {
    id: context.nextCommissionId(),
    ...belongings(deal, context),
    kind: 'adjustment',
    rate: earning.rate,
    base: subtractMoney(earning.earnedOn, sumMoney(bases, currency)),
    amount: difference,
    conditions: earning.conditions,
    firstReceiptOn: earning.firstReceiptOn,
    recordedAt: context.now,
    hasEarned: true,
    ...due,
    ...judgePayability(due, context.partner, context.today),
  };
  return [...lines, adjustment];
}

/** A line whose amount no longer changes: only whether it is held, and whether its day has come. */
function refresh(line: CommissionLine, { partner, today }: LinesContext): CommissionLine {
  if (line.status === 'Paid' || !isEarning(line)) return line;
  return { ...line, ...judgePayability(line, partner, today) };
}

function belongings(deal: Deal, { registration }: LinesContext): Pick<OpenLine, 'lead' | 'deal' | 'partner'> {
  return { lead: registration.id, deal: deal.id, partner: registration.partner };
}
