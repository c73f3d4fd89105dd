import type { Account } from '../../../core/model/account.ts';
import { STANDINGS } from '../../../core/model/account.ts';
import { choice, someDate, someText, text } from '../fields.ts';

/** The fields of an account as people give them. */
export const ACCOUNT_FIELDS = {
  name: text('The name'),
  website: someText('website'),
  country: someText('country'),
  standing: choice('The standing', STANDINGS),
  owner: someText(),
  lastActivity: someDate('The last activity'),
};

export interface AccountTerms {
  readonly name: string;
  readonly website: string | null;
  readonly country: string | null;
  readonly standing: Account['standing'];
  readonly owner: string | null;
  readonly lastActivity: Account['lastActivity'];
}

/** The account that these fields make. */
export function assembleAccount(
  id: Account['id'],
  terms: AccountTerms,
  sources: Account['sources'],
): Account {
  return {
    id,
    name: terms.name,
    website: terms.website ?? '',
    country: terms.country ?? '',
    standing: terms.standing,
    owner: terms.owner ?? '',
    lastActivity: terms.lastActivity,
    sources,
  };
}
