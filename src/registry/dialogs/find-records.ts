import { foldText } from '../../core/conflict/fold-text.ts';
import type { Context } from '../commands/context.ts';
import type { Decision } from '../commands/decide-command.ts';
import { readGiven } from '../commands/read-given.ts';
import type { Kind, RecordTypes } from '../records.ts';
import { describeRecord } from './describe-record.ts';
import type { RecordLine } from './form-description.ts';

/** So many of each kind are listed; more than that nobody reads. */
const MOST_OF_A_KIND = 20;

/** What a search looks at in each kind of record, in the order in which kinds are listed. */
const TEXTS = {
  leads: ({ registration: { customer, website, contacts }, view }) => [
    customer,
    website,
    view.partnerName,
    ...contacts.flatMap(({ name, email }) => [name, email]),
  ],
  partners: ({ partner: { name, contacts } }) => [name, ...contacts],
  accounts: ({ account: { name, website, owner } }) => [name, website, owner],
  deals: ({ deal: { name, lead } }) => [name, lead],
  introductions: ({ introduction: { contact, email, lead } }) => [contact, email, lead],
  commissions: ({ partnerName, customer, line }) => [
    partnerName,
    customer,
    line.lead,
    line.deal,
    line.status === 'Paid' ? line.reference : '',
  ],
} as const satisfies { readonly [K in Kind]?: (record: RecordTypes[K]) => readonly string[] };

type FoundKind = keyof typeof TEXTS;

const KINDS = Object.keys(TEXTS) as readonly FoundKind[];

/**
 * Leads, partners, customers and what belongs to them in which all words of the text stand, whatever their case and
 * accents; the latest first. An empty text finds nothing.
 */
export function findRecords(question: { readonly text?: unknown }, context: Context): Decision {
  const words = foldText(readGiven(question.text) ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const groups = words.length === 0 ? [] : KINDS.map((kind) => findOfKind(kind, words, context));
  return {
    ok: true,
    done: {
      value: {
        found: groups.flatMap(({ lines }) => lines),
        more: groups.reduce((sum, { more }) => sum + more, 0),
      },
    },
  };
}

function findOfKind<K extends FoundKind>(
  kind: K,
  words: readonly string[],
  { draft }: Context,
): { readonly lines: readonly RecordLine[]; readonly more: number } {
  const texts = TEXTS[kind] as (record: RecordTypes[K]) => readonly string[];
  const found = draft.list(kind).filter((record) => {
    const text = foldText([record.id, ...texts(record)].join('\n'));
    return words.every((word) => text.includes(word));
  });
  const lines = found
    .slice(-MOST_OF_A_KIND)
    .reverse()
    .map((record) => describeRecord<Kind>(kind, record, draft));
  return { lines, more: found.length - lines.length };
}
