import { hasTone, TONE_COLOURS, tonesOf } from '../../registry/schema/tones.ts';
import { columnLetters } from '../door/tables.ts';
import type { Services } from '../services/services.ts';
import type { ColumnPlan, TabPlan } from './assemble-tab-plans.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

type Colours = (typeof TONE_COLOURS)[keyof typeof TONE_COLOURS];

/** Cells of a column, from 1, that are to have their colours: a status word, or days that are overdue by a formula. */
interface Coloured {
  readonly column: number;
  readonly when: { readonly type: 'TEXT_EQUAL_TO' | 'CUSTOM_FORMULA'; readonly value: string };
  readonly colours: Colours;
}

/**
 * Gives the words of status columns their colours, and days that are overdue theirs, whatever rows come later. Rules that
 * people made stay, behind the registry's. Returns how many columns lacked theirs. One read, and one write for a tab that
 * has such columns.
 */
export function repairColours(
  services: Services,
  plan: TabPlan,
  sheet: Sheet,
  positions: ReadonlyMap<string, number>,
): number {
  const wanted = plan.columns.flatMap((column) => listColoured(column, positions));
  if (wanted.length === 0) return 0;
  const before = sheet.getConditionalFormatRules();
  const found = new Set(before.map(keyOf));
  const rules = wanted.map((one) => ruleOf(services, sheet, one));
  const lacking = wanted.filter((_, i) => !found.has(keyOf(rules[i] as Rule)));
  sheet.setConditionalFormatRules([...rules, ...before.filter((rule) => !isOurs(rule, wanted))]);
  return new Set(lacking.map(({ column }) => column)).size;
}

function listColoured(
  { header, coloured, overdue }: ColumnPlan,
  positions: ReadonlyMap<string, number>,
): readonly Coloured[] {
  const position = positions.get(header);
  if (position === undefined) return [];
  const column = position + 1;
  const words = tonesOf(coloured).map(
    ([word, tone]): Coloured => ({
      column,
      when: { type: 'TEXT_EQUAL_TO', value: word },
      colours: TONE_COLOURS[tone],
    }),
  );
  const beside = overdue === undefined ? undefined : positions.get(overdue.header);
  if (overdue === undefined || beside === undefined) return words;
  const [day, word] = [`$${columnLetters(position)}2`, `$${columnLetters(beside)}2`];
  // Which day it is changes without any command: only the sheet itself can tell what is overdue by now.
  const value = `=AND(${word}="${overdue.word}",ISNUMBER(${day}),${day}<TODAY())`;
  return [...words, { column, when: { type: 'CUSTOM_FORMULA', value }, colours: TONE_COLOURS.stops }];
}

function ruleOf(services: Services, sheet: Sheet, { column, when, colours }: Coloured): Rule {
  const rule = services.spreadsheets.newFormatRule();
  const begun =
    when.type === 'TEXT_EQUAL_TO' ? rule.whenTextEqualTo(when.value) : rule.whenFormulaSatisfied(when.value);
  return begun
    .setBackground(colours.background)
    .setFontColor(colours.text)
    .setRanges([sheet.getRange(2, column, sheet.getMaxRows() - 1, 1)])
    .build();
}

/** The word or formula that a rule looks for; null where it looks for something else. */
function conditionOf(rule: Rule): string | null {
  const condition = rule.getBooleanCondition();
  // The name of the criteria: comparing with the enumeration itself would name a service.
  const type = condition === null ? '' : String(condition.getCriteriaType());
  if (condition === null || (type !== 'TEXT_EQUAL_TO' && type !== 'CUSTOM_FORMULA')) return null;
  return String(condition.getCriteriaValues()[0] ?? '');
}

/** Where and what a rule colours: rules of one key do the same. */
function keyOf(rule: Rule): string {
  const places = rule
    .getRanges()
    .map((range) => `${range.getColumn()}/${range.getRow()}-${range.getLastRow()}`);
  return `${places.join(' ')} ${conditionOf(rule) ?? ''}`;
}

/**
 * A rule for a word of the registry's in one of its status columns is the registry's own, of an earlier set-up, and so is
 * one for the days that are overdue.
 */
function isOurs(rule: Rule, wanted: readonly Coloured[]): boolean {
  const looksFor = conditionOf(rule);
  const columns = rule.getRanges().map((range) => range.getColumn());
  const isKnown =
    looksFor !== null && (hasTone(looksFor) || wanted.some(({ when }) => when.value === looksFor));
  return isKnown && columns.every((column) => wanted.some((one) => one.column === column));
}
