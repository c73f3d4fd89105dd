import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { groupDigits, monthsBefore, monthsFrom, spellMonth } from './spell.ts';
import { StackedColumns } from './stacked-columns.tsx';
import { STATUS_LOOKS, StatusPatterns, Swatch } from './status-looks.tsx';

type OfCurrency = DashboardView['commissions'][number];

/** Commissions by month and status, a chart and a table for each currency. */
export function Commissions({
  commissions,
  today,
}: {
  readonly commissions: DashboardView['commissions'];
  readonly today: string;
}) {
  const used = STATUS_LOOKS.filter(({ status, isDrawn }) =>
    commissions.some(({ totals }) => isDrawn && totals.some((cell) => cell.status === status)),
  );
  const shown = shownMonths(commissions, today.slice(0, 7));
  return (
    <section>
      <h2>Commissions by month and status</h2>
      <p class="intro">
        Paid amounts stand in the month of payment, others in the month in which they are due. Currencies are
        never added together. The charts go back twelve months, the tables to the first line.
      </p>
      {commissions.length === 0 ? <p class="intro">No deal has a commission line yet.</p> : null}
      <StatusPatterns />
      <ul class="legend" aria-label="Statuses in the charts">
        {used.map(({ status }) => (
          <li key={status}>
            <Swatch status={status} />
            {status}
          </li>
        ))}
      </ul>
      {commissions.map((ofCurrency) => (
        <div class="pair currency" key={ofCurrency.currency}>
          <div>
            <h3 id={`months-${ofCurrency.currency}`}>{ofCurrency.currency}</h3>
            <StackedColumns commissions={ofCurrency} shown={shown} />
          </div>
          <MonthsTable commissions={ofCurrency} />
        </div>
      ))}
    </section>
  );
}

/** A year's months up to this one, and those ahead in which something is due. */
function shownMonths(commissions: readonly OfCurrency[], thisMonth: string): readonly string[] {
  const months = commissions.flatMap((one) => one.months.flatMap(({ month }) => month ?? []));
  const last = months.reduce((latest, month) => (month > latest ? month : latest), thisMonth);
  return monthsFrom(monthsBefore(thisMonth, 11), last);
}

function MonthsTable({ commissions: { currency, months, totals } }: { readonly commissions: OfCurrency }) {
  return (
    <table class="numbers">
      <caption class="unseen">Commissions in {currency} by month and status</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">
            Lines
          </th>
          <th scope="col" class="number">
            {currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, cells }) =>
          cells.map(({ status, lines, amount }, i) => (
            <tr key={`${month} ${status}`} class={i === 0 ? 'first' : ''}>
              {i === 0 ? (
                <th scope="rowgroup" rowSpan={cells.length} class="nowrap">
                  {month === null ? 'No date' : spellMonth(month)}
                </th>
              ) : null}
              <td>
                <Swatch status={status} /> {status}
              </td>
              <td class="number">{lines}</td>
              <td class="number">{groupDigits(amount)}</td>
            </tr>
          )),
        )}
      </tbody>
      <tfoot>
        {totals.map(({ status, lines, amount }, i) => (
          <tr key={status} class={i === 0 ? 'first' : ''}>
            {i === 0 ? (
              <th scope="rowgroup" rowSpan={totals.length}>
                All
              </th>
            ) : null}
            <td>
              <Swatch status={status} /> {status}
            </td>
            <td class="number">{lines}</td>
            <td class="number">{groupDigits(amount)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
