import type { CostResult } from '../../contract/outcome.ts';
import { median } from './summary.ts';

/** How long each kind of call takes here. */
export function Costs({ costs }: { readonly costs: readonly CostResult[] }) {
  if (costs.length === 0) return null;
  return (
    <section>
      <h2>What calls cost</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Call</th>
            <th scope="col" class="amount">
              Median, ms
            </th>
            <th scope="col" class="amount">
              Least
            </th>
            <th scope="col" class="amount">
              Most
            </th>
            <th scope="col" class="amount">
              Calls
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ title, eachMs, problem }) => (
            <tr key={title}>
              <th scope="row">
                {title}
                {problem === '' ? null : <span class="problem"> {problem}</span>}
              </th>
              <td class="amount">{median(eachMs) ?? '–'}</td>
              <td class="amount">{eachMs.length === 0 ? '–' : Math.min(...eachMs)}</td>
              <td class="amount">{eachMs.length === 0 ? '–' : Math.max(...eachMs)}</td>
              <td class="amount">{eachMs.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
