import { FORM_PLANS } from '../../../src/addon/setup/form-plans.ts';
import { SETTINGS } from '../../../src/core/settings/setting-table.ts';
import { STATUS_ROWS } from '../../../src/core/settings/status-rows.ts';
import type { TabRow } from '../workbook/tab-rows.ts';

/** A form of the registry. */
export interface RegistryForm {
  readonly title: string;
  /** Undefined where the Settings tab does not name it. */
  readonly id: string | undefined;
}

/** What the Settings tab says of the registry. */
export interface RegistrySettings {
  readonly timeZone: string;
  /** The account as which the triggers run; '' where it is not named. */
  readonly triggerOwner: string;
  readonly forms: readonly RegistryForm[];
  /** What the last self-check found, beginning with its date; '' where there was none. */
  readonly lastCheck: string;
}

/** The columns of the Settings tab that {@link toSettings} reads. */
export const SETTINGS_COLUMNS = { Settings: ['Setting', 'Value'] } as const;

/** Reads the rows of the Settings tab; undefined where there are none, so that the registry is not set up. */
export function toSettings(rows: readonly TabRow[]): RegistrySettings | undefined {
  if (rows.length === 0) return undefined;
  const textOf = (name: string): string =>
    String(rows.find((row) => row('Setting') === name)?.('Value') ?? '').trim();
  const [lead, join] = FORM_PLANS.map(({ title }) => title);
  return {
    timeZone: textOf(SETTINGS.timeZone.name) || SETTINGS.timeZone.default,
    triggerOwner: textOf(STATUS_ROWS.triggers.name).toLowerCase(),
    forms: [
      { title: lead ?? '', id: idOf(textOf(STATUS_ROWS.leadForm.name)) },
      { title: join ?? '', id: idOf(textOf(STATUS_ROWS.joinForm.name)) },
    ],
    lastCheck: textOf(STATUS_ROWS.health.name),
  };
}

function idOf(link: string): string | undefined {
  return /\/forms\/d\/([\w-]+)/.exec(link)?.[1];
}
