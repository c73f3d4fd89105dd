import type { PlainDate } from '../../../core/calendar/dates.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import type { DecidedRun, RunPayment } from '../../../core/commission/decide-payment-run.ts';
import { makeStatement, type StatementLine } from '../../../core/commission/make-statement.ts';
import { movementsOf } from '../../../core/commission/record-movements.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import { remittance } from '../../mail/finance-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { Context } from '../context.ts';

/**
 * Tells each partner of a run what it was paid under which reference, what is held or carried on and why, with its
 * statement of the month so far.
 */
export function sendRemittances({ run, payments }: DecidedRun, paidOn: PlainDate, context: Context): void {
  const linesOf = gatherLines(context);
  for (const [partner, own] of byPartner(payments)) {
    const record = context.draft.get('partners', partner)?.partner;
    if (!record) continue;
    const groups = run.groups.filter((group) => group.partner === partner);
    const statement = makeStatement(linesOf(partner), partner, monthOf(context.today));
    const { today } = context;
    const customerOf = (line: string) => context.draft.get('commissions', line)?.customer ?? '';
    queueMail(context, remittance(record, { payments: own, groups, paidOn, statement, today, customerOf }));
  }
}

function byPartner(payments: readonly RunPayment[]): ReadonlyMap<PartnerId, readonly RunPayment[]> {
  const partners = new Map<PartnerId, RunPayment[]>();
  for (const payment of payments) {
    const own = partners.get(payment.partner) ?? [];
    own.push(payment);
    partners.set(payment.partner, own);
  }
  return partners;
}

/** The lines that ever were each partner's, gathered in one pass. */
function gatherLines({ draft }: Context): (partner: PartnerId) => readonly StatementLine[] {
  const lines = new Map<PartnerId, Set<StatementLine>>();
  for (const record of draft.list('commissions')) {
    for (const { partner } of movementsOf(record.line)) {
      const own = lines.get(partner) ?? new Set();
      lines.set(partner, own.add(record));
    }
  }
  return (partner) => [...(lines.get(partner) ?? [])];
}
