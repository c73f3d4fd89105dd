import type { PlainDate } from '../../../core/calendar/dates.ts';
import { voidedReceipts } from '../../../core/commission/first-receipt-on.ts';
import { isEarning, lineStatusOn } from '../../../core/commission/line-status.ts';
import { assessDeal } from '../../../core/eligibility/assess-deal.ts';
import type { CommissionLine } from '../../../core/model/commission-line.ts';
import { exactProduct } from '../../../core/money/exact-product.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { groupThousands } from '../../../core/money/format-money.ts';
import { formatRate } from '../../../core/money/format-rate.ts';
import { multiplyByRate } from '../../../core/money/multiply-by-rate.ts';
import { netRevenue } from '../../../core/money/net-revenue.ts';
import { sumMoney } from '../../../core/money/sum-money.ts';
import { zeroMoney } from '../../../core/money/zero-money.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import { CONDITIONS } from '../../schema/tabs/commissions.ts';
import type { Context } from '../context.ts';
import type { CommissionFile } from './open-file.ts';
import type { Sources } from './tell-entry.ts';

/** The line itself: what it is, how it stands, when it is due, and how the deal's lines were paid. */
export function describeLine(
  { record, partner, lead, lines, receipts }: CommissionFile,
  sources: Sources,
  today: PlainDate,
) {
  const { line } = record;
  const terms = isApproved(lead.registration) ? lead.registration.approval.terms : null;
  const first = receipts.find(({ receivedOn }) => receivedOn === line.firstReceiptOn);
  return {
    commission: line.id,
    kind: line.kind,
    partner: line.partner,
    partnerName: partner?.partner.name ?? '',
    customer: record.customer,
    amount: formatAmount(line.amount),
    currency: line.amount.currency,
    status: lineStatusOn(line, today),
    holdReason: line.status === 'Paid' ? '' : line.holdReason,
    due: {
      firstReceiptOn: line.firstReceiptOn ?? '',
      receipt: first?.id ?? '',
      paymentDays: terms?.paymentDays ?? null,
      dueOn: line.dueOn ?? '',
    },
    lines: lines.map((one) => describeSibling(one, sources, today)),
    disputes: (line.disputes ?? []).map(({ claim, openedBy, openedOn, decision }) => ({
      claim,
      openedBy,
      openedOn,
      outcome: decision?.outcome ?? '',
      reason: decision?.reason ?? '',
      decidedBy: decision?.by ?? '',
      decidedOn: decision?.on ?? '',
    })),
  };
}

function describeSibling(line: CommissionLine, sources: Sources, today: PlainDate) {
  return {
    commission: line.id,
    kind: line.kind,
    base: formatAmount(line.base),
    amount: formatAmount(line.amount),
    status: lineStatusOn(line, today),
    recorded: sources.made(line.id),
    paidOn: line.status === 'Paid' ? line.paidOn : '',
    reference: line.status === 'Paid' ? line.reference : '',
    preparedBy: (line.status === 'Paid' && line.run?.preparedBy) || '',
    confirmedBy: (line.status === 'Paid' && line.run?.confirmedBy) || '',
    paid: line.status === 'Paid' ? sources.set(line.id, 'Status', 'Paid') : null,
    voids: line.voiding === undefined ? '' : line.voiding.line,
    voidReason: line.voiding?.reason ?? '',
  };
}

/** The request, its conflict check and its approval. */
export function describeRequest({ lead }: CommissionFile, sources: Sources, { draft }: Context) {
  const { registration, view } = lead;
  const approval = isApproved(registration) ? registration.approval : null;
  return {
    lead: lead.id,
    registeredAt: registration.registeredAt,
    recorded: sources.made(lead.id),
    conflictCheck: view.verdict,
    conflictEvidence: view.conflictEvidence,
    judgements: draft
      .list('judgements')
      .filter(({ judgement }) => judgement.left === lead.id || judgement.right === lead.id)
      .map(({ judgement: { left, right, same, reason, by, on } }) => ({
        other: left === lead.id ? right : left,
        same,
        reason,
        by,
        on,
      })),
    approval:
      approval === null
        ? null
        : {
            approvedOn: approval.approvedOn,
            approvedBy: approval.approvedBy,
            activeUntil: approval.activeUntil,
            salesOwner: approval.salesOwner,
            override: approval.override ?? '',
            rate: approval.terms.rate,
            recorded: sources.set(lead.id, 'Approved on', approval.approvedOn),
          },
  };
}

/** Who was introduced, and who confirmed it. */
export function describeIntroductions({ facts }: CommissionFile, sources: Sources) {
  return facts.introductions.map(
    ({ id, contact, title, relation, decisionMaker, introducedOn, confirmation }) => ({
      introduction: id,
      contact,
      title,
      relation,
      decisionMaker,
      introducedOn,
      confirmation: confirmation.state,
      by: confirmation.state === 'open' ? '' : confirmation.by,
      on: confirmation.state === 'open' ? '' : confirmation.on,
      recorded: sources.made(id),
    }),
  );
}

/** The deal that the line is owed for. */
export function describeDeal({ deal }: CommissionFile, sources: Sources) {
  return {
    deal: deal.id,
    kind: deal.kind,
    status: deal.status,
    name: deal.name,
    signedOn: deal.status === 'Signed' ? deal.signedOn : '',
    recorded: sources.made(deal.id),
  };
}

/** The customer's cash, voided receipts and what voided them among it. */
export function describeReceipts({ receipts }: CommissionFile, sources: Sources) {
  const voided = voidedReceipts(receipts);
  return receipts.map(({ id, receivedOn, amount, reference, voids }) => ({
    receipt: id,
    receivedOn,
    amount: formatAmount(amount),
    reference,
    isVoided: voided.has(id),
    voids: voids?.receipt ?? '',
    voidReason: voids?.reason ?? '',
    recorded: sources.made(id),
  }));
}

/** The five conditions as they stand today, each with its evidence. Programme rules, section 4. */
export function describeConditions({ lead, deal, facts }: CommissionFile, today: PlainDate) {
  const { registration } = lead;
  if (!isApproved(registration)) return [];
  const { deals, introductions } = facts;
  const { c1, c2, c3, c4, c5 } = assessDeal(deal, { registration, deals, introductions, today });
  return [c1, c2, c3, c4, c5].map(({ answer, evidence }, i) => ({
    condition: `C${i + 1}`,
    meaning: CONDITIONS[i]?.meaning ?? '',
    answer,
    evidence,
  }));
}

/**
 * How the amount comes about: gross, deductions and credits make the net, rate × net is rounded once, half away from
 * zero; an adjustment is what the deal earns less the lines before it. Programme rules, sections 5.1, 5.2 and 5.5.
 */
export function describeArithmetic({ record, deal, lines }: CommissionFile) {
  const { line } = record;
  const { currency } = line.amount;
  const { revenue, credits } = deal;
  const net = netRevenue(deal) ?? zeroMoney(currency);
  const amounts = lines.map(({ amount }) => amount);
  const all = sumMoney(amounts, currency);
  const terms = { rate: line.rate, net: formatAmount(net) };
  return {
    gross: revenue === null ? '' : formatAmount(revenue.gross),
    deductions: revenue === null ? '' : formatAmount(revenue.deductions),
    credits: credits.map(({ amount, creditedOn, reason }) => ({
      amount: formatAmount(amount),
      creditedOn,
      reason,
    })),
    ...terms,
    base: formatAmount(line.base),
    exact: exactProduct(line.base, line.rate),
    rounded: formatAmount(multiplyByRate(line.base, line.rate)),
    earnedNow: formatAmount(all),
    sentence: explainAmount(line, lines),
  };
}

function explainAmount(line: CommissionLine, lines: readonly CommissionLine[]): string {
  const { currency } = line.amount;
  const amount = `${groupThousands(formatAmount(line.amount))} ${currency}`;
  if (line.voiding !== undefined) {
    const { as, line: voided, reason } = line.voiding;
    return as === 'taken back'
      ? `${amount}: the payment of ${voided} is taken back. ${reason}`
      : `${amount}: what was paid as ${voided} is owed again. ${reason}`;
  }
  if (!isEarning(line)) return `Nothing: it is ${line.status}. The conditions say why.`;
  if (line.kind === 'commission') {
    const exact = exactProduct(line.base, line.rate);
    const base = `${groupThousands(formatAmount(line.base))} ${currency}`;
    return `${formatRate(line.rate)} of ${base} is ${groupThousands(exact)}, rounded once, half away from zero: ${amount}.`;
  }
  const before = lines.slice(
    0,
    lines.findIndex(({ id }) => id === line.id),
  );
  const sum = sumMoney(
    before.map((one) => one.amount),
    currency,
  );
  const after = sumMoney([sum, line.amount], currency);
  const [earned, earlier] = [after, sum].map((money) => groupThousands(formatAmount(money)));
  return `The deal earned ${earned} from then on, its lines before came to ${earlier}: the difference is ${amount}.`;
}
