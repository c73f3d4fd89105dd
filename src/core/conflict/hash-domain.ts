const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many characters a hash has: 30 bits. */
export const HASH_LENGTH = 5;

/**
 * A short name for a domain: 30 bits of FNV-1a in five characters. Two of the some 7,000 listed domains and any other
 * domain share one with a chance of 7 in a million, which would only keep that domain from counting.
 */
export function hashDomain(domain: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < domain.length; i += 1) hash = Math.imul(hash ^ domain.charCodeAt(i), 0x01000193);
  // The upper bits mix best: they are folded into the 30 that are kept.
  const folded = ((hash >>> 30) ^ hash) & 0x3fffffff;
  let text = '';
  for (let shift = 24; shift >= 0; shift -= 6) text += DIGITS[(folded >>> shift) & 63];
  return text;
}
