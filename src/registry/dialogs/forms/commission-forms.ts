import { openDisputeOf } from '../../../core/commission/line-status.ts';
import type { CommissionStatus } from '../../../core/model/commission-line.ts';
import { date, NEEDED, person, radio, reason, text } from '../field-builders.ts';
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

export const payRun = form({
  command: 'payRun',
  title: 'Pay a run',
  intro:
    'Marks everything due by a day as paid, net of what partners owe back. What is on hold, below the minimum payout or comes to nothing is carried on. Each partner is told with its statement.',
  subject: null,
  fields: (_about, context) => ({
    fields: [
      date('asOf', 'Due by', NEEDED),
      date('paidOn', 'Paid on', NEEDED),
      text('reference', 'Reference of the run', {
        ...NEEDED,
        help: 'Such as RUN-2026-03. With several payments each gets its own, made from it.',
      }),
      person('preparedBy', 'Prepared by', ['finance', 'head'], context, {
        help: 'Left empty: you prepare and confirm it.',
      }),
      text('partners', 'Only these partners', { help: 'Names or IDs separated by commas. Left empty: all.' }),
      text('exclude', 'Leave out', { help: 'Commission lines or partners, separated by commas.' }),
    ],
    values: { asOf: context.today, paidOn: context.today },
  }),
  confirm: 'Pay the run',
  done: 'The run is paid.',
  next: 'Export it from Commissions > Payment run for the books.',
});

export const voidPayment = form({
  command: 'voidPayment',
  title: 'Void a payment',
  intro:
    'For a payment that did not happen or came back. New lines take it back and say that the amount is owed again; the paid line stays.',
  subject: commission('Search the paid lines', (status) => status === 'Paid'),
  fields: () => ({ fields: [reason('reason', 'Reason', NEEDED)] }),
  confirm: 'Void the payment',
  done: 'The payment of {id} is void.',
  next: 'The amount is owed again on a line of its own: pay it with the next run.',
});

export const openDispute = form({
  command: 'openDispute',
  title: 'Record a dispute',
  intro: 'Keeps what the partner objects to. The line is on hold until it is decided.',
  subject: {
    ...commission('Search the lines', () => true),
    fits: ({ line }) => openDisputeOf(line) === null,
  },
  fields: () => ({
    fields: [reason('claim', 'Claim', { ...NEEDED, help: 'In the partner’s words. The partner sees it.' })],
  }),
  confirm: 'Record the dispute',
  done: '{id} is disputed.',
  next: 'Somebody of finance who did not approve the lead decides it.',
});

export const decideDispute = form({
  command: 'decideDispute',
  title: 'Decide a dispute',
  intro:
    'Ends a dispute with a reason that stays; the hold ends with it. Whoever approved the lead cannot decide it.',
  subject: {
    ...commission('Search the disputed lines', () => true),
    fits: ({ line }) => openDisputeOf(line) !== null,
  },
  fields: () => ({
    fields: [
      radio(
        'outcome',
        'Outcome',
        [
          { value: 'upheld', label: 'Upheld', hint: 'The partner is right' },
          { value: 'rejected', label: 'Rejected' },
        ],
        NEEDED,
      ),
      reason('reason', 'Reason', { ...NEEDED, help: 'The partner sees it.' }),
    ],
  }),
  confirm: 'Decide',
  done: 'The dispute of {id} is decided.',
  next: 'Where it was upheld, correct the deal or the introductions: the line follows.',
});

export const recordRate = form({
  command: 'recordRate',
  title: 'Record an exchange rate',
  intro: 'Totals are shown at the latest rate. Nothing is ever paid at one.',
  subject: null,
  fields: (_about, { today, settings }) => ({
    fields: [
      { kind: 'currency', name: 'currency', label: 'Currency', required: true },
      { kind: 'currency', name: 'into', label: 'Into', required: true },
      date('on', 'Date', NEEDED),
      text('rate', 'Rate', { ...NEEDED, help: 'How much one unit is worth, such as 1.0842.' }),
    ],
    values: { into: settings.reportingCurrency, on: today },
  }),
  confirm: 'Record the rate',
  done: '{id} is recorded.',
  next: 'The Finance tab shows it.',
  another: 'Record another',
});
