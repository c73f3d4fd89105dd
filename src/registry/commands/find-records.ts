import { quoteText, shortenText } from '../../core/text/quote-text.ts';
import type {
  AccountRecord,
  CommissionRecord,
  DealRecord,
  IntroductionRecord,
  Kind,
  LeadRecord,
  PartnerRecord,
  ReceiptRecord,
  RecordTypes,
} from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { RawInput } from './command-spec.ts';
import type { Context } from './context.ts';
import type { Problems } from './problems.ts';
import { readGiven } from './read-given.ts';

const NAMES: Partial<Record<Kind, string>> = {
  leads: 'lead',
  deals: 'deal',
  introductions: 'introduction',
  commissions: 'commission line',
  accounts: 'account',
  partners: 'partner',
  receipts: 'receipt',
};

/** The text of a field that names a record, trimmed; '' where it was not given or is no text, which its field says. */
export function namedIn(raw: RawInput, field: string): string {
  return readGiven(raw[field]) ?? '';
}

function findById<K extends Kind>(
  kind: K,
  field: string,
  raw: RawInput,
  { draft }: Context,
  problems: Problems,
): RecordTypes[K] | undefined {
  const id = namedIn(raw, field);
  if (id === '') return undefined;
  const record = draft.get(kind, id.toUpperCase());
  if (!record)
    problems.add(
      'not-found',
      field,
      `There is no ${NAMES[kind] ?? 'record'} ${shortenText(id, 80)}. Check the ID in its tab.`,
    );
  return record;
}

export function findLead(
  raw: RawInput,
  context: Context,
  problems: Problems,
  field = 'lead',
): LeadRecord | undefined {
  return findById('leads', field, raw, context, problems);
}

export function findDeal(raw: RawInput, context: Context, problems: Problems): DealRecord | undefined {
  return findById('deals', 'deal', raw, context, problems);
}

export function findIntroduction(
  raw: RawInput,
  context: Context,
  problems: Problems,
): IntroductionRecord | undefined {
  return findById('introductions', 'introduction', raw, context, problems);
}

export function findCommission(
  raw: RawInput,
  context: Context,
  problems: Problems,
): CommissionRecord | undefined {
  return findById('commissions', 'commission', raw, context, problems);
}

export function findAccount(
  raw: RawInput,
  context: Context,
  problems: Problems,
  field = 'account',
): AccountRecord | undefined {
  return findById('accounts', field, raw, context, problems);
}

export function findReceipt(raw: RawInput, context: Context, problems: Problems): ReceiptRecord | undefined {
  return findById('receipts', 'receipt', raw, context, problems);
}

/** The partner named by ID or by name. */
export function findPartner(
  raw: RawInput,
  context: Context,
  problems: Problems,
  field = 'partner',
): PartnerRecord | undefined {
  const named = namedIn(raw, field);
  if (named === '') return undefined;
  const partner = lookUpPartner(named, context.draft);
  if (!partner)
    problems.add(
      'not-found',
      field,
      `There is no partner ${quoteText(named)}. Use the name or ID of the Partners tab.`,
    );
  return partner;
}

/** The partner with this ID or this name, case and spacing set aside. */
export function lookUpPartner(named: string, records: RecordsView): PartnerRecord | undefined {
  return (
    records.get('partners', named.toUpperCase()) ??
    records.list('partners').find(({ partner }) => sameName(partner.name, named))
  );
}

/** Whether two names are the same once case and spacing are set aside. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** The form in which names are compared: without case and superfluous spacing. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The partner that a lead belongs to. */
export function partnerOf(lead: LeadRecord | undefined, { draft }: Context): PartnerRecord | undefined {
  return lead && draft.get('partners', lead.registration.partner);
}

/** The lead that a deal was entered on. */
export function leadOf(deal: DealRecord | undefined, { draft }: Context): LeadRecord | undefined {
  return deal && draft.get('leads', deal.deal.lead);
}
