import * as v from 'valibot';
import type { Receipt } from '../../../core/model/deal.ts';
import type { LeadId, ReceiptId } from '../../../core/model/ids.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { Issue } from '../../../core/result.ts';
import { quoteText, shortenText } from '../../../core/text/quote-text.ts';
import type { DealRecord } from '../../records.ts';
import { command, type FieldCalendar } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { amount, items, pastDate, someCurrency, someYesNo, text, toIssues } from '../fields.ts';
import { foldName, sameName } from '../find-records.ts';
import { nestContext } from '../open-context.ts';
import { Problems } from '../problems.ts';
import { readGivenAnswer } from '../read-given.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { checkSigned, KnownReceipts, parseCash, refuseReference } from './receipt-terms.ts';

/** So many rows take seconds of the six minutes of an execution, with room to spare. */
const MOST_ROWS = 10_000;

/** So many rows can be looked over, which writes nothing: whoever pastes too long a list learns all that is wrong with it. */
const MOST_CHECKED = 200_000;

/** The columns of a bank's list, each by its header in Receipts or by the field of the command. */
const COLUMNS = {
  deal: ['Deal ID', 'deal'],
  receivedOn: ['Received on', 'receivedOn'],
  amount: ['Amount', 'amount'],
  reference: ['Reference', 'reference'],
  currency: ['Currency', 'currency'],
} as const;
type ColumnKey = keyof typeof COLUMNS;

const rowSchema = (calendar: FieldCalendar) =>
  v.object({
    deal: text('The deal'),
    receivedOn: pastDate('The day the cash arrived', calendar),
    amount: amount('The amount'),
    reference: text('The bank’s reference', 'reference'),
    currency: someCurrency('The currency'),
  });

export const RECEIPT_VERDICTS = ['matched', 'already there', 'unknown', 'malformed'] as const;

/** What became of one row, or what would. */
interface RowVerdict {
  readonly row: number;
  readonly verdict: (typeof RECEIPT_VERDICTS)[number];
  readonly deal: string;
  /** The receipt that the row became, or that was there. */
  readonly receipt: string;
  readonly message: string;
  readonly issues: readonly Issue[];
}

/**
 * Loads cash receipts as the bank lists them, each row an object of header and value: all of them, or none and every
 * problem with its row. A row whose deal and reference are known already adds nothing, so that a list may be loaded
 * again. A dry run answers the same verdicts and changes nothing.
 */
export const importReceipts = command({
  name: 'importReceipts',
  isQuestion: (raw) => isDryRun(raw.dryRun),
  schema: () =>
    v.strictObject({
      rows: items('Give at least one row, each with Deal ID, Received on, Amount and Reference.'),
      dryRun: someYesNo('Whether it is a dry run'),
    }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const isLong = input.rows.length > MOST_ROWS;
    if (isLong && input.dryRun !== true) refuseLength(problems, input.rows.length, MOST_ROWS);
    if (input.rows.length > MOST_CHECKED) {
      if (!problems.any) refuseLength(problems, input.rows.length, MOST_CHECKED);
      return {};
    }
    // What is not to be kept is dropped with its draft.
    const work = input.dryRun === true || isLong ? nestContext(context) : context;
    const { now, today, settings } = work;
    const desk: Desk = {
      schema: rowSchema({ now, today, timeZone: settings.timeZone }),
      keys: new Map(),
      known: new KnownReceipts(work.draft),
      deals: new DealFinder(work),
      leads: new Set(),
    };
    const verdicts = input.rows.map((row, i) => judgeRow(row, i, desk, work));
    const value = {
      dryRun: input.dryRun === true,
      counts: Object.fromEntries(
        RECEIPT_VERDICTS.map((one) => [one, verdicts.filter(({ verdict }) => verdict === one).length]),
      ),
      rows: verdicts.map(({ issues: _, ...verdict }) => verdict),
    };
    if (input.dryRun === true) return { value };
    problems.addAll(verdicts.flatMap(({ issues }) => issues));
    if (problems.any) return {};
    refreshLeads(context, [...desk.leads]);
    const added = verdicts.filter(({ verdict }) => verdict === 'matched').map(({ receipt }) => receipt);
    return { subject: `${added.length} receipts of ${verdicts.length} rows`, ids: added, value };
  },
});

function refuseLength(problems: Problems, rows: number, most: number): void {
  const [count, limit] = [rows, most].map((number) => number.toLocaleString('en-US'));
  problems.add(
    'invalid',
    'rows',
    `One import takes up to ${limit} rows; these are ${count}. Import them in parts: rows that are there already are not added twice.`,
  );
}

function isDryRun(given: unknown): boolean {
  return ['true', 'yes'].includes(readGivenAnswer(given)?.toLowerCase() ?? '');
}

/** What the rows of one list are compared with, and which leads they touch. */
interface Desk {
  readonly schema: ReturnType<typeof rowSchema>;
  /** Which column a header is, as far as headers were met. */
  readonly keys: Map<string, ColumnKey | null>;
  readonly known: KnownReceipts;
  readonly deals: DealFinder;
  readonly leads: Set<LeadId>;
}

function judgeRow(row: unknown, index: number, desk: Desk, { draft }: Context): RowVerdict {
  const { known, deals, leads } = desk;
  const problems = new Problems();
  const parsed = v.safeParse(desk.schema, byKey(row, desk.keys));
  if (!parsed.success) {
    problems.addAll(toIssues(parsed.issues));
    return refusedRow('malformed', index, '', problems);
  }
  const written = parsed.output;
  const found = deals.find(written.deal);
  if (!found) {
    problems.add(
      'not-found',
      'deal',
      `There is no deal ${quoteText(written.deal)}. Check it in the Deals tab.`,
    );
    return refusedRow('unknown', index, '', problems);
  }
  const { deal } = found;
  const there = known.find(deal.id, written.reference);
  checkSigned(deal, problems, 'Cash is recorded');
  const currency = deal.revenue?.gross.currency;
  if (written.currency !== null && currency !== undefined && written.currency !== currency) {
    problems.add(
      'invalid',
      'currency',
      `${deal.id} is in ${currency}, not in ${written.currency}: cash of another currency is recorded by its amount in ${currency}.`,
    );
  }
  const money = parseCash(deal, written, problems);
  if (there && money) {
    if (there.amount.minor === money.minor && there.receivedOn === written.receivedOn) {
      return alreadyThere(index, there, known.isVoided(there));
    }
    refuseReference(there, known.isVoided(there), problems);
    problems.add('duplicate-reference', 'reference', `It is over ${describe(there)}.`);
  }
  if (!money || problems.any) return refusedRow('malformed', index, deal.id, problems);
  const id = draft.nextId('receipts') as ReceiptId;
  const receipt: Receipt = {
    id,
    deal: deal.id,
    receivedOn: written.receivedOn,
    amount: money,
    reference: written.reference,
  };
  draft.put('receipts', { id, receipt });
  known.add(receipt);
  leads.add(deal.lead);
  const message = `${describe(receipt)} for ${deal.id}`;
  return { row: index + 1, verdict: 'matched', deal: deal.id, receipt: id, message, issues: [] };
}

/** Finds deals by ID, or by name where only one has it. */
class DealFinder {
  readonly #draft: Context['draft'];
  #byName: Map<string, DealRecord | null> | null = null;

  constructor({ draft }: Context) {
    this.#draft = draft;
  }

  find(named: string): DealRecord | undefined {
    return this.#draft.get('deals', named.toUpperCase()) ?? this.#names().get(foldName(named)) ?? undefined;
  }

  #names(): ReadonlyMap<string, DealRecord | null> {
    if (this.#byName === null) {
      this.#byName = new Map();
      for (const record of this.#draft.list('deals')) {
        const name = foldName(record.deal.name);
        this.#byName.set(name, this.#byName.has(name) || name === '' ? null : record);
      }
    }
    return this.#byName;
  }
}

function alreadyThere(index: number, receipt: Receipt, isVoided: boolean): RowVerdict {
  return {
    row: index + 1,
    verdict: 'already there',
    deal: receipt.deal,
    receipt: receipt.id,
    message: `${receipt.id} says the same${isVoided ? '; it was voided' : ''}.`,
    issues: [],
  };
}

function refusedRow(
  verdict: 'unknown' | 'malformed',
  index: number,
  deal: string,
  problems: Problems,
): RowVerdict {
  const issues = problems.sorted.map(
    ({ code, field = '', message }): Issue => ({
      code,
      field: `rows.${index}.${headerOf(field)}`,
      message: `Row ${index + 1}: ${message}`,
    }),
  );
  const message = problems.sorted.map((issue) => issue.message).join(' ');
  return { row: index + 1, verdict, deal, receipt: '', message, issues };
}

function describe({ amount: money, receivedOn }: Receipt): string {
  return `${formatAmount(money)} ${money.currency} received on ${receivedOn}`;
}

/** The row by fields of the command; columns of the bank's that the registry has no use for are passed over. */
function byKey(row: unknown, keys: Desk['keys']): { readonly [key in ColumnKey]?: unknown } {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return {};
  const named: { [key in ColumnKey]?: unknown } = {};
  for (const [header, value] of Object.entries(row)) {
    let key = keys.get(header);
    if (key === undefined) {
      key = keyOf(header);
      keys.set(header, key);
    }
    if (key !== null) named[key] = value;
  }
  return named;
}

function keyOf(header: string): ColumnKey | null {
  const short = shortenText(header, 80);
  const keys = Object.keys(COLUMNS) as ColumnKey[];
  return keys.find((key) => COLUMNS[key].some((name) => sameName(name, short))) ?? null;
}

function headerOf(field: string): string {
  return field in COLUMNS ? COLUMNS[field as ColumnKey][0] : field;
}
