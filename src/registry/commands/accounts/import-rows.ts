import * as v from 'valibot';
import type { AccountId } from '../../../core/model/ids.ts';
import { quoteText, shortenText } from '../../../core/text/quote-text.ts';
import type { AccountRecord } from '../../records.ts';
import { TABS } from '../../schema/schema.ts';
import { sameJson } from '../../state/same-json.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { choice, items, toIssues } from '../fields.ts';
import { sameName } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { readGiven } from '../read-given.ts';
import { guardHolders, recheckVerdicts } from '../record-verdict.ts';
import { ACCOUNT_FIELDS, type AccountTerms, assembleAccount } from './account-terms.ts';

/** Measured with `npm run bench:scale`: so many rows take seconds of the six minutes of an execution, with room to spare. */
const MOST_ROWS = 10_000;

const ROW = v.object({ id: v.optional(v.string(), ''), ...ACCOUNT_FIELDS });

/**
 * Loads rows, each an object of header and value: all of them, or none and every problem with its row. A company that
 * stands there already with the same name and website keeps its row, so that importing again adds nothing, and what
 * it says in columns that the import does not have.
 */
export const importRows = command({
  name: 'importRows',
  schema: () =>
    v.strictObject({
      tab: choice('The tab', [TABS.accounts.name]),
      rows: items('Give at least one row, each with header and value.'),
    }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    if (input.rows.length > MOST_ROWS) {
      const count = input.rows.length.toLocaleString('en-US');
      problems.add(
        'invalid',
        'rows',
        `One import takes up to ${MOST_ROWS.toLocaleString('en-US')} rows; these are ${count}. Import them in parts: rows that are there already are not added twice.`,
      );
    }
    if (problems.any) return {};
    const known = new Map<string, AccountRecord>();
    for (const record of context.draft.list('accounts')) known.set(keyOf(record.account), record);
    const ids = input.rows.map((row, i) => importRow(row, i, known, context, problems));
    if (problems.any) return {};
    context.customers.forget();
    guardHolders(context, problems, 'rows');
    if (problems.any) return {};
    recheckVerdicts(
      context,
      ids.filter((id) => id !== ''),
    );
    return { subject: `${ids.length} rows of ${input.tab}`, ids };
  },
});

function importRow(
  row: unknown,
  index: number,
  known: Map<string, AccountRecord>,
  context: Context,
  problems: Problems,
): AccountId | '' {
  const given = byKey(row, index, problems);
  const parsed = v.safeParse(ROW, given);
  if (!parsed.success) {
    for (const issue of toIssues(parsed.issues)) {
      problems.add(
        issue.code,
        `rows.${index}.${headerOf(issue.field ?? '')}`,
        `Row ${index + 1}: ${issue.message}`,
      );
    }
    return '';
  }
  const terms = parsed.output;
  const named = terms.id === '' ? undefined : context.draft.get('accounts', terms.id.trim().toUpperCase());
  if (terms.id !== '' && !named) {
    problems.add(
      'not-found',
      `rows.${index}.Account ID`,
      `Row ${index + 1}: there is no account ${quoteText(terms.id)}. Leave the ID empty for a new one.`,
    );
    return '';
  }
  const match = named ?? known.get(keyOf({ name: terms.name, website: terms.website ?? '' }));
  const id = match?.id ?? (context.draft.nextId('accounts') as AccountId);
  const account = assembleAccount(
    id,
    { ...terms, ...keepUnnamed(given, match) },
    match?.account.sources ?? [],
  );
  if (!match || !sameJson(match.account, account)) context.draft.put('accounts', { id, account });
  known.set(keyOf(account), { id, account });
  return id;
}

/** What a known account says in columns that the import does not have. */
function keepUnnamed(
  given: { readonly [key: string]: unknown },
  match: AccountRecord | undefined,
): Partial<AccountTerms> {
  if (!match) return {};
  const { website, country, owner, lastActivity } = match.account;
  return {
    ...('website' in given ? {} : { website }),
    ...('country' in given ? {} : { country }),
    ...('owner' in given ? {} : { owner }),
    ...('lastActivity' in given ? {} : { lastActivity }),
  };
}

/** The row with columns' keys in place of headers; unknown headers are problems. */
function byKey(row: unknown, index: number, problems: Problems): { readonly [key: string]: unknown } {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    problems.add('invalid', `rows.${index}`, `Row ${index + 1} must be an object of header and value.`);
    return {};
  }
  const named: Record<string, unknown> = {};
  for (const [header, value] of Object.entries(row)) {
    const column = TABS.accounts.columns.find((candidate) => sameName(candidate.header, header));
    if (!column || (column.writer === 'computed' && column.key !== 'id')) {
      problems.add(
        'invalid',
        `rows.${index}.${shortenText(header, 80)}`,
        `Row ${index + 1}: Accounts has no column ${quoteText(header)} to import into.`,
      );
      continue;
    }
    named[column.key] = column.key === 'id' ? (readGiven(value) ?? '?') : value;
  }
  return named;
}

function headerOf(key: string): string {
  return TABS.accounts.columns.find((column) => column.key === key)?.header ?? key;
}

function keyOf({ name, website }: { readonly name: string; readonly website: string }): string {
  return `${name.trim().replace(/\s+/g, ' ').toLowerCase()}|${website.trim().toLowerCase()}`;
}
