import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { Bar } from './bar.tsx';

/** How many leads are in each state. */
export function LeadStates({ leads: { states } }: { readonly leads: DashboardView['leads'] }) {
  const most = Math.max(...states.map(({ count }) => count));
  const all = states.reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <h2 id="states">Leads by state</h2>
      <table class="numbers" aria-labelledby="states">
        <thead class="unseen">
          <tr>
            <th scope="col">State</th>
            <td />
            <th scope="col">Leads</th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ status, count }) => (
            <tr key={status}>
              <th scope="row">{status}</th>
              <td class="wide">
                <Bar value={count} most={most} />
              </td>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td />
            <td class="number">{all}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
