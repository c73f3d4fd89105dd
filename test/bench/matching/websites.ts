import { displayName, isCompany, type Organisation } from '../../../scripts/matching/organisations.ts';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { findMatches } from '../../../src/core/conflict/find-hits.ts';
import { prepareConflicts } from '../../../src/core/conflict/prepare-conflicts.ts';
import type { Account } from '../../../src/core/model/account.ts';
import type { AccountId } from '../../../src/core/model/ids.ts';

/** Other ways to write the website of one company. */
const SPELLINGS: readonly { readonly name: string; readonly write: (host: string) => string }[] = [
  { name: 'a page deep inside', write: (host) => `https://www.${host}/en/products/list.html?page=2#top` },
  { name: 'another subdomain', write: (host) => `http://shop.${host}` },
  { name: 'capitals, no scheme', write: (host) => host.toUpperCase() },
];

const SHARED_HOSTS = [
  ...['wordpress.com/', 'wixsite.com/', 'facebook.com/', 'linkedin.com/company/', 'sites.google.com/view/'],
  ...['github.io', 'blogspot.com', 'bit.ly/'],
];

/** How websites are found, and who is alarmed by a host that many share. */
export interface Websites {
  readonly asked: number;
  readonly found: readonly { readonly name: string; readonly share: number }[];
  readonly missed: readonly string[];
  readonly sharedAsked: number;
  readonly sharedAlarms: number;
}

const UNNAMED = 'Qzxv Wrtplk';
const PROSPECT = 'A-0' as AccountId;

function accountOf(id: string, name: string, website: string): Account {
  const facts = { country: '', standing: 'Customer', owner: '', lastActivity: null, sources: [] } as const;
  return { id: id as AccountId, name, website, ...facts };
}

/** Asks every website of the companies otherwise, under a name that is nobody's; then strangers on shared hosts. */
export function measureWebsites(organisations: readonly Organisation[]): Websites {
  const companies = organisations.filter((one) => isCompany(one) && hostOf(one) !== '');
  const prepare = (accounts: readonly Account[]) =>
    prepareConflicts({ accounts, registrations: [], judgements: [], today: '2026-01-01' as PlainDate });
  const prepared = prepare(
    companies.map((one, i) => accountOf(`A-${i + 1}`, displayName(one), one.website ?? '')),
  );
  const missed: string[] = [];
  const found = SPELLINGS.map(({ name, write }) => {
    const hits = companies.filter((one, i) => {
      const account = accountOf(PROSPECT, UNNAMED, write(hostOf(one)));
      const ids = prepared.suppose([{ kind: 'account', account }], () =>
        findMatches(prepared, PROSPECT).map(({ id }) => id),
      );
      const isFound = ids.includes(`A-${i + 1}`);
      if (!isFound) missed.push(`${name}: ${one.website}`);
      return isFound;
    });
    return { name, share: hits.length / companies.length };
  });
  const strangers = companies.slice(0, 200).map((one, i) => {
    const host = SHARED_HOSTS[i % SHARED_HOSTS.length] ?? '';
    return accountOf(`A-${i + 1}`, displayName(one), siteOn(host, `firm${i}`));
  });
  const shared = prepare(strangers);
  const sharedAlarms = SHARED_HOSTS.filter((host) => {
    const account = accountOf(PROSPECT, UNNAMED, siteOn(host, 'somebody-else'));
    const alarms = shared.suppose([{ kind: 'account', account }], () => findMatches(shared, PROSPECT).length);
    return alarms > 0;
  }).length;
  return { asked: companies.length, found, missed, sharedAsked: SHARED_HOSTS.length, sharedAlarms };
}

function siteOn(host: string, who: string): string {
  return host.includes('/') ? `https://www.${host}${who}` : `https://${who}.${host}`;
}

function hostOf({ website = '' }: Organisation): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(website)?.[1]?.toLowerCase() ?? '';
}
