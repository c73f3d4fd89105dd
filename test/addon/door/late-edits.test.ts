import { describe, expect, test } from 'vitest';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';
import { sheetOf } from '../world-parts.ts';

const HOUR = 60 * 60_000;

/** A registry with one lead, A-0001 beside it, and Ana as a manager. */
async function openWithLead(): Promise<Registry> {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  registry.give(HEAD, 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: ANA });
  registry.give(ANA, 'registerLead', { partner: 'Acme', customer: 'Globex', website: 'globex.example' });
  registry.give(ANA, 'addAccount', { name: 'Initech', standing: 'Former', lastActivity: '2025-12-01' });
  return registry;
}

interface Typed {
  readonly tab: string;
  readonly header: string;
  readonly value: string;
}

function placeOf(registry: Registry, { tab, header }: Pick<Typed, 'tab' | 'header'>) {
  const [headers = []] = registry.workspace.table(registry.spreadsheetId, tab);
  return { spreadsheetId: registry.spreadsheetId, tab, row: 2, column: headers.indexOf(header) + 1 };
}

/** Types into the first row; its event comes two hours later, unless it is lost. */
function type(registry: Registry, as: string, typed: Typed, faults: object = { lateMs: 2 * HOUR }): void {
  registry.workspace.edit({ ...placeOf(registry, typed), as, value: typed.value, faults });
}

function strike(registry: Registry): void {
  registry.workspace.run(registry.scriptId, {
    as: HEAD,
    function: 'whenClockStrikes',
    args: [],
    context: 'editor',
  });
}

function wait(registry: Registry): void {
  registry.workspace.advanceTo(registry.workspace.now + 3 * HOUR);
}

function cellOf(registry: Registry, { tab, header }: Pick<Typed, 'tab' | 'header'>): string {
  const cell = registry.rows(tab)[0]?.[header] ?? '';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

function noteOf(registry: Registry, typed: Pick<Typed, 'tab' | 'header'>): string {
  const { column } = placeOf(registry, typed);
  const notes = sheetOf(registry.workspace.toJSON(), typed.tab).notes[column] ?? [];
  return notes.find(({ first, last }) => first <= 2 && last >= 2)?.value ?? '';
}

const CUSTOMER = { tab: 'Leads', header: 'Customer' };

describe('A typed cell that the clock puts back before its event comes', () => {
  test.each<Typed & { readonly name: string; readonly says: RegExp }>([
    { name: 'a text', ...CUSTOMER, value: 'Globex Europe', says: /^Globex Europe$/ },
    { name: 'a text with quotation marks', ...CUSTOMER, value: 'Globex “Europe”', says: /^Globex “Europe”$/ },
    { name: 'a date', tab: 'Accounts', header: 'Last activity', value: '2026-01-02', says: /2026-01-02/ },
    { name: 'a choice', tab: 'Accounts', header: 'Standing', value: 'Customer', says: /^Customer$/ },
  ])('is taken when it comes, and the note goes: $name', async ({ says, ...typed }) => {
    const registry = await openWithLead();
    type(registry, ANA, typed);
    strike(registry);
    expect(cellOf(registry, typed)).not.toMatch(says);
    expect(noteOf(registry, typed)).toContain('Nobody knows who typed this');
    wait(registry);
    expect(cellOf(registry, typed)).toMatch(says);
    expect(noteOf(registry, typed)).toBe('');
    const last = registry.rows('Journal').find((row) => row.Command === 'edit');
    expect(last).toMatchObject({ Actor: ANA, Outcome: 'Done' });
  });

  test('is emptied when it was', async () => {
    const registry = await openWithLead();
    const website = { tab: 'Leads', header: 'Website' };
    const { column, ...at } = placeOf(registry, website);
    const a1 = `${String.fromCharCode(64 + column)}2`;
    registry.workspace.clear({ ...at, a1, as: ANA, faults: { lateMs: 2 * HOUR } });
    strike(registry);
    expect(cellOf(registry, website)).toBe('globex.example');
    wait(registry);
    expect(cellOf(registry, website)).toBe('');
  });

  test('stays put back where its command is refused, and says why', async () => {
    const registry = await openWithLead();
    const status = { tab: 'Leads', header: 'Lead status', value: 'Converted' };
    type(registry, ANA, status);
    strike(registry);
    wait(registry);
    expect(cellOf(registry, status)).toBe('Submitted');
    expect(noteOf(registry, status)).toContain('put back from “Converted”');
    expect(noteOf(registry, status)).not.toContain('Nobody knows');
  });

  test('is not taken in the name of somebody who types what the record says', async () => {
    const registry = await openWithLead();
    type(registry, ANA, { ...CUSTOMER, value: 'Globex Europe' }, { deliver: 0 });
    strike(registry);
    type(registry, HEAD, { ...CUSTOMER, value: 'Globex Asia' }, { deliver: 0 });
    type(registry, HEAD, { ...CUSTOMER, value: 'Globex' }, {});
    expect(cellOf(registry, CUSTOMER)).toBe('Globex');
    expect(registry.rows('Journal').filter((row) => row.Command === 'edit')).toEqual([]);
  });
});
