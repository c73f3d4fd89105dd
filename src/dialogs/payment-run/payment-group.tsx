import { spellMoney } from '../kit/format.ts';

/** What one partner gets in one currency, as the registry answers it. */
export interface PaymentGroup {
  readonly partner: string;
  readonly partnerName: string;
  readonly currency: string;
  readonly net: string;
  readonly pays: boolean;
  readonly carriedBecause: string;
  readonly due: readonly {
    readonly commission: string;
    readonly amount: string;
    readonly dueOn: string | null;
  }[];
  readonly held: readonly { readonly commission: string; readonly amount: string; readonly reason: string }[];
}

export function Group({
  group: { partner, partnerName, currency, net, pays, carriedBecause, due, held },
  onPay,
}: {
  readonly group: PaymentGroup;
  readonly onPay: (commission: string) => void;
}) {
  return (
    <section class="group">
      <h2>
        {partnerName} <span class="id">{partner}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Commission</th>
            <th scope="col">Due on</th>
            <th scope="col" class="amount">
              {currency}
            </th>
            <th scope="col">
              <span class="unseen">Payment</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {due.map(({ commission, amount, dueOn }) => (
            <tr key={commission}>
              <th scope="row">{commission}</th>
              <td>{dueOn ?? ''}</td>
              <td class="amount">{spellMoney(amount)}</td>
              <td class="action">
                {pays && !amount.startsWith('-') ? (
                  <button type="button" class="link" onClick={() => onPay(commission)}>
                    Record payment<span class="unseen"> of {commission}</span>…
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
          {held.map(({ commission, amount, reason }) => (
            <tr key={commission} class="held">
              <th scope="row">{commission}</th>
              <td>on hold: {reason}</td>
              <td class="amount">{spellMoney(amount)}</td>
              <td />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {pays ? 'To be paid' : `Carried on. ${carriedBecause}`}
            </th>
            <td class="amount">{spellMoney(net)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
