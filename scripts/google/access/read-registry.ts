import { type RegistryForm, SETTINGS_COLUMNS, toSettings } from '../registry/read-settings.ts';
import type { LiveWorkbook } from '../workbook/live-workbook.ts';
import { readTabRows, type TabRow } from '../workbook/tab-rows.ts';
import type { RegistryPeople } from './plan-access.ts';

/** A snapshot that was made, and who is to see it. */
export interface MadeSnapshot {
  readonly fileId: string;
  readonly name: string;
  readonly contacts: readonly string[];
}

/** What decides who opens which file. */
export interface AccessRegistry {
  readonly people: RegistryPeople;
  readonly forms: readonly RegistryForm[];
  readonly snapshots: readonly MadeSnapshot[];
  /** As whom the triggers run, who owns what the registry makes; '' where Settings does not say. */
  readonly triggerOwner: string;
}

const COLUMNS = {
  ...SETTINGS_COLUMNS,
  Team: ['Person', 'Role', 'Active'],
  Partners: ['Referral partner', 'Contacts'],
  Snapshots: ['Referral partner', 'Month', 'File'],
} as const;

/** Reads it from the tabs; undefined where the registry is not set up or nobody has joined the team. */
export async function readAccessRegistry(book: LiveWorkbook): Promise<AccessRegistry | undefined> {
  const { tabs } = await book.meta();
  const { Team, Partners, Snapshots, Settings } = await readTabRows(book, tabs, COLUMNS);
  const team = Team.filter((row) => textOf(row, 'Person').includes('@')).map((row) => ({
    person: textOf(row, 'Person'),
    isActive: row('Active') !== 'no',
    isHead: row('Role') === 'head',
  }));
  if (team.length === 0) return undefined;
  const contacts = new Map(Partners.map((row) => [textOf(row, 'Referral partner'), contactsOf(row)]));
  const settings = toSettings(Settings);
  return {
    people: { team, partnerContacts: [...contacts.values()].flat() },
    forms: settings?.forms ?? [],
    triggerOwner: settings?.triggerOwner ?? '',
    snapshots: Snapshots.flatMap((row) => {
      const [, fileId] = /\/d\/([\w-]+)/.exec(textOf(row, 'File')) ?? [];
      const partner = textOf(row, 'Referral partner');
      if (fileId === undefined) return [];
      const name = `the snapshot of ${partner} for ${textOf(row, 'Month')}`;
      return [{ fileId, name, contacts: contacts.get(partner) ?? [] }];
    }),
  };
}

function contactsOf(row: TabRow): readonly string[] {
  return textOf(row, 'Contacts')
    .split(/[,\s]+/)
    .filter((one) => one.includes('@'));
}

function textOf(row: TabRow, header: string): string {
  return String(row(header)).trim();
}
