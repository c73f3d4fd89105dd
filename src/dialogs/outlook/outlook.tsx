import { spellMoney } from '../kit/format.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { ReportButtons } from '../kit/report-buttons.tsx';
import { useReport } from '../kit/use-report.ts';

interface Converted {
  readonly currency: string;
  readonly amount: string;
  readonly rate: string;
  readonly rateOn: string;
}

interface Forecast {
  readonly asOf: string;
  readonly currencies: readonly {
    readonly currency: string;
    readonly accrued: string;
    readonly byStatus: { readonly [status: string]: string };
    readonly dueByAge: { readonly [age: string]: string };
    readonly converted: Converted | null;
  }[];
  readonly months: readonly {
    readonly month: string;
    readonly currency: string;
    readonly due: string;
    readonly scheduled: string;
    readonly awaitingCash: string;
    readonly openDeals: string;
  }[];
}

const NOTHING = {};

/** What is owed and what is coming, each currency by itself. */
export function Outlook() {
  const { value, problem, isBusy } = useReport<Forecast>('forecastCommissions', NOTHING);
  return (
    <div class="page report">
      <div class="body">
        {isBusy ? <Loading what="The outlook is being made." /> : null}
        {problem === '' ? null : <Notice tone="wrong" title={problem} isAlert />}
        {value === null ? null : <Shown forecast={value} />}
      </div>
      <ReportButtons canPrint={value !== null} />
    </div>
  );
}

function Shown({ forecast: { asOf, currencies, months } }: { readonly forecast: Forecast }) {
  if (currencies.length + months.length === 0)
    return <Notice tone="plain" title="No commission is earned or expected yet." />;
  return (
    <>
      <h1>As of {asOf}</h1>
      {currencies.map(({ currency, accrued, byStatus, dueByAge, converted }) => (
        <section key={currency}>
          <h2>
            {currency}: {spellMoney(accrued)} earned and unpaid
          </h2>
          {converted === null || converted.currency === currency ? null : (
            <p class="quiet">
              {spellMoney(converted.amount)} {converted.currency} at {converted.rate} of {converted.rateOn}
            </p>
          )}
          <Row amounts={byStatus} />
          <h3>Due, by the days for which it has been</h3>
          <Row amounts={dueByAge} />
        </section>
      ))}
      <Months months={months} />
    </>
  );
}

function Row({ amounts }: { readonly amounts: { readonly [label: string]: string } }) {
  return (
    <table>
      <thead>
        <tr>
          {Object.keys(amounts).map((label) => (
            <th scope="col" class="amount" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {Object.entries(amounts).map(([label, amount]) => (
            <td class="amount" key={label}>
              {spellMoney(amount)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Months({ months }: { readonly months: Forecast['months'] }) {
  return (
    <section>
      <h2>Expected by month</h2>
      <p class="quiet">
        What waits for cash as if the customer paid today; open deals as if each were signed and paid for on
        the last day on which it can be.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Currency</th>
            <th scope="col" class="amount">
              Due
            </th>
            <th scope="col" class="amount">
              Scheduled
            </th>
            <th scope="col" class="amount">
              Awaiting cash
            </th>
            <th scope="col" class="amount">
              Open deals
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, currency, due, scheduled, awaitingCash, openDeals }) => (
            <tr key={month + currency}>
              <th scope="row" class="short">
                {month}
              </th>
              <td>{currency}</td>
              {[due, scheduled, awaitingCash, openDeals].map((amount, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
                <td class="amount" key={i}>
                  {spellMoney(amount)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
