import { DEAL_KINDS, DEAL_STATUSES } from '../../../core/model/deal.ts';
import { RELATIONS } from '../../../core/model/introduction.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { Money } from '../../../core/money/money.ts';
import { netRevenue } from '../../../core/money/net-revenue.ts';
import { sumMoney } from '../../../core/money/sum-money.ts';
import type { DealRecord, IntroductionRecord, ReceiptRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, SHOWN, typed } from '../column-builders.ts';

const currency = (r: DealRecord) => r.deal.revenue?.gross.currency ?? '';
const amount = (money: Money | null | undefined) => (money ? formatAmount(money) : '');

/** One row for each contract with a lead's customer. */
export const DEALS: Tab<DealRecord> = {
  kind: 'deals',
  name: 'Deals',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One row for each contract (open, signed or lost) with a lead’s customer.',
  columns: [
    computed('id', 'Deal ID', 'text', 'Given in order of creation.', (r) => r.id, { ...SHOWN, width: 80 }),
    typed('lead', 'Lead ID', 'text', 'The registration it is entered on.', (r) => r.deal.lead, {
      ...SHOWN,
      width: 80,
    }),
    typed('kind', 'Kind', 'choice', 'SaaS licence, services, or renewal.', (r) => r.deal.kind, {
      ...SHOWN,
      choices: DEAL_KINDS,
    }),
    typed('status', 'Status', 'choice', 'Open, signed or lost.', (r) => r.deal.status, {
      ...SHOWN,
      choices: DEAL_STATUSES,
    }),
    typed(
      'signedOn',
      'Signed on',
      'date',
      'The day the contract was signed.',
      (r) => (r.deal.status === 'Signed' ? r.deal.signedOn : ''),
      SHOWN,
    ),
    typed('currency', 'Currency', 'text', 'ISO 4217 code of the contract’s currency.', currency, {
      ...SHOWN,
      width: 80,
    }),
    typed(
      'gross',
      'Gross',
      'amount',
      'SaaS subscription fees of the first 12 months.',
      (r) => amount(r.deal.revenue?.gross),
      { ...SHOWN, currency },
    ),
    // What is computed stands together: it is written in one call with the amount typed beside it.
    computed(
      'net',
      'Net first-year SaaS revenue',
      'amount',
      'Gross − deductions − credits.',
      (r) => amount(netRevenue(r.deal)),
      { ...SHOWN, currency },
    ),
    computed(
      'credits',
      'Credits',
      'amount',
      'Later reductions of the first year’s revenue, in all.',
      (r) =>
        r.deal.revenue
          ? formatAmount(
              sumMoney(
                r.deal.credits.map((c) => c.amount),
                r.deal.revenue.gross.currency,
              ),
            )
          : '',
      { ...SHOWN, currency },
    ),
    computed('creditReasons', 'Credit reasons', 'long-text', 'When and why credits were given.', (r) =>
      r.deal.credits.map((c) => `${c.creditedOn} ${formatAmount(c.amount)}: ${c.reason}`).join('; '),
    ),
    typed(
      'deductions',
      'Deductions',
      'amount',
      'Discounts and taxes of the first 12 months.',
      (r) => amount(r.deal.revenue?.deductions),
      { ...SHOWN, currency },
    ),
    computed(
      'isFirst',
      'First deal',
      'answer',
      'Whether it is the first SaaS licence deal under the registration.',
      (r) => (r.isFirst ? 'yes' : 'no'),
      SHOWN,
    ),
    typed('name', 'Deal', 'text', 'The contract’s name.', (r) => r.deal.name, SHOWN),
  ],
};

/** One row for each customer contact whom a partner introduced. */
export const INTRODUCTIONS: Tab<IntroductionRecord> = {
  kind: 'introductions',
  name: 'Introductions',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One row for each customer contact whom the partner introduced.',
  columns: [
    computed('id', 'Introduction ID', 'text', 'Given in order of creation.', (r) => r.id, {
      ...SHOWN,
      width: 100,
    }),
    computed('lead', 'Lead ID', 'text', 'The registration it belongs to.', (r) => r.introduction.lead, {
      ...SHOWN,
      width: 80,
    }),
    typed('name', 'Contact', 'text', 'The person introduced.', (r) => r.introduction.contact, SHOWN),
    typed('title', 'Title', 'text', 'The person’s position.', (r) => r.introduction.title, SHOWN),
    typed('email', 'E-mail', 'text', 'The person’s address.', (r) => r.introduction.email, SHOWN),
    typed(
      'relation',
      'Relation',
      'choice',
      'Employed by the customer, under contract with it, or other.',
      (r) => r.introduction.relation,
      { ...SHOWN, choices: RELATIONS },
    ),
    typed(
      'decisionMaker',
      'Decision maker',
      'answer',
      'Whether the person decides on the purchase.',
      (r) => (r.introduction.decisionMaker ? 'yes' : 'no'),
      { ...SHOWN, choices: ['yes', 'no'] },
    ),
    typed(
      'introducedOn',
      'Introduced on',
      'date',
      'The day of the introduction.',
      (r) => r.introduction.introducedOn,
      SHOWN,
    ),
    typed(
      'confirmed',
      'Confirmed',
      'answer',
      'yes once One Network confirmed it, no where it was refused, empty until then.',
      confirmedAnswer,
      { ...SHOWN, choices: ['yes', 'no'] },
    ),
    typed(
      'introducedTo',
      'Introduced to',
      'text',
      'Whom at One Network.',
      (r) => r.introduction.introducedTo,
      SHOWN,
    ),
    computed('confirmedBy', 'Confirmed by', 'text', 'Who confirmed or refused it, and why.', (r) => {
      const { confirmation } = r.introduction;
      if (confirmation.state === 'open') return '';
      const by = `${confirmation.by} on ${confirmation.on}`;
      return confirmation.state === 'refused' ? `${by}: ${confirmation.reason}` : by;
    }),
  ],
};

function confirmedAnswer(r: IntroductionRecord): string {
  const { state } = r.introduction.confirmation;
  return state === 'open' ? '' : state === 'confirmed' ? 'yes' : 'no';
}

/** One row for each cash payment from a customer. */
export const RECEIPTS: Tab<ReceiptRecord> = {
  kind: 'receipts',
  name: 'Receipts',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'One row for each cash payment received from a customer for a deal.',
  columns: [
    computed('id', 'Receipt ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 90 }),
    computed('deal', 'Deal ID', 'text', 'The deal that was paid for.', (r) => r.receipt.deal, { width: 80 }),
    computed('receivedOn', 'Received on', 'date', 'The day the cash arrived.', (r) => r.receipt.receivedOn),
    computed('amount', 'Amount', 'amount', 'In the deal’s currency.', (r) => formatAmount(r.receipt.amount), {
      currency: (r) => r.receipt.amount.currency,
    }),
    computed(
      'reference',
      'Reference',
      'text',
      'The bank’s reference; once for a deal.',
      (r) => r.receipt.reference,
    ),
    computed('currency', 'Currency', 'text', 'The deal’s currency.', (r) => r.receipt.amount.currency, {
      width: 80,
    }),
    computed(
      'voids',
      'Voids',
      'text',
      'Of a line that takes a receipt back: that receipt, whose cash no longer counts.',
      (r) => r.receipt.voids?.receipt ?? '',
      { width: 90 },
    ),
    computed(
      'voidReason',
      'Void reason',
      'long-text',
      'Why it was taken back, when and by whom.',
      ({ receipt: { voids } }) => (voids === undefined ? '' : `${voids.on} ${voids.by}: ${voids.reason}`),
    ),
  ],
};
