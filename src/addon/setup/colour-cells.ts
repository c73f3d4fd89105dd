import { columnLetters } from '../door/tables.ts';
import type { Services } from '../services/services.ts';
import type { TabPlan } from './assemble-tab-plans.ts';

/**
 * Colours the cells of a tab by what stands in them, where nobody has chosen colours yet: people may change them, and
 * get them back by removing all and setting up again.
 */
export function colourCells(
  services: Services,
  { colours }: TabPlan,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  positions: ReadonlyMap<string, number>,
): void {
  if (colours.length === 0 || sheet.getConditionalFormatRules().length > 0) return;
  const rows = sheet.getMaxRows() - 1;
  const rules = colours.flatMap(({ header, word, pastIn, background }) => {
    const position = positions.get(header);
    const past = pastIn === null ? undefined : positions.get(pastIn);
    if (position === undefined || (pastIn !== null && past === undefined)) return [];
    const rule = services.spreadsheets
      .newColourRule()
      .setBackground(background)
      .setRanges([sheet.getRange(2, position + 1, rows, 1)]);
    if (past === undefined) return [rule.whenTextEqualTo(word).build()];
    const [cell, day] = [columnLetters(position), columnLetters(past)];
    return [
      rule.whenFormulaSatisfied(`=AND($${cell}2="${word}",ISNUMBER($${day}2),$${day}2<TODAY())`).build(),
    ];
  });
  sheet.setConditionalFormatRules(rules);
}
