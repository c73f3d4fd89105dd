import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { Bar } from './bar.tsx';
import { groupDigits } from './spell.ts';

/** Partners by the revenue that they have brought, a table for each currency. */
export function PartnerValues({ values }: { readonly values: DashboardView['partnerValues'] }) {
  return (
    <section>
      <h2>Partners by value</h2>
      <p class="intro">
        Net first-year SaaS revenue of signed licences and renewals, and the commission that it earns the
        partner.
      </p>
      {values.length === 0 ? <p class="intro">No contract has been signed yet.</p> : null}
      <div class="pair">
        {values.map((one) => (
          <ValuesTable key={one.currency} value={one} />
        ))}
      </div>
    </section>
  );
}

function ValuesTable({
  value: { currency, partners, revenue, commission },
}: {
  readonly value: DashboardView['partnerValues'][number];
}) {
  const most = Math.max(...partners.map((one) => Number(one.revenue)));
  return (
    <div>
      <h3 id={`values-${currency}`}>{currency}</h3>
      <table class="numbers" aria-labelledby={`values-${currency}`}>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col" class="number">
              Revenue
            </th>
            <th scope="col" class="number">
              Commission
            </th>
          </tr>
        </thead>
        <tbody>
          {partners.map((one) => (
            <tr key={one.partner}>
              <th scope="row">
                <bdi>{one.name}</bdi>
                <Bar value={Number(one.revenue)} most={most} />
              </th>
              <td class="number">{groupDigits(one.revenue)}</td>
              <td class="number">{groupDigits(one.commission)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td class="number">{groupDigits(revenue)}</td>
            <td class="number">{groupDigits(commission)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** How many leads each partner has brought, and how many of them came through. */
export function PartnerLeads({ partners }: { readonly partners: DashboardView['partnerLeads'] }) {
  const most = Math.max(...partners.map(({ leads }) => leads));
  return (
    <section>
      <h2 id="partner-leads">Leads by partner</h2>
      <table class="numbers" aria-labelledby="partner-leads">
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <td />
            <th scope="col" class="number">
              Leads
            </th>
            <th scope="col" class="number">
              Approved
            </th>
            <th scope="col" class="number">
              Converted
            </th>
          </tr>
        </thead>
        <tbody>
          {partners.map(({ partner, name, leads, approved, converted }) => (
            <tr key={partner}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td class="wide">
                <Bar value={leads} most={most} />
              </td>
              <td class="number">{leads}</td>
              <td class="number">{approved}</td>
              <td class="number">{converted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
