import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { shortMonth, spellMonth } from './spell.ts';
import { fillOf, STATUS_LOOKS, type Status } from './status-looks.tsx';

type OfCurrency = DashboardView['commissions'][number];

const SIZE = { width: 520, height: 240 };
const MARGIN = { top: 12, right: 8, bottom: 40, left: 52 };
const NO_DATE = 'none';
const DRAWN = STATUS_LOOKS.filter(({ isDrawn }) => isDrawn).map(({ status }) => status);

interface Column {
  readonly month: string;
  readonly amounts: ReadonlyMap<Status, number>;
}

/** Columns of a month each, stacked by status; what lowers the sum hangs below the line. */
export function StackedColumns({
  commissions: { currency, months },
  shown,
}: {
  readonly commissions: OfCurrency;
  /** The months of all charts, so that they can be compared. */
  readonly shown: readonly string[];
}) {
  const columns = columnsOf(months, shown);
  const series = stack<Column, Status>()
    .keys(DRAWN)
    .value(({ amounts }, status) => amounts.get(status) ?? 0)
    .offset(stackOffsetDiverging)([...columns]);
  const ends = series.flatMap((one) => one.flat());
  const x = scaleBand(
    columns.map(({ month }) => month),
    [MARGIN.left, SIZE.width - MARGIN.right],
  ).paddingInner(0.25);
  const y = scaleLinear(
    [Math.min(0, ...ends), Math.max(0, ...ends)],
    [SIZE.height - MARGIN.bottom, MARGIN.top],
  ).nice(4);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={`Commissions in ${currency} by month, stacked by status. The numbers are in the table beside.`}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={MARGIN.left} x2={SIZE.width - MARGIN.right} class={tick === 0 ? 'axis' : 'grid'} />
          <text x={MARGIN.left - 8} dy="0.32em" text-anchor="end">
            {COMPACT.format(tick).replace('-', '−')}
          </text>
        </g>
      ))}
      {series.map((one) =>
        one.map(([from, to], i) => {
          const { month = '' } = columns[i] ?? {};
          const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
          return bottom - top < 0.5 ? null : (
            <rect
              key={`${one.key} ${month}`}
              x={x(month)}
              width={x.bandwidth()}
              y={top}
              height={bottom - top}
              fill={fillOf(one.key)}
              stroke="#1f1f1f"
              stroke-width="0.75"
            />
          );
        }),
      )}
      {columns.map(({ month }, i) => (
        <text
          key={month}
          x={(x(month) ?? 0) + x.bandwidth() / 2}
          y={SIZE.height - MARGIN.bottom + 16}
          text-anchor="middle"
        >
          {month === NO_DATE ? 'No' : shortMonth(month)}
          <tspan x={(x(month) ?? 0) + x.bandwidth() / 2} dy="1.2em">
            {yearBelow(month, i)}
          </tspan>
        </text>
      ))}
    </svg>
  );
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });

/** The year stands under the first month and under each January. */
function yearBelow(month: string, i: number): string {
  if (month === NO_DATE) return 'date';
  return i === 0 || month.endsWith('-01') ? spellMonth(month).slice(-4) : '';
}

/** A column for every month, with amounts or without, and one for what has no date. */
function columnsOf(months: OfCurrency['months'], shown: readonly string[]): readonly Column[] {
  return [...shown, NO_DATE].map((month) => {
    const cells = months.find((one) => (one.month ?? NO_DATE) === month)?.cells ?? [];
    return { month, amounts: new Map(cells.map(({ status, amount }) => [status, Number(amount)])) };
  });
}
