import type { World } from '../../scripts/replay/world.ts';
import type { CallRequest } from '../../src/sandbox/realm/wire.ts';
import { runAt } from '../../src/sandbox/store/runs.ts';
import { type Action, ADDED } from './actions.ts';
import type { Entry } from './entries.ts';
import { findBroken } from './find-broken.ts';
import { columnAt, rowOf } from './find-cells.ts';
import {
  type HandsStart,
  HEAD,
  OWN,
  OWN_IN_THE_MIDDLE,
  OWN_ROW,
  openHandsWorld,
  ownCell,
} from './open-hands-world.ts';
import { tableOf } from './read-tab.ts';

/** An entry, the call before which the person acts, and what they do. */
export interface HandsCase {
  readonly entry: Entry;
  readonly call: number;
  readonly action: Action;
}

/** Plays an entry undisturbed; answers how many calls it makes and what every tab then says. */
export function playQuietly(
  start: HandsStart,
  entry: Entry,
): { readonly calls: number; readonly says: Said } {
  const world = openFor(start, entry);
  let calls = 0;
  const count = (n: number) => {
    calls = Math.max(calls, n);
  };
  const why = entry.play(world, { beforeCall: count });
  if (why !== '') throw new Error(`${entry.name} was refused: ${why}`);
  strikeClock(world);
  return { calls, says: sayAll(world) };
}

/** Plays a case and what comes after it; answers what is wrong then, in sentences, nothing where all is right. */
export function playHands(start: HandsStart, one: HandsCase, quiet: Said): readonly string[] {
  const { entry, call, action } = one;
  const world = openFor(start, entry);
  const act = (n: number, _request: CallRequest) => {
    if (n === call) action.act(world);
  };
  const why = entry.play(world, { beforeCall: act });
  const failed = world.workspace.executions.filter(({ status }) => status !== 'done');
  const setUp = world.workspace.run(world.scriptId, {
    as: HEAD,
    function: 'setUp',
    args: [],
    context: 'editor',
  });
  const again = why === '' ? '' : entry.play(world);
  strikeClock(world);
  const wrong: string[] = [];
  if (setUp.status !== 'done') wrong.push(`Set up failed: ${setUp.error?.message}`);
  if (again !== '') wrong.push(`Done again it was refused: ${again}`);
  for (const { error, function: name } of failed)
    if (!/"|Set up/.test(error?.message ?? '')) wrong.push(`${name} failed: ${error?.message}`);
  return [...wrong, ...compare(world, quiet, one), ...findBroken(world)];
}

function openFor(start: HandsStart, entry: Entry): World {
  if (!entry.prepare) return openHandsWorld(start);
  const state = structuredClone(start.state);
  entry.prepare(state, start.world.spreadsheetId);
  return openHandsWorld({ ...start, state });
}

function strikeClock({ workspace, scriptId }: World): void {
  const struck = workspace.run(scriptId, {
    as: HEAD,
    function: 'whenClockStrikes',
    args: [],
    context: 'editor',
  });
  if (struck.status !== 'done') throw new Error(`The clock failed: ${struck.error?.message}`);
}

/** What the declared columns of the tabs say: tab, ID, header. */
type Said = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, unknown>>>;

const TABS = ['Leads', 'Deals', 'Commissions', 'Accounts', 'Introductions', 'Receipts', 'Outbox', 'Partners'];

function sayAll(world: World): Said {
  return new Map(
    TABS.map((tab) => [tab, new Map(tableOf(world, tab).rows.map(({ id, said }) => [id, said]))]),
  );
}

function compare(world: World, quiet: Said, { entry, action }: HandsCase): readonly string[] {
  const wrong: string[] = [];
  for (const tab of TABS) {
    const { rows, nobodys } = tableOf(world, tab);
    const expected = quiet.get(tab) ?? new Map();
    const ids = rows.map(({ id }) => id);
    for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i)))
      wrong.push(`${tab}: ${id} stands twice.`);
    // Rows that moved before the event came: what was typed stands there still and is no record yet.
    const untaken = tab === entry.typesRow && expected.size === rows.length + 1 && nobodys.length === 1;
    for (const id of untaken ? [] : expected.keys())
      if (!ids.includes(id)) wrong.push(`${tab}: ${id} is missing.`);
    for (const { id, said, own } of rows) {
      const should = expected.get(id);
      if (!should) {
        if (!tellsOf(action, tab, said)) wrong.push(`${tab}: ${id} stands there.`);
        continue;
      }
      for (const [header, value] of should)
        if (
          JSON.stringify(said.get(header)) !== JSON.stringify(value) &&
          !(header === entry.types && wasPutBack(world, id, header, value)) &&
          // Without a journal nobody can say any more what became of mail that was being sent.
          !(tab === 'Outbox' && action.name === 'renames Journal')
        )
          wrong.push(
            `${tab} ${id} ${header}: ${JSON.stringify(said.get(header))} for ${JSON.stringify(value)}.`,
          );
      const isOld = id !== action.deletes && id !== entry.deleted && OLD.test(`${tab} ${id}`);
      for (const [header, cell] of own) {
        const wanted = ownWanted(world, tab, header, id, isOld, cell);
        if (cell !== wanted)
          wrong.push(`${tab} ${id} own ${header}: ${JSON.stringify(cell)} for ${JSON.stringify(wanted)}.`);
      }
    }
    const ownRows = nobodys.map((cells) => Object.fromEntries([...cells].filter(([, cell]) => cell !== '')));
    const wantedRows = tab === 'Leads' ? [OWN_ROW] : [];
    if (!untaken && JSON.stringify(ownRows.map(sortKeys)) !== JSON.stringify(wantedRows.map(sortKeys)))
      wrong.push(`${tab}: rows of nobody say ${JSON.stringify(ownRows)}.`);
  }
  return wrong;
}

/** A tab that is missed at the day's self-check is told to the programme head, which nothing undisturbed would be. */
function tellsOf(action: Action, tab: string, said: ReadonlyMap<string, unknown>): boolean {
  const isReport = String(said.get('Subject')).startsWith('Self-check of ');
  return tab === 'Outbox' && action.name.startsWith('renames ') && isReport && said.get('To') === HEAD;
}

/** Whether a note on the cell of a lead says that this was typed and put back. */
function wasPutBack(world: World, id: string, header: string, typed: unknown): boolean {
  const sheet = world.workspace
    .toJSON()
    .spreadsheets[world.spreadsheetId]?.sheets.find(({ name }) => name === 'Leads');
  const runs = sheet?.notes[columnAt(world, 'Leads', header)];
  const row = rowOf(world, 'Leads', id);
  return runs !== undefined && (runAt(runs, row)?.includes(String(typed)) ?? false);
}

function sortKeys(cells: object): object {
  return Object.fromEntries(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Records that stood in their tab with own cells before the entry began. */
const OLD =
  /^(Leads L-000[1-7]|Deals D-0001|Commissions C-0001|Accounts A-0001|Introductions I-0001|Outbox .*)$/;

function ownWanted(
  _world: World,
  tab: string,
  header: string,
  id: string,
  isOld: boolean,
  cell: unknown,
): unknown {
  if (header === ADDED && /^L-000[123]$/.test(id) && tab === 'Leads') return isOld ? `Added to ${id}` : cell;
  if (header !== OWN && !(tab === 'Leads' && header === OWN_IN_THE_MIDDLE)) return '';
  if (tab === 'Outbox' && cell === '') return '';
  return isOld ? ownCell(header, id) : cell === ownCell(header, id) ? cell : '';
}
