import { SETTINGS, type SettingDeclaration } from './setting-table.ts';
import { findStatusRow } from './status-rows.ts';

/** What the setting or status row of this name means; '' where there is none. */
export function describeSetting(name: string): string {
  const declarations: readonly SettingDeclaration<unknown>[] = Object.values(SETTINGS);
  const found = declarations.find((declaration) => declaration.name === name) ?? findStatusRow(name);
  return found?.meaning ?? '';
}
