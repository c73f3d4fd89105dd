/** What a run of set-up did, in sentences for people. */
export interface SetUpReport {
  /** False where nothing was done; `warnings` then says why. */
  readonly done: boolean;
  readonly made: readonly string[];
  readonly repaired: readonly string[];
  readonly leftAlone: readonly string[];
  /** What people should look at or do. */
  readonly warnings: readonly string[];
}

/** The report while it is being written. */
export interface Findings {
  readonly made: string[];
  readonly repaired: string[];
  readonly leftAlone: string[];
  readonly warnings: string[];
}

/** An empty report to write into. */
export function openFindings(): Findings {
  return { made: [], repaired: [], leftAlone: [], warnings: [] };
}

/** The report of a run that did nothing, and why. */
export function refuseSetUp(why: string): SetUpReport {
  return { ...openFindings(), done: false, warnings: [why] };
}

const HEADINGS = [
  ['warnings', 'Please look at this:'],
  ['made', 'Made:'],
  ['repaired', 'Repaired:'],
  ['leftAlone', 'Already right:'],
] as const;

/** An alert shows so many lines of a heading; more than that nobody reads. */
const MOST_LINES = 12;

/** The report as the text of an alert: what needs attention first. */
export function formatReport(report: SetUpReport): string {
  if (!report.done) return report.warnings.join('\n');
  const parts = HEADINGS.flatMap(([key, heading]) => {
    const lines = report[key];
    if (lines.length === 0) return [];
    const rest = lines.length - MOST_LINES;
    const more = rest > 0 ? [`… and ${rest} more.`] : [];
    return [[heading, ...lines.slice(0, MOST_LINES).map((line) => `• ${line}`), ...more].join('\n')];
  });
  return parts.join('\n\n');
}
