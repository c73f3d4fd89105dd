import { mintPlainDate } from '../../core/calendar/mint-dates.ts';
import { checkReference } from '../../core/commission/check-reference.ts';
import { isEarning } from '../../core/commission/line-status.ts';
import type { CommissionLine } from '../../core/model/commission-line.ts';
import { formatAmount } from '../../core/money/format-amount.ts';
import { sumMoney } from '../../core/money/sum-money.ts';
import type { Issue } from '../../core/result.ts';
import type { Context } from '../commands/context.ts';
import type { BundleWorld } from './bundle-world.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { StepInput } from './replay-steps.ts';

/** The payment of a deal's line that was due then; null where the deal has none, which the row then says. */
export function payStep(
  desk: ImportDesk,
  { world }: BundleWorld,
  row: ImportRow,
  deal: string,
): StepInput | null {
  const lines = world
    .list('commissions')
    .map(({ line }) => line)
    .filter((line) => line.deal === deal);
  const line = choose(lines);
  if (line === undefined) {
    row.refuse('deal', describeNothing(world.get('deals', deal)?.deal.lead, lines, world));
    return null;
  }
  const { paidOn = '', reference = '' } = row.values;
  const before = new Set(lines.filter(({ status }) => status === 'Paid').map(({ id }) => id));
  const known = checkReference({
    line,
    paidLines: desk.paidReferences.find(reference),
    paidOn: mintPlainDate(paidOn),
    reference,
  });
  if (known) {
    row.refuseAll([known]);
    return null;
  }
  return {
    command: 'recordPayment',
    input: { commission: line.id, paidOn, reference },
    check: (context) => checkAmount(context, row, deal, before),
  };
}

/** The line that a payment is for: the first that is owed. */
function choose(lines: readonly CommissionLine[]): CommissionLine | undefined {
  const owed = lines.filter((line) => line.status !== 'Paid' && line.amount.minor >= 0);
  return owed.find(isEarning) ?? owed[0];
}

function describeNothing(
  lead: string | undefined,
  lines: readonly CommissionLine[],
  world: BundleWorld['world'],
): string {
  const paid = lines.find((line) => line.status === 'Paid');
  if (paid?.status === 'Paid') {
    return `The commission of this deal was paid on ${paid.paidOn} under ${paid.reference}: a line is never paid twice.`;
  }
  const evidence = lead === undefined ? '' : (world.get('leads', lead)?.view.eligibilityEvidence ?? '');
  return `This deal has no commission to pay. ${evidence}`.trim();
}

/** What the file says was paid must be what the programme owed. */
function checkAmount(
  { draft }: Context,
  row: ImportRow,
  deal: string,
  before: ReadonlySet<string>,
): readonly Issue[] {
  const paid = draft
    .list('commissions')
    .map(({ line }) => line)
    .filter((line) => line.deal === deal && line.status === 'Paid' && !before.has(line.id));
  const [first] = paid;
  if (first === undefined) return [];
  const { currency } = first.amount;
  const owed = sumMoney(
    paid.map(({ amount }) => amount),
    currency,
  );
  const issues: Issue[] = [];
  const { amount: said = '', currency: saidCurrency = '' } = row.values;
  if (saidCurrency !== '' && saidCurrency.toUpperCase() !== currency) {
    issues.push({ code: 'invalid', field: 'currency', message: `The commission is in ${currency}.` });
  }
  if (said !== '' && Number(said) !== Number(formatAmount(owed))) {
    const how = `${first.rate} of ${formatAmount(first.base)}`;
    issues.push({
      code: 'invalid',
      field: 'amount',
      message: `By the programme ${formatAmount(owed)} ${currency} was owed (${how}), not ${said}: correct the deal's amounts, its credits or the lead's rate.`,
    });
  }
  return issues;
}
