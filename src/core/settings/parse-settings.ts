import { type Issue, ok, type Result, refuse } from '../result.ts';
import { cleanLine, cleanText, parseText } from '../text/clean-text.ts';
import { quoteText, shortenText } from '../text/quote-text.ts';
import { SETTINGS, type SettingDeclaration } from './setting-table.ts';
import type { Settings } from './settings.ts';
import { findStatusRow } from './status-rows.ts';

/** A row of the Settings tab: the name as shown and what the cell holds, dates as `YYYY-MM-DD`. */
export interface SettingRow {
  readonly name: string;
  readonly value: string | number;
}

/**
 * The settings that the rows give, defaults for those without a row; status rows are passed over. Every problem at once: `invalid` for an unknown
 * name (naming the known ones), for a name given twice and for each value that its setting does not take; the issue's
 * field is the setting's name.
 */
export function parseSettings(rows: readonly SettingRow[]): Result<Settings> {
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  for (const { name, value } of rows) {
    const key = cleanLine(name);
    if (findStatusRow(key) !== null) continue;
    if (findByName(key) === null) issues.push(unknownSetting(key));
    else if (texts.has(key)) issues.push(givenTwice(key));
    else texts.set(key, cleanText(String(value)));
  }
  const read = <T>(declaration: SettingDeclaration<T>): T => {
    const parsed = declaration.parse(texts.get(declaration.name) ?? declaration.default, declaration.name);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return defaultOf(declaration);
  };
  const settings: Settings = {
    companyName: read(SETTINGS.companyName),
    programmeName: read(SETTINGS.programmeName),
    timeZone: read(SETTINGS.timeZone),
    rate: read(SETTINGS.rate),
    windowMonths: read(SETTINGS.windowMonths),
    paymentDays: read(SETTINGS.paymentDays),
    introductionsRequired: read(SETTINGS.introductionsRequired),
    decisionDays: read(SETTINGS.decisionDays),
    returnedDays: read(SETTINGS.returnedDays),
    expiryNoticeDays: read(SETTINGS.expiryNoticeDays),
    holidays: read(SETTINGS.holidays),
    resourcesLink: read(SETTINGS.resourcesLink),
    communityLink: read(SETTINGS.communityLink),
    trainingDate: read(SETTINGS.trainingDate),
    minimumPayout: read(SETTINGS.minimumPayout),
    reportingCurrency: read(SETTINGS.reportingCurrency),
  };
  return issues.length > 0 ? refuse(...issues) : ok(settings);
}

/**
 * The text of the setting's cell, cleaned and checked: what `parseSettings` will read. `invalid` for an unknown name,
 * naming the known ones, and for a value that the setting does not take.
 */
export function parseSetting(name: string, value: string | number): Result<SettingRow> {
  const key = cleanLine(name);
  const declaration = findByName(key);
  if (declaration === null)
    return refuse(findStatusRow(key) === null ? unknownSetting(key) : keptByRegistry(key));
  const text = parseText(String(value), 'note', key);
  if (!text.ok) return text;
  const parsed = declaration.parse(text.value, key);
  return parsed.ok ? ok({ name: key, value: text.value }) : parsed;
}

function findByName(name: string): SettingDeclaration<unknown> | null {
  const declarations: readonly SettingDeclaration<unknown>[] = Object.values(SETTINGS);
  return declarations.find((declaration) => declaration.name === name) ?? null;
}

function unknownSetting(name: string): Issue {
  const known = Object.values(SETTINGS).map((declaration) => declaration.name);
  return {
    code: 'invalid',
    field: shortenText(name, 80),
    message: `There is no setting ${quoteText(name)}. There are: ${known.join(', ')}.`,
  };
}

function keptByRegistry(name: string): Issue {
  return { code: 'invalid', field: name, message: `${name} is kept by the registry and is not typed.` };
}

function givenTwice(name: string): Issue {
  return { code: 'invalid', field: name, message: `${name} stands there twice; keep one row.` };
}

/** The declared default as a value; throws where the declaration itself is wrong. */
function defaultOf<T>({ name, default: text, parse }: SettingDeclaration<T>): T {
  const parsed = parse(text, name);
  if (!parsed.ok) throw new Error(`The default of the setting ${name} is invalid.`);
  return parsed.value;
}
