import { hasTone, TONE_COLOURS, tonesOf } from '../../registry/schema/tones.ts';
import type { Services } from '../services/services.ts';
import type { TabPlan } from './assemble-tab-plans.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A status word in a column, from 1, that is to have its colours. */
interface Coloured {
  readonly column: number;
  readonly word: string;
  readonly colours: { readonly background: string; readonly text: string };
}

/**
 * Gives the words of status columns their colours, whatever rows come later. Rules that people made stay, behind the
 * registry's. Returns how many columns lacked theirs. One read, and one write for a tab that has such columns.
 */
export function repairColours(
  services: Services,
  plan: TabPlan,
  sheet: Sheet,
  positions: ReadonlyMap<string, number>,
): number {
  const wanted = plan.columns.flatMap(({ header, coloured }): readonly Coloured[] => {
    const position = positions.get(header);
    if (position === undefined) return [];
    return tonesOf(coloured).map(([word, tone]) => ({
      column: position + 1,
      word,
      colours: TONE_COLOURS[tone],
    }));
  });
  if (wanted.length === 0) return 0;
  const before = sheet.getConditionalFormatRules();
  const found = new Set(before.map(keyOf));
  const rules = wanted.map((one) => ruleOf(services, sheet, one));
  const lacking = wanted.filter((_, i) => !found.has(keyOf(rules[i] as Rule)));
  sheet.setConditionalFormatRules([...rules, ...before.filter((rule) => !isOurs(rule, wanted))]);
  return new Set(lacking.map(({ column }) => column)).size;
}

function ruleOf(services: Services, sheet: Sheet, { column, word, colours }: Coloured): Rule {
  return services.spreadsheets
    .newFormatRule()
    .whenTextEqualTo(word)
    .setBackground(colours.background)
    .setFontColor(colours.text)
    .setRanges([sheet.getRange(2, column, sheet.getMaxRows() - 1, 1)])
    .build();
}

/** The word that a rule colours; null where it looks for something else. */
function wordOf(rule: Rule): string | null {
  const condition = rule.getBooleanCondition();
  // The name of the criteria: comparing with the enumeration itself would name a service.
  if (condition === null || String(condition.getCriteriaType()) !== 'TEXT_EQUAL_TO') return null;
  return String(condition.getCriteriaValues()[0] ?? '');
}

/** Where and what a rule colours: rules of one key do the same. */
function keyOf(rule: Rule): string {
  const places = rule
    .getRanges()
    .map((range) => `${range.getColumn()}/${range.getRow()}-${range.getLastRow()}`);
  return `${places.join(' ')} ${wordOf(rule) ?? ''}`;
}

/** A rule for a word of the registry's in one of its status columns is the registry's own, of an earlier set-up. */
function isOurs(rule: Rule, wanted: readonly Coloured[]): boolean {
  const word = wordOf(rule);
  const columns = rule.getRanges().map((range) => range.getColumn());
  return (
    word !== null && hasTone(word) && columns.every((column) => wanted.some((one) => one.column === column))
  );
}
