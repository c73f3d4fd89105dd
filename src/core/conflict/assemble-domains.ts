import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts';
import { isFreeMail, isSharedSite } from './domains-set-aside.ts';

const PLAIN_ASCII = /^[!-~]*$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const IDEOGRAPHIC_DOTS = /[。．｡]/g;
const SEPARATORS = /[\s,;|]+/;
const REPEATED_SCHEMES = /^(?:(?:https?|ftp):\/*)+/i;
const AROUND = /^[<("'[\]]+|[>)"'\],:]+$/g;
const SAYS_WEBSITE = /^(?:https?:|www\d?\.)/i;

/** A host in lower-case ASCII, with or without scheme and path: nearly all that people type. */
const PLAIN_HOST = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z0-9-]*[a-z])(?:[/?#].*)?$/;
const BY_SUFFIX_LIST = { allowPrivateDomains: true };
const BY_SUFFIX_LIST_OF_HOST = { allowPrivateDomains: true, extractHostname: false };

interface Registrable {
  readonly host: string;
  readonly domain: string;
  readonly suffix: string;
  /** Whether the public suffix list names the suffix; one that it doesn't name counts as one label. */
  readonly isListed: boolean;
}

function decodeLabels(host: string): string {
  if (!host.includes('xn--')) return host;
  try {
    return toUnicode(host);
  } catch (error) {
    // A malformed label is compared as it was typed.
    if (error instanceof RangeError) return host;
    throw error;
  }
}

/** The registrable domain of whatever was typed for a host, `xn--` labels decoded; null where there is none. */
function parseRegistrable(text: string): Registrable | null {
  if (!text.includes('.')) return null;
  const plain = PLAIN_HOST.exec(text)?.[1];
  const located = plain === undefined ? parse(text, BY_SUFFIX_LIST) : parse(plain, BY_SUFFIX_LIST_OF_HOST);
  if (located.isIp === true || located.hostname === null) return null;
  const host = decodeLabels(located.hostname);
  const { domain, publicSuffix, isIcann, isPrivate } =
    host === located.hostname ? located : parse(host, BY_SUFFIX_LIST_OF_HOST);
  if (domain === null || publicSuffix === null) return null;
  const isListed = isIcann === true || isPrivate === true;
  // "www.globex" is a website whose suffix was left out, not one of the suffix "globex".
  return !isListed && domain.startsWith('www.') ? null : { host, domain, suffix: publicSuffix, isListed };
}

function isAddress(token: string): boolean {
  const at = token.indexOf('@');
  return at > 0 && !token.includes('//') && !token.slice(0, at).includes('/');
}

function countableDomain(token: string, isFromAddress: boolean): string | null {
  const found = parseRegistrable(token);
  if (found === null || isSharedSite(found.host, found.suffix, found.domain)) return null;
  return isFromAddress && isFreeMail(found.host) ? null : found.domain;
}

function tidy(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(IDEOGRAPHIC_DOTS, '.').trim().toLowerCase();
}

/** Every website named in the cell. Of several words only those that look like a host on their own. */
function websiteDomains(website: string): readonly string[] {
  const text = tidy(website);
  if (PLAIN_HOST.test(text)) {
    const domain = countableDomain(text, false);
    return domain === null ? [] : [domain];
  }
  const tokens = text
    .split(SEPARATORS)
    .map((token) => token.replace(AROUND, '').replace(REPEATED_SCHEMES, 'https://'))
    .filter((token) => token !== '');
  const isAlone = tokens.length === 1;
  return tokens.flatMap((token) => {
    const isPlain = isAlone || SAYS_WEBSITE.test(token) || parseRegistrable(token)?.isListed === true;
    const domain = isPlain ? countableDomain(token, isAddress(token)) : null;
    return domain === null ? [] : [domain];
  });
}

function addressDomain(address: string): string | null {
  const tidied = tidy(address).replace(AROUND, '');
  const at = tidied.lastIndexOf('@');
  return at < 0 ? null : countableDomain(tidied.slice(at + 1), true);
}

/** Whether a registrable domain is that of a mail domain, which may lie below it. */
function isDomainOf(domain: string, mailDomain: string): boolean {
  const host = decodeLabels(tidy(mailDomain));
  return host === domain || host.endsWith(`.${domain}`);
}

/**
 * The registrable domains that tell who a customer is, sorted, in Unicode and lower case: of its website and of its
 * contacts' addresses, by the public suffix list with its private section. What can't be read yields nothing.
 * Left out are free mail (of addresses), site builders, shared hosts, social pages, shorteners, and the mail domains
 * of the partner who registered the customer.
 *
 * @example assembleDomains('https://www.Globex.co.uk/de', ['kim@gmail.com'], ['acme.example']) // ['globex.co.uk']
 * Programme rules, section 3: domains.
 */
export function assembleDomains(
  website: string,
  emails: readonly string[],
  ownMailDomains: readonly string[],
): readonly string[] {
  if (website === '' && emails.length === 0) return [];
  const found = new Set(websiteDomains(website));
  for (const email of emails) {
    const domain = addressDomain(email);
    if (domain !== null) found.add(domain);
  }
  const telling = [...found].filter((domain) => !ownMailDomains.some((own) => isDomainOf(domain, own)));
  return telling.length > 1 ? telling.sort() : telling;
}
