import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type ConflictsArguments =
  | { readonly kind: 'prospects'; readonly accounts: string; readonly prospects: string }
  | { readonly kind: 'pairs'; readonly pairs: string };

export const USAGE = `Usage: npm run -s conflicts -- --accounts ACCOUNTS.csv PROSPECTS.csv
       npm run -s conflicts -- --pairs PAIRS.csv

Checks prospects against accounts, or names in pairs, as the registry checks a request. Prints one JSON line for each
prospect or pair. Files are CSV in UTF-8 with a header row: name, website and country of accounts and prospects; left and
right, and leftWebsite, rightWebsite, leftCountry and rightCountry of pairs. Only names are needed.
Exit code 0 when all was checked, 2 when a file or the command line is malformed.`;

/** The arguments after the command's name, or what is wrong with them. */
export function parseArguments(
  argv: readonly string[],
): ConflictsArguments | { readonly problems: readonly string[] } {
  let parsed: { values: { accounts?: string; pairs?: string }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { accounts: { type: 'string' }, pairs: { type: 'string' } },
    });
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
  const { accounts, pairs } = parsed.values;
  const [prospects, ...others] = parsed.positionals;
  const problems: string[] = [];
  if (pairs !== undefined) {
    if (accounts !== undefined) problems.push('Give --accounts or --pairs, not both.');
    if (prospects !== undefined) problems.push(`--pairs takes one file; "${prospects}" is one too many.`);
    return problems.length > 0 ? { problems } : { kind: 'pairs', pairs };
  }
  if (accounts === undefined)
    problems.push('Name the accounts: --accounts ACCOUNTS.csv (or pairs: --pairs PAIRS.csv).');
  if (prospects === undefined) problems.push('Name the file of the prospects.');
  if (others.length > 0)
    problems.push(`One file of prospects at a time; "${others.join('", "')}" is too many.`);
  if (accounts === undefined || prospects === undefined || problems.length > 0) return { problems };
  return { kind: 'prospects', accounts, prospects };
}
