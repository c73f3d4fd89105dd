import { type ApiValue, type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';
import type { TeamRow } from './plan-access.ts';

/** Whom the registry knows. */
export interface RegistryPeople {
  readonly team: readonly TeamRow[];
  readonly partnerContacts: readonly string[];
}

/** Reads Team and Partners; undefined where the registry is not set up or nobody has joined the team. */
export async function readRegistryPeople(book: LiveWorkbook): Promise<RegistryPeople | undefined> {
  const { tabs } = await book.meta();
  const wanted = ['Team', 'Partners'].map((title) => tabs.find((tab) => tab.title === title));
  const [teamTab, partnersTab] = wanted;
  if (teamTab === undefined || partnersTab === undefined) return undefined;
  const [team = [], partners = []] = await book.read([wholeTab(teamTab), wholeTab(partnersTab)]);
  const members = column(team, 'Person').map((person, i) => ({
    person,
    isActive: column(team, 'Active')[i] !== 'no',
  }));
  const found = members.filter(({ person }) => person.includes('@'));
  if (found.length === 0) return undefined;
  const contacts = column(partners, 'Contacts').flatMap((text) => text.split(/[,\s]+/));
  return { team: found, partnerContacts: contacts.filter((one) => one.includes('@')) };
}

/** The texts below a header, wherever people moved its column. */
function column(rows: readonly (readonly ApiValue[])[], header: string): readonly string[] {
  const at = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => String((at < 0 ? undefined : row[at]) ?? ''));
}
