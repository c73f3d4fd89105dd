import { SETTINGS, type SettingDeclaration } from './setting-table.ts';

/** What the setting of this name means; '' where there is none. */
export function describeSetting(name: string): string {
  const declarations: readonly SettingDeclaration<unknown>[] = Object.values(SETTINGS);
  return declarations.find((declaration) => declaration.name === name)?.meaning ?? '';
}
