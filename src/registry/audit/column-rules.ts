import type { TabKind } from '../schema/schema.ts';
import type { Check } from './checks.ts';

/** Which check a column belongs to once it follows from the records, and the section of the programme rules behind it. */
export interface ColumnRule {
  readonly check: Check;
  readonly section: string;
}

const ELIGIBILITY: ColumnRule = { check: 'eligibility', section: '4' };
const LINE = (section: string): ColumnRule => ({ check: 'commissions', section });
const WINDOW = (section: string): ColumnRule => ({ check: 'windows', section });

const RULES: { readonly [kind in TabKind]?: { readonly [key: string]: ColumnRule } } = {
  leads: {
    status: WINDOW('2'),
    approvedOn: WINDOW('2.3'),
    activeUntil: WINDOW('2.4'),
    eligible: ELIGIBILITY,
    eligibilityEvidence: ELIGIBILITY,
    revenue: LINE('5.1'),
    commission: LINE('5.5'),
    firstReceiptOn: LINE('5.3'),
    commissionDueOn: LINE('5.3'),
    commissionStatus: LINE('5.4'),
    reviewer: WINDOW('6'),
    decideBy: WINDOW('6'),
    timeLeft: WINDOW('6'),
  },
  deals: { isFirst: ELIGIBILITY, net: LINE('5.1') },
  receipts: { receivedOn: LINE('5.3') },
  commissions: {
    amount: LINE('5.2'),
    base: LINE('5.1'),
    rate: LINE('2'),
    currency: LINE('5.1'),
    dueOn: LINE('5.3'),
    firstReceiptOn: LINE('5.3'),
    status: LINE('5.4'),
    holdReason: LINE('5.4'),
    kind: LINE('5.5'),
    paidOn: LINE('5.6'),
    reference: LINE('5.6'),
    c1: ELIGIBILITY,
    c2: ELIGIBILITY,
    c3: ELIGIBILITY,
    c4: ELIGIBILITY,
    c5: ELIGIBILITY,
  },
  accounts: { standing: WINDOW('2.9') },
};

/** What is known of a column; a column that no rule computes is held against the records alone. */
export function ruleOf(kind: TabKind, key: string): ColumnRule {
  return RULES[kind]?.[key] ?? { check: kind === 'commissions' ? 'commissions' : 'windows', section: '' };
}
