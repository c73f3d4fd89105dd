import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { assembleLines, type LinesContext } from '../../../src/core/commission/assemble-lines.ts';
import { decidePayment } from '../../../src/core/commission/decide-payment.ts';
import type { CommissionLine, OpenLine, PaidLine } from '../../../src/core/model/commission-line.ts';
import type { CommissionId } from '../../../src/core/model/ids.ts';
import { ACME, accepted, approved, day, introduction, moment } from './builders.ts';

export type LineFacts = Omit<LinesContext, 'lines' | 'now' | 'nextCommissionId'>;

export const FACTS: LineFacts = {
  registration: approved(),
  partner: ACME,
  deals: [],
  introductions: [introduction()],
  receipts: [],
  today: day('2026-03-10'),
};

/** The lines of one lead as they develop while facts change and lines are paid; refuses a payment that is refused. */
export class LineBook {
  lines: readonly CommissionLine[] = [];
  private given = 0;

  assemble(facts: Partial<LineFacts>): readonly CommissionLine[] {
    this.lines = assembleLines({
      ...FACTS,
      ...facts,
      lines: this.lines,
      now: moment('2026-03-10T12:00:00Z'),
      nextCommissionId: () => {
        this.given += 1;
        return `C-${String(this.given).padStart(4, '0')}`;
      },
    });
    return this.lines;
  }

  tryPay(id: CommissionId, today: PlainDate, reference = 'PAY-1') {
    const decided = decidePayment({
      line: this.line(id),
      linesOfPartner: this.lines,
      paidLines: this.lines.filter((line): line is PaidLine => line.status === 'Paid'),
      today,
      paidOn: today,
      reference,
    });
    if (decided.ok) {
      const paid = new Map(decided.value.map((line) => [line.id, line]));
      this.lines = this.lines.map((line) => paid.get(line.id) ?? line);
    }
    return decided;
  }

  pay(id: CommissionId, today: PlainDate, reference?: string): readonly PaidLine[] {
    return accepted(this.tryPay(id, today, reference));
  }

  line(id: CommissionId): CommissionLine {
    const line = this.lines.find((each) => each.id === id);
    if (line === undefined) throw new Error(`There is no line ${id}.`);
    return line;
  }

  change(id: CommissionId, changes: Partial<OpenLine>): void {
    this.lines = this.lines.map((line) =>
      line.id === id && line.status !== 'Paid' ? { ...line, ...changes } : line,
    );
  }
}
