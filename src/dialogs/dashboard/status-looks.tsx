import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';

export type Status = DashboardView['commissions'][number]['totals'][number]['status'];

/**
 * The look of each status: a colour of the palette of Okabe and Ito, which colour-blind people tell apart, and a pattern
 * for those who see none and for paper. What earns nothing is not drawn.
 */
export const STATUS_LOOKS: readonly {
  readonly status: Status;
  readonly isDrawn: boolean;
  readonly fill: string;
  /** Lines of the pattern in a square of eight; '' is plain. */
  readonly lines: string;
}[] = [
  { status: 'Paid', isDrawn: true, fill: '#009e73', lines: '' },
  { status: 'Due', isDrawn: true, fill: '#d55e00', lines: 'M-2 2l4-4M0 8l8-8M6 10l4-4' },
  { status: 'On hold', isDrawn: true, fill: '#cc79a7', lines: 'M2 1v2M1 2h2M6 5v2M5 6h2' },
  { status: 'Scheduled', isDrawn: true, fill: '#56b4e9', lines: 'M0 4h8' },
  { status: 'Awaiting cash', isDrawn: true, fill: '#f0e442', lines: 'M4 0v8' },
  { status: 'Not yet', isDrawn: false, fill: '#fff', lines: '' },
  { status: 'Not eligible', isDrawn: false, fill: '#fff', lines: '' },
  { status: 'Reversed', isDrawn: false, fill: '#fff', lines: '' },
];

const patternId = (status: Status): string => `status-${status.replace(' ', '-').toLowerCase()}`;

/** What to fill a shape of that status with. */
export function fillOf(status: Status): string {
  return `url(#${patternId(status)})`;
}

/** The patterns, once for the page. */
export function StatusPatterns() {
  return (
    <svg width="0" height="0" class="patterns" aria-hidden="true">
      <defs>
        {STATUS_LOOKS.map(({ status, fill, lines }) => (
          <pattern key={status} id={patternId(status)} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={fill} />
            <path d={lines} stroke="#1f1f1f" stroke-width="1.2" fill="none" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A small square in the look of a status; an empty place for one that is not drawn. */
export function Swatch({ status }: { readonly status: Status }) {
  const isDrawn = STATUS_LOOKS.some((look) => look.status === status && look.isDrawn);
  return (
    <svg class="swatch" width="14" height="14" aria-hidden="true">
      {isDrawn ? (
        <rect x="0.5" y="0.5" width="13" height="13" fill={fillOf(status)} stroke="#1f1f1f" />
      ) : null}
    </svg>
  );
}
