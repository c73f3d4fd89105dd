import type { Column, Tab } from './column.ts';
import { JOURNAL_TAB, NAMES_TAB, STATE_TAB, TAB_ORDER, TABS } from './schema.ts';
import { FINANCE_TAB } from './tabs/finance.ts';

/** How a tab is protected. Programme rules, section 8. */
export interface TabProtection {
  readonly tab: string;
  /** `hard`: programme heads alone; `warning`: Sheets asks before it lets anybody type. */
  readonly protection: 'hard' | 'warning';
  /** Headers of columns that stay open to everybody: nobody is warned of typing where typing is meant. */
  readonly openHeaders: readonly string[];
}

/** Everybody plans their own absence: those columns of the Team tab cannot be the programme head's alone. */
const OWN_ABSENCE = ['awayFrom', 'awayUntil', 'cover'];

/** Headers of the columns of a declared tab that its protection leaves open. */
export function openHeadersOf({ protection, columns }: Tab<never>): readonly string[] {
  const isOpen = ({ key, writer }: Column<never>) =>
    protection === 'hard' ? OWN_ABSENCE.includes(key) : writer === 'people';
  return columns.filter(isOpen).map(({ header }) => header);
}

/** Every tab that set-up protects: the declared tables, the totals and the registry's own books. */
export function listProtections(): readonly TabProtection[] {
  const tables = TAB_ORDER.map((kind): TabProtection => {
    const tab = TABS[kind] as Tab<never>;
    return { tab: tab.name, protection: tab.protection, openHeaders: openHeadersOf(tab) };
  });
  const others = [FINANCE_TAB, JOURNAL_TAB, STATE_TAB, NAMES_TAB].map(
    ({ name }): TabProtection => ({ tab: name, protection: 'warning', openHeaders: [] }),
  );
  return [...tables, ...others];
}
