import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { monthsBefore, monthsFrom, shortMonth, spellMonth } from './spell.ts';
import { fillOf, STATUS_LOOKS, type Status } from './status-looks.tsx';

type OfCurrency = DashboardView['commissions'][number];

const SIZE = { width: 520, height: 240 };
const MARGIN = { top: 12, right: 8, bottom: 40, left: 52 };
/** The months that the chart goes back; the table beneath has all. */
const MONTHS_BACK = 11;
const NO_DATE = 'none';
const DRAWN = STATUS_LOOKS.filter(({ isDrawn }) => isDrawn).map(({ status }) => status);

interface Column {
  readonly month: string;
  readonly amounts: ReadonlyMap<Status, number>;
}

/** Columns of a month each, stacked by status; what lowers the sum hangs below the line. */
export function StackedColumns({
  commissions: { currency, months },
  today,
}: {
  readonly commissions: OfCurrency;
  readonly today: string;
}) {
  const columns = columnsOf(months, today.slice(0, 7));
  if (columns.length === 0) return <p class="intro">No amount in the last twelve months or ahead.</p>;
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
            {COMPACT.format(tick)}
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

/** A column for every month from the first with an amount to the last, and one for what has no date. */
function columnsOf(months: OfCurrency['months'], thisMonth: string): readonly Column[] {
  const columns = months.flatMap(({ month, cells }): Column[] => {
    const amounts = new Map(cells.map(({ status, amount }): [Status, number] => [status, Number(amount)]));
    const isEmpty = DRAWN.every((status) => (amounts.get(status) ?? 0) === 0);
    const isPast = month !== null && month < monthsBefore(thisMonth, MONTHS_BACK);
    return isEmpty || isPast ? [] : [{ month: month ?? NO_DATE, amounts }];
  });
  const dated = columns.filter(({ month }) => month !== NO_DATE);
  const [first, last] = [dated[0], dated.at(-1)];
  const filled =
    first === undefined || last === undefined
      ? []
      : monthsFrom(first.month, last.month).map(
          (month) => dated.find((column) => column.month === month) ?? { month, amounts: new Map() },
        );
  return [...filled, ...columns.filter(({ month }) => month === NO_DATE)];
}
