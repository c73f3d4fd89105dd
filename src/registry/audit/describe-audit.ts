import type { AuditReport, CheckResult } from './audit-registry.ts';
import type { Finding } from './finding.ts';

/** A finding on one line: where, about what, what was found and what is expected, and the rule behind it. */
export function describeFinding(finding: Finding): string {
  const { tab, cell, id, column, found, expected, section, note } = finding;
  const place = [cell === '' ? tab : `${tab}!${cell}`, id].filter(Boolean).join('  ');
  const what = `${column === '' ? '' : `${column}: `}found ${found || 'nothing'}, expected ${expected || 'nothing'}`;
  const rule = section === '' ? '' : ` (section ${section})`;
  return `${place}  ${what}${rule}${note === '' ? '' : `. ${note}`}`;
}

/** What was looked at, a line each. */
export function describeChecks({ checks }: AuditReport): readonly string[] {
  return checks.map(({ what, looked, differ }) => `${count(looked)} ${what}, ${differs(differ)}`);
}

function differs(differ: CheckResult['differ']): string {
  return differ === 1 ? '1 differs' : `${count(differ)} differ`;
}

function count(things: number): string {
  return things.toLocaleString('en-US');
}

/** What no audit from outside can tell, so that nobody takes its silence for an answer. */
export const NOT_KNOWABLE =
  'Triggers: no API lists them. What is known is what the Settings tab says: the account that they run as, and what the self-check last found; a programme head sees them under Extensions > Apps Script > Triggers.';
