import { formatAmount } from '../../core/money/format-amount.ts';
import type { Kind, RecordTypes } from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { RecordLine } from './form-description.ts';
import { formatMoney } from './format-value.ts';

type Line = Omit<RecordLine, 'id'>;
type Describe<K extends Kind> = (record: RecordTypes[K], records: RecordsView) => Line;

const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');

const LINES: { readonly [K in Kind]: Describe<K> } = {
  leads: ({ registration: { customer, status }, view }) => ({
    kind: 'lead',
    label: customer,
    hint: join(view.partnerName, status),
  }),
  introductions: ({ introduction: { contact, title, lead, confirmation } }, records) => ({
    kind: 'introduction',
    label: contact,
    hint: join(
      title,
      records.get('leads', lead)?.registration.customer ?? lead,
      confirmation.state === 'open' ? 'not confirmed yet' : confirmation.state,
    ),
  }),
  deals: ({ deal }, records) => ({
    kind: 'deal',
    label: records.get('leads', deal.lead)?.registration.customer ?? deal.lead,
    hint: join(
      deal.name,
      deal.kind,
      deal.status === 'Signed' ? `Signed ${deal.signedOn}` : deal.status,
      deal.revenue === null ? '' : formatMoney(formatAmount(deal.revenue.gross), deal.revenue.gross.currency),
    ),
  }),
  receipts: ({ receipt: { deal, receivedOn, amount, reference } }) => ({
    kind: 'receipt',
    label: reference,
    hint: join(deal, formatMoney(formatAmount(amount), amount.currency), receivedOn),
  }),
  commissions: ({ line, partnerName, customer }) => ({
    kind: 'commission line',
    label: join(partnerName, customer),
    hint: join(
      formatMoney(formatAmount(line.amount), line.amount.currency),
      line.status,
      line.dueOn === null ? '' : `due ${line.dueOn}`,
    ),
  }),
  partners: ({ partner }) => ({
    kind: 'partner',
    label: partner.name,
    hint: join(partner.status, 'manager' in partner ? partner.manager : ''),
  }),
  accounts: ({ account: { name, standing, country } }) => ({
    kind: 'account',
    label: name,
    hint: join(standing, country),
  }),
  snapshots: ({ partnerName, month }) => ({ kind: 'snapshot', label: partnerName, hint: month }),
  outbox: ({ subject, to }) => ({ kind: 'mail', label: subject, hint: to.join(', ') }),
  team: ({ member: { name, role, active } }) => ({
    kind: 'person',
    label: name,
    hint: join(ROLE_WORDS[role], active ? '' : 'inactive'),
  }),
  settings: ({ id, value }) => ({ kind: 'setting', label: id, hint: value }),
  judgements: ({ judgement: { left, right, same } }) => ({
    kind: 'judgement',
    label: `${left} and ${right}`,
    hint: same ? 'the same customer' : 'different customers',
  }),
  aside: ({ customer, from }) => ({ kind: 'request set aside', label: customer, hint: from }),
  rates: ({ rate: { currency, into, on, rate } }) => ({
    kind: 'rate',
    label: `${currency} into ${into}`,
    hint: join(rate, on),
  }),
  memos: () => ({ kind: 'note', label: '', hint: '' }),
};

/** The roles of the team in words. Programme rules, section 8. */
export const ROLE_WORDS = {
  head: 'Programme head',
  manager: 'Alliance manager',
  sales: 'Sales account owner',
  finance: 'Finance',
} as const;

/** A record as lists and headings name it. */
export function describeRecord<K extends Kind>(
  kind: K,
  record: RecordTypes[K],
  records: RecordsView,
): RecordLine {
  const describe: Describe<K> = LINES[kind];
  return { id: record.id, ...describe(record, records) };
}
