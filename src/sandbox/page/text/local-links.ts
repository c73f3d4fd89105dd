import type { Location } from '../session/location.ts';

/** Where an address of one of the Workspace's files leads to on this page; undefined for any other address. */
export function localTarget(address: string): Pick<Location, 'place' | 'item'> | undefined {
  const form = /^https:\/\/docs\.google\.com\/forms\/d\/(?:e\/)?([\w-]+)/.exec(address)?.[1];
  if (form !== undefined) return { place: 'forms', item: form };
  const sheet = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([\w-]+)/.exec(address)?.[1];
  return sheet === undefined ? undefined : { place: 'sheet', item: sheet };
}

/** A piece of text, or an address in it. */
export type TextPart = { readonly kind: 'text' | 'link'; readonly text: string };

/** Addresses of web pages and mailboxes, without the punctuation of the sentence around them. */
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'’”]/g;

/** Takes the addresses out of a plain text. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'link', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}
