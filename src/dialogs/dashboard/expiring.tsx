import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { count } from './spell.ts';

/** The active leads that end soon, the nearest first. */
export function Expiring({ expiring: { within, leads } }: { readonly expiring: DashboardView['expiring'] }) {
  const longest = within.at(-1)?.days ?? 0;
  return (
    <section>
      <h2 id="expiring">Expire within {longest} days</h2>
      {leads.length === 0 ? (
        <p class="intro">No active lead ends in that time.</p>
      ) : (
        <table class="numbers" aria-labelledby="expiring">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Partner</th>
              <th scope="col">Active until</th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ lead, customer, partner, activeUntil, daysLeft }) => (
              <tr key={lead}>
                <th scope="row">
                  <bdi>{customer}</bdi> <span class="quiet nowrap">{lead}</span>
                </th>
                <td>
                  <bdi>{partner}</bdi>
                </td>
                <td class="nowrap">
                  {activeUntil}
                  <span class={daysLeft <= (within[0]?.days ?? 0) ? 'below urgent' : 'below'}>
                    {daysLeft === 0 ? 'last day' : `${count(daysLeft, 'day')} left`}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
