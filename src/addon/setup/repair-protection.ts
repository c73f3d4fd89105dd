import type { Services } from '../services/services.ts';
import type { PlannedTab, RepairedTab } from './repair-tab.ts';
import { runsOf } from './runs-of.ts';
import type { Findings } from './set-up-report.ts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Begins the description of every protection of the registry's own. */
const OURS = 'Lead Registry: ';
const DESCRIPTIONS = {
  hard: `${OURS}only programme heads change this tab.`,
  warning: `${OURS}what is typed over the registry’s own columns is put back.`,
} as const;

/** What became of a tab's protection; `none` where it is to have none. */
export type ProtectionOutcome = 'made' | 'repaired' | 'kept' | 'none';

/** Who may change a hard tab besides the owner of the file. */
export interface Administrators {
  readonly heads: readonly string[];
  /** Whoever runs this. */
  readonly me: string;
  /** Owner of the file; '' where it belongs to a shared drive. */
  readonly owner: string;
}

/**
 * Puts a tab's protection right: hard for what programme heads alone may change, a warning for what commands write. A tab
 * has one protection at most; a stranger's is taken over on a hard tab and reported on the others, unless an interrupted run
 * (`wasCutOff`) may have left it before it was described. Programme rules, section 8.
 */
export function repairProtection(
  services: Services,
  { plan, sheet, positions }: RepairedTab,
  administrators: Administrators & { readonly wasCutOff: boolean },
  findings: Findings,
): ProtectionOutcome {
  const { protection: kind, name } = plan;
  if (kind === 'none') return 'none';
  const { SHEET } = services.spreadsheets.protectionType();
  const [found] = sheet.getProtections(SHEET);
  const described = found?.getDescription() ?? '';
  const isOurs = described.startsWith(OURS);
  const isLeftOver = described === '' && administrators.wasCutOff;
  if (found && !isOurs && !isLeftOver && kind === 'warning') {
    if (!found.isWarningOnly()) {
      findings.warnings.push(
        `Somebody protected the tab "${name}"${described === '' ? '' : ` (“${described}”)`}: commands of people without that right cannot write it. Remove it under Data > Protect sheets and ranges and set up again.`,
      );
    }
    return 'kept';
  }
  const protection = found ?? sheet.protect();
  let repaired = found === undefined || !isOurs;
  if (described !== DESCRIPTIONS[kind]) protection.setDescription(DESCRIPTIONS[kind]);
  if (kind === 'warning') {
    if (!found?.isWarningOnly()) {
      protection.setWarningOnly(true);
      repaired = true;
    }
  } else if (closeTab(protection, isOurs && !administrators.wasCutOff, administrators, findings, name))
    repaired = true;
  if (openColumns(sheet, protection, positionsOf(plan.openHeaders, positions))) repaired = true;
  if (!found) return 'made';
  return repaired ? 'repaired' : 'kept';
}

function positionsOf(headers: readonly string[], positions: RepairedTab['positions']): readonly number[] {
  return headers.flatMap((header) => positions.get(header) ?? []);
}

/** Lets programme heads in and everybody else out; returns whether anything was different. */
function closeTab(
  protection: Protection,
  isKnown: boolean,
  { heads, me, owner }: Administrators,
  findings: Findings,
  name: string,
): boolean {
  let changed = false;
  if (protection.isWarningOnly()) {
    protection.setWarningOnly(false);
    changed = true;
  }
  const editors = protection.getEditors().map((user) => user.getEmail().toLowerCase());
  // A new protection mirrors the file, open to all its editors, until somebody is named, and does not tell whether it does;
  // and without whoever runs this the next call would be refused.
  if (!isKnown || !editors.includes(me)) {
    protection.addEditor(me);
    changed = true;
  }
  const out = editors.filter((email) => email !== me && email !== owner && !heads.includes(email));
  if (out.length > 0) {
    protection.removeEditors(out);
    changed = true;
  }
  if (protection.canDomainEdit()) {
    protection.setDomainEdit(false);
    changed = true;
  }
  for (const head of heads) {
    if (head === owner || head === me || editors.includes(head)) continue;
    changed = true;
    try {
      protection.addEditor(head);
    } catch (error) {
      // One address that Google does not know must not keep the other heads and tabs waiting.
      const why = error instanceof Error ? error.message : String(error);
      findings.warnings.push(`${head} could not be let into the tab "${name}": ${why}`);
    }
  }
  return changed;
}

/** Opens the columns that people type into; returns whether they were not open. */
function openColumns(
  sheet: PlannedTab['sheet'],
  protection: Protection,
  positions: readonly number[],
): boolean {
  if (positions.length === 0) return false;
  const rows = sheet.getMaxRows() - 1;
  const wanted = runsOf(positions).map(({ from, count }) => sheet.getRange(2, from + 1, rows, count));
  const open = protection.getUnprotectedRanges().map((range) => range.getA1Notation());
  if (wanted.length === open.length && wanted.every((range) => open.includes(range.getA1Notation())))
    return false;
  protection.setUnprotectedRanges(wanted);
  return true;
}
