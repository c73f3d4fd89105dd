import { spellMoney } from '../kit/format.ts';

/** One currency of a statement, as the registry answers it. */
export interface CurrencyPart {
  readonly currency: string;
  readonly opening: string;
  readonly new: string;
  readonly adjustments: string;
  readonly paid: string;
  readonly closing: string;
  readonly lines: readonly {
    readonly date: string;
    readonly kind: 'new' | 'adjustment' | 'payment';
    readonly commission: string;
    readonly deal: string;
    readonly customer: string;
    readonly base: string;
    readonly rate: string;
    readonly amount: string;
    readonly reference?: string;
    readonly reason?: string;
  }[];
  readonly open: readonly {
    readonly commission: string;
    readonly customer: string;
    readonly owed: string;
    readonly status: string;
    readonly dueOn: string;
    readonly holdReason: string;
  }[];
}

/** Opening, every movement, closing; and what the closing balance consists of. */
export function CurrencyTable({ part }: { readonly part: CurrencyPart }) {
  const { currency, opening, closing, lines, open } = part;
  return (
    <section>
      <h2>{currency}</h2>
      <p class="quiet">
        New {spellMoney(part.new)}, adjustments {spellMoney(part.adjustments)}, paid {spellMoney(part.paid)}.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Line</th>
            <th scope="col">Customer and deal</th>
            <th scope="col" class="amount">
              Base × rate
            </th>
            <th scope="col" class="amount">
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={4}>
              Opening balance
            </th>
            <td class="amount">{spellMoney(opening)}</td>
          </tr>
          {lines.map(({ date, kind, commission, deal, customer, base, rate, amount, reference, reason }) => (
            <tr key={date + kind + commission}>
              <td class="short">{date}</td>
              <td>
                {commission}
                <br />
                <span class="quiet">{kind}</span>
              </td>
              <td>
                {customer}, {deal}
                {reference === undefined ? '' : `, paid under ${reference}`}
                {reason === undefined ? '' : `. ${reason}`}
              </td>
              <td class="amount">{kind === 'payment' ? '' : `${spellMoney(base)} × ${rate}`}</td>
              <td class="amount">{spellMoney(kind === 'payment' ? negate(amount) : amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Closing balance
            </th>
            <td class="amount">{spellMoney(closing)}</td>
          </tr>
        </tfoot>
      </table>
      {open.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">Still open</th>
              <th scope="col">Customer</th>
              <th scope="col">Status</th>
              <th scope="col" class="amount">
                {currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ commission, customer, owed, status, dueOn, holdReason }) => (
              <tr key={commission}>
                <th scope="row" class="short">
                  {commission}
                </th>
                <td>{customer}</td>
                <td>
                  {status}
                  {dueOn === '' || holdReason !== '' ? '' : describeDue(status, dueOn)}
                  {holdReason === '' ? '' : `: ${holdReason}`}
                </td>
                <td class="amount">{spellMoney(owed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function describeDue(status: string, dueOn: string): string {
  return status === 'Due' ? ` since ${dueOn}` : `, due on ${dueOn}`;
}

/** A payment lessens what is owed. */
function negate(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
