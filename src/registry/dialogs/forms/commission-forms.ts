import type { CommissionStatus } from '../../../core/model/commission-line.ts';
import { date, NEEDED, reason, text } from '../field-builders.ts';
import { form, type SubjectSpec } from '../form-spec.ts';

function commission(
  placeholder: string,
  fits: (status: CommissionStatus, heldReason: string) => boolean,
): SubjectSpec<'commissions'> {
  return {
    kind: 'commissions',
    field: 'commission',
    label: 'Commission line',
    placeholder,
    fits: ({ line }) => fits(line.status, line.status === 'Paid' ? '' : line.heldReason),
  };
}

export const recordPayment = form({
  command: 'recordPayment',
  title: 'Record a payment',
  intro:
    'Marks a due line as paid. The partner’s due negative lines of the same currency are settled under the same reference: the payment is the net.',
  subject: commission('Search the due lines', (status) => status === 'Due'),
  fields: () => ({
    fields: [
      date('paidOn', 'Paid on', NEEDED),
      text('reference', 'Payment reference', {
        ...NEEDED,
        help: 'One reference may cover several lines of one partner, currency and day.',
      }),
    ],
  }),
  confirm: 'Record the payment',
  done: '{id} is paid.',
  next: 'A paid line never changes: later corrections become lines of their own.',
  another: 'Record another',
});

export const holdCommission = form({
  command: 'holdCommission',
  title: 'Hold a commission',
  intro: 'Keeps an unpaid line from being paid until the hold is released.',
  subject: commission(
    'Search the unpaid lines',
    (status, held) => held === '' && status !== 'Paid' && status !== 'Reversed' && status !== 'Not eligible',
  ),
  fields: () => ({
    fields: [
      reason('reason', 'Reason', {
        help: 'Shown to the partner in its snapshot. Left empty: “Held by finance”.',
      }),
    ],
  }),
  confirm: 'Hold',
  done: '{id} is on hold.',
  next: 'Release the hold once it is settled.',
  another: 'Hold another',
});

export const releaseHold = form({
  command: 'releaseHold',
  title: 'Release a hold',
  intro: 'The line can be paid again once it is due.',
  subject: commission('Search the lines on hold', (_status, held) => held !== ''),
  fields: () => ({ fields: [reason('reason', 'Reason')] }),
  confirm: 'Release the hold',
  done: '{id} is no longer held.',
  next: 'Pay it from the payment run once it is due.',
  another: 'Release another',
});
