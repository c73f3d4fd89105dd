import { Facts as FactList } from '../kit/facts.tsx';
import { spellMoney } from '../kit/format.ts';
import type { Explanation, Source } from './explanation.ts';

interface Told {
  readonly told: Explanation;
}

/** How the amount comes about. */
export function Money({ told: { arithmetic, currency, due } }: Told) {
  const credits = arithmetic.credits.map(
    ({ amount, creditedOn, reason }) => `${spellMoney(amount)} on ${creditedOn}: ${reason}`,
  );
  const clock =
    due.dueOn === ''
      ? 'No cash has arrived yet, so there is no due date.'
      : due.firstReceiptOn === ''
        ? due.dueOn
        : `${due.dueOn}: ${due.paymentDays ?? ''} days after the first cash of ${due.firstReceiptOn} (${due.receipt})`;
  return (
    <section>
      <h2>The amount</h2>
      <p>{arithmetic.sentence}</p>
      <FactList
        facts={[
          { label: 'Gross', text: `${spellMoney(arithmetic.gross)} ${currency}` },
          { label: 'Deductions', text: spellMoney(arithmetic.deductions) },
          ...(credits.length === 0 ? [] : [{ label: 'Credits', text: credits.join('; ') }]),
          { label: 'Net of the first year', text: spellMoney(arithmetic.net) },
          { label: 'Due on', text: clock },
        ]}
      />
    </section>
  );
}

/** The five conditions with their evidence. */
export function Conditions({ told: { conditions } }: Told) {
  return (
    <section>
      <h2>The five conditions</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Condition</th>
            <th scope="col">Holds</th>
            <th scope="col">What it asks, and the evidence</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map(({ condition, meaning, answer, evidence }) => (
            <tr key={condition}>
              <th scope="row">{condition}</th>
              <td class={`short answer-${answer.replace(' ', '-')}`}>{answer}</td>
              <td>
                {meaning}
                <br />
                <span class="quiet">{evidence}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Request, conflict check, approval, introductions, deal and cash. */
export function Facts({ told: { request, introductions, deal, receipts } }: Told) {
  const { approval } = request;
  return (
    <section>
      <h2>What it follows from</h2>
      <FactList
        facts={[
          { label: 'Request', text: `${request.lead}, ${tell(request.recorded)}` },
          {
            label: 'Conflict check',
            text: [request.conflictCheck, request.conflictEvidence].filter(Boolean).join(': '),
          },
          ...(approval === null
            ? []
            : [
                {
                  label: 'Approval',
                  text: `On ${approval.approvedOn} by ${approval.approvedBy}, active until ${approval.activeUntil}, ${tell(approval.recorded)}${approval.override === '' ? '' : `. Engaged, and overridden: ${approval.override}`}`,
                },
              ]),
          ...introductions.map((one) => ({
            label: `Introduction ${one.introduction}`,
            text: `${one.contact}${one.title === '' ? '' : ` (${one.title})`} on ${one.introducedOn}; ${one.confirmation === 'open' ? 'not confirmed yet' : `${one.confirmation} by ${one.by} on ${one.on}`}`,
          })),
          {
            label: `Deal ${deal.deal}`,
            text: `${deal.kind}, ${deal.status}${deal.signedOn === '' ? '' : ` on ${deal.signedOn}`}, ${tell(deal.recorded)}`,
          },
          ...receipts.map((one) => ({
            label: `Receipt ${one.receipt}`,
            text: `${spellMoney(one.amount)} on ${one.receivedOn}, ${one.reference}${one.isVoided ? '; voided' : ''}${one.voids === '' ? '' : `; takes back ${one.voids}`}`,
          })),
        ]}
      />
    </section>
  );
}

/** All lines of the deal, and what was paid. */
export function Payments({ told: { lines, disputes, currency } }: Told) {
  return (
    <section>
      <h2>The deal’s lines and payments</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Kind</th>
            <th scope="col">Status</th>
            <th scope="col">Paid</th>
            <th scope="col" class="amount">
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.commission}>
              <th scope="row" class="short">
                {line.commission}
              </th>
              <td>{line.voids === '' ? line.kind : `Payment of ${line.voids} voided: ${line.voidReason}`}</td>
              <td class="short">{line.status}</td>
              <td>
                {line.paidOn === ''
                  ? ''
                  : `${line.paidOn}, ${line.reference}, ${tell(line.paid ?? line.recorded)}`}
              </td>
              <td class="amount">{spellMoney(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {disputes.map(({ claim, openedOn, openedBy, outcome, reason, decidedBy, decidedOn }) => (
        <p key={openedOn + claim}>
          Disputed on {openedOn} (kept by {openedBy}): {claim}.{' '}
          {outcome === ''
            ? 'Not decided yet.'
            : `${outcome === 'upheld' ? 'Upheld' : 'Rejected'} by ${decidedBy} on ${decidedOn}: ${reason}`}
        </p>
      ))}
    </section>
  );
}

/** What the journal says, entry by entry. */
export function Trail({ told: { trail } }: Told) {
  return (
    <section>
      <h2>The journal</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">When and who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {trail.map(({ entry, at, by, title, reason, made, changes }) => (
            <tr key={entry}>
              <th scope="row">{entry}</th>
              <td>
                <span class="short">{at.slice(0, 16).replace('T', ' ')}</span>
                <br />
                <span class="quiet">{by}</span>
              </td>
              <td>
                <strong>{title}</strong>
                {made.length === 0 ? '' : ` ${made.join(', ')}`}
                {reason === '' ? '' : `: ${reason}`}
                <ul class="quiet">
                  {changes
                    .filter(({ record }) => !made.includes(record))
                    .map(({ record, field, before, after }) => (
                      <li key={record + field}>
                        {record} {field}: {before === '' ? 'empty' : before} →{' '}
                        {after === '' ? 'empty' : after}
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tell({ entry, by }: Source): string {
  return entry === null ? 'in an earlier year’s journal' : `entry ${entry} by ${by}`;
}
