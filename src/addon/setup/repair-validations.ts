import type { Services } from '../services/services.ts';
import type { TabPlan } from './assemble-tab-plans.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/**
 * Puts the dropdowns of a tab in place over their whole columns. They allow other words, with a warning: what somebody
 * types has to reach the registry to be made a command or to be put back with the reason. Returns how many were missing
 * or different in the first row.
 */
export function repairValidations(
  services: Services,
  plan: TabPlan,
  sheet: Sheet,
  positions: ReadonlyMap<string, number>,
): number {
  const wanted = plan.columns.flatMap(({ header, choices }) => {
    const position = positions.get(header);
    return choices === null || position === undefined ? [] : [{ position, choices }];
  });
  if (wanted.length === 0) return 0;
  const width = Math.max(...wanted.map(({ position }) => position)) + 1;
  const found = sheet.getRange(2, 1, 1, width).getDataValidations()[0] ?? [];
  let missing = 0;
  for (const { position, choices } of wanted) {
    const help = helpText(choices);
    if (!isSame(found[position] ?? null, choices, help)) missing += 1;
    const rule = services.spreadsheets
      .newValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(true)
      .setHelpText(help)
      .build();
    sheet.getRange(2, position + 1, sheet.getMaxRows() - 1, 1).setDataValidation(rule);
  }
  return missing;
}

function helpText(choices: readonly string[]): string {
  return `One of: ${choices.join(', ')}. Anything else is put back and explained in a note.`;
}

function isSame(found: Validation | null, choices: readonly string[], help: string): boolean {
  if (found === null || !found.getAllowInvalid() || found.getHelpText() !== help) return false;
  const [words] = found.getCriteriaValues();
  return (
    Array.isArray(words) && words.length === choices.length && words.every((word, i) => word === choices[i])
  );
}
