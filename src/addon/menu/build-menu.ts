import { MENU, type MenuLine } from './menu-table.ts';

type Ui = GoogleAppsScript.Base.Ui;

/** Adds the registry's menu to the workbook's menu bar. Needs no authorisation. */
export function buildMenu(ui: Ui): void {
  menuOf(ui, MENU.caption, MENU.lines).addToUi();
}

function menuOf(ui: Ui, caption: string, lines: readonly MenuLine[]): GoogleAppsScript.Base.Menu {
  return lines.reduce((menu, line) => {
    if (line === null) return menu.addSeparator();
    return 'lines' in line
      ? menu.addSubMenu(menuOf(ui, line.caption, line.lines))
      : menu.addItem(line.caption, line.entry);
  }, ui.createMenu(caption));
}
