import type {
  BehaviourResult,
  CostResult,
  Expected,
  Facts,
  NotChecked,
  Observed,
  StepResult,
  Verdict,
} from '../../contract/outcome.ts';
import { median, type Summary, summarise, VERDICT_NAMES } from './summary.ts';

/** Everything that a report is made of. */
export interface Findings {
  readonly facts: Facts;
  readonly results: readonly StepResult[];
  readonly notChecked: readonly NotChecked[];
  /** How many steps the whole check takes. */
  readonly steps: number;
}

/** Marks the report, so that whoever reads it knows what its fields mean. */
const FORMAT = 'lead-registry-live-check/1';

/** The report as one text: for people first, and the same again as JSON for programs. */
export function writeReport(findings: Findings): string {
  const { facts, results, notChecked, steps } = findings;
  const { behaviours, costs } = summarise(results);
  const isWhole = results.length === steps;
  const parts = [
    'Lead Registry: check of an installation',
    ...(isWhole ? [] : [`NOT BROUGHT TO ITS END: ${results.length} of ${steps} steps.`]),
    Object.entries(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    verdictSection('differs', behaviours),
    verdictSection('differently told', behaviours),
    section('What calls cost, in milliseconds', costs.map(tellCost)),
    section(
      'Not checked here',
      notChecked.map(({ what, why }) => `- ${what}. ${why}`),
    ),
    verdictSection('expected', behaviours),
    JSON.stringify({ format: FORMAT, facts, steps, results, notChecked: notChecked.map(({ what }) => what) }),
  ];
  return `${parts.join('\n\n')}\n`;
}

function verdictSection(verdict: Verdict, behaviours: Summary['behaviours']): string {
  return section(VERDICT_NAMES[verdict], behaviours[verdict].map(tellBehaviour));
}

function section(title: string, lines: readonly string[]): string {
  return [`${title} (${lines.length})`, ...lines].join('\n');
}

function tellBehaviour(one: BehaviourResult): string {
  const line = `- ${one.group}: ${one.title} [${one.source}]`;
  if (one.verdict === 'expected') return line;
  return `${line}\n    expected: ${tellExpected(one.expected)}\n    seen: ${tellObserved(one.observed)}`;
}

/** What was expected, in words. */
export function tellExpected(expected: Expected): string {
  return expected.kind === 'returned' ? JSON.stringify(expected.value) : `refused with “${expected.message}”`;
}

/** What was seen, in words. */
export function tellObserved(observed: Observed): string {
  if (observed.kind === 'returned') return JSON.stringify(observed.value);
  return `refused with “${observed.message}”${observed.late ? ', but only when it was flushed' : ''}`;
}

function tellCost({ title, eachMs, problem }: CostResult): string {
  const middle = median(eachMs);
  if (middle === null) return `- ${title}: not measured: ${problem}`;
  return `- ${title}: ${middle} (${Math.min(...eachMs)} to ${Math.max(...eachMs)}, ${eachMs.length} calls)`;
}
