import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { count, spellShare } from './spell.ts';

/** The few numbers that tell most. */
export function KeyFigures({ view: { decisions, leads, expiring } }: { readonly view: DashboardView }) {
  const nearest = expiring.within.slice(0, -1);
  const longest = expiring.within.at(-1);
  const targetDays = count(decisions.targetDays, 'business day');
  return (
    <section aria-label="Key figures">
      <dl class="figures">
        <Figure
          label="Open requests"
          value={String(decisions.waiting)}
          detail={
            decisions.overdue === 0 ? 'none beyond the target' : `${decisions.overdue} beyond the target`
          }
          isUrgent={decisions.overdue > 0}
        />
        <Figure
          label="Median decision"
          value={spellDays(decisions.medianDays)}
          detail={
            decisions.ninetiethPercentileDays === null
              ? 'no request decided yet'
              : `9 of 10 in ${count(decisions.ninetiethPercentileDays, 'day')}`
          }
        />
        <Figure
          label="Decided in time"
          value={spellShare(decisions.inTime)}
          detail={`${decisions.inTime.part} of ${decisions.inTime.whole} decided`}
        />
        <Figure
          label="Approval rate"
          value={spellShare(leads.approval)}
          detail={`${leads.approval.part} of ${leads.approval.whole} decided`}
        />
        <Figure
          label="Conversion rate"
          value={spellShare(leads.conversion)}
          detail={`${leads.conversion.part} of ${leads.conversion.whole} approved`}
        />
        {longest === undefined ? null : (
          <Figure
            label={`Expire in ${longest.days} days`}
            value={String(longest.count)}
            detail={nearest.map(({ days, count: n }) => `${n} in ${days} days`).join(', ')}
          />
        )}
      </dl>
      <p class="footnote">
        Days of decisions are business days after the day of arrival; the target is {targetDays}. Rates:
        approved of all that were approved or rejected, converted of all ever approved.
      </p>
    </section>
  );
}

function spellDays(days: number | null): string {
  return days === null ? '–' : count(days, 'day');
}

function Figure({
  label,
  value,
  detail,
  isUrgent = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly isUrgent?: boolean;
}) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd class="value">{value}</dd>
      <dd class={isUrgent ? 'detail urgent' : 'detail'}>{detail}</dd>
    </div>
  );
}
