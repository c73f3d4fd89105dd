import { assembleDomains } from '../../../core/conflict/assemble-domains.ts';
import { assembleNameKey, normaliseName } from '../../../core/conflict/normalise-name.ts';
import { isCountryContradicting, parseCountry } from '../../../core/conflict/parse-country.ts';
import type { Email } from '../../../core/model/ids.ts';
import type { PartnerRecord } from '../../records.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { lookUpPartner } from '../find-records.ts';

interface Company {
  readonly company: string;
  readonly country: string;
  /** Null where a form came without one. */
  readonly contactEmail: Email | null;
}

/**
 * The partner or request that a request to join repeats: the one of that address, else of that name once case, accents,
 * punctuation and legal form are set aside and no country contradicts. Programme rules, section 7.
 */
export function findSameCompany(records: RecordsView, asking: Company): PartnerRecord | undefined {
  const { company, country, contactEmail } = asking;
  const partners = records.list('partners');
  const byAddress = partners.filter(
    ({ partner }) => contactEmail !== null && partner.contacts.includes(contactEmail),
  );
  const key = keyOf(company);
  const byName = partners.filter(
    ({ partner }) =>
      key !== '' &&
      keyOf(partner.name) === key &&
      !isCountryContradicting(parseCountry(partner.country), parseCountry(country)),
  );
  return (
    byAddress.find(({ partner }) => partner.status !== 'Declined') ??
    byAddress[0] ??
    lookUpPartner(company, records) ??
    byName[0]
  );
}

/** Partners and requests whose people have addresses of the same company's domain, under whatever name. */
export function findAlikeCompanies(
  records: RecordsView,
  { contactEmail }: Company,
): readonly PartnerRecord[] {
  const own = domainsOf(contactEmail === null ? [] : [contactEmail]);
  if (own.length === 0) return [];
  return records
    .list('partners')
    .filter(({ partner }) => domainsOf(partner.contacts).some((domain) => own.includes(domain)));
}

function domainsOf(contacts: readonly Email[]): readonly string[] {
  return assembleDomains('', contacts, []);
}

function keyOf(name: string): string {
  return assembleNameKey(normaliseName(name).core);
}
