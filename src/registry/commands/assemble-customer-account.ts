import { assembleDomains } from '../../core/conflict/assemble-domains.ts';
import type { Account } from '../../core/model/account.ts';
import type { Registration } from '../../core/model/registration.ts';
import type { Context } from './context.ts';

/**
 * The customer of a registration as an account names it: by exactly the domains that the registration is known by.
 * With fewer or more of them the account would match customers that the registration itself does not match, and so
 * make two partners' customers one. Programme rules, section 3.
 */
export function assembleCustomerAccount(
  { draft }: Context,
  registration: Registration,
): Pick<Account, 'name' | 'website' | 'country'> {
  const { customer: name, website, country, contacts } = registration;
  const emails = contacts.map(({ email }) => email);
  const own = draft.get('partners', registration.partner)?.partner.contacts ?? [];
  const ownDomains = own.map((email) => email.slice(email.lastIndexOf('@') + 1));
  const known = assembleDomains(website, emails, ownDomains);
  const written = assembleDomains(website, [], []);
  const saysTheSame = known.length === written.length && known.every((domain) => written.includes(domain));
  return {
    name,
    country,
    website: saysTheSame ? website : known.map((domain) => `https://${domain}`).join(' '),
  };
}
