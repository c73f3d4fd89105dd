import { findCell } from '../../../scripts/replay/find-cell.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { toInstant } from '../../../src/core/calendar/to-instant.ts';
import { toPlainDate } from '../../../src/core/calendar/to-plain-date.ts';
import { findDoubleHolders } from '../../../src/core/conflict/find-double-holders.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import { State } from '../../../src/registry/state/state.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import type { Move } from './moves.ts';
import type { RaceWorld } from './race-world.ts';

/** What a group of moves came to: comparable as text, and the state for whoever wants to look closer. */
export interface RaceEnd {
  /** What each move answered, in the order of the group. */
  readonly answers: readonly string[];
  /** Every tab of the registry as it ended. */
  readonly tabs: string;
  /** The entries of the race in the journal's order: who, by which command, with which key. */
  readonly journal: readonly string[];
  /** Who holds one customer together, by their leads; '' where nobody does. */
  readonly doubleHolders: string;
}

/** Makes the moves one after the other, in that order. `order` holds places in the group. */
export function playInOrder(base: RaceWorld, moves: readonly Move[], order: readonly number[]): RaceEnd {
  const world = copyOf(base);
  const answers: string[] = moves.map(() => '');
  for (const place of order) {
    const move = moves[place];
    if (move !== undefined) answers[place] = begin(world, move, place)();
  }
  return endOf(world, answers, base.entries);
}

/** Makes the moves at one moment, interleaved at service calls as the seed says. */
export async function playAtOnce(base: RaceWorld, moves: readonly Move[], seed: number): Promise<RaceEnd> {
  const world = copyOf(base);
  const begun = await world.workspace.parallel(
    moves.map((move, place) => () => begin(world, move, place)),
    seed,
  );
  const answers = begun.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value();
  });
  return endOf(world, answers, base.entries);
}

function copyOf({ world, state }: RaceWorld): World {
  return { ...world, workspace: Workspace.fromJSON(state), calls: new Map() };
}

const NO_ACCESS = 'no access';

function begin(world: World, move: Move, place: number): () => string {
  const { workspace, scriptId, spreadsheetId, formIds } = world;
  const { as, action } = move;
  switch (action.kind) {
    case 'command': {
      const { command, input } = action;
      const request = JSON.stringify({ command, input, requestId: `race-${place}` });
      // Who has lost the sheet cannot run its script; who loses it while waiting for the lock cannot read it.
      if (!workspace.canEdit(spreadsheetId, as)) return () => NO_ACCESS;
      const result = workspace.run(scriptId, { as, function: 'execute', args: [request], context: 'dialog' });
      return () => {
        if (result.status === 'done') return hideFiles(String(result.value));
        if (!workspace.canEdit(spreadsheetId, as)) return NO_ACCESS;
        throw new Error(`${move.name}: ${result.error?.message}`);
      };
    }
    case 'form': {
      const { executions } = workspace.submitForm({
        formId: formIds['Register a lead'],
        as,
        answers: action.answers,
      });
      return () => executions.map(({ status }) => status).join();
    }
    case 'edit': {
      const cell = findCell(world, { tab: 'Leads', row: action.row, column: action.column });
      if ('missing' in cell) throw new Error(cell.missing);
      const edited = workspace.edit({ spreadsheetId, as, tab: 'Leads', ...cell, value: action.value });
      return () => (edited.applied ? edited.executions.map(({ status }) => status).join() : edited.reason);
    }
    case 'clock': {
      const result = workspace.run(scriptId, { as, function: 'whenClockStrikes', context: 'editor' });
      return () => result.status;
    }
  }
}

/** Entries of the mail's own pass: it goes out beside other work, in groups as they come. */
const MAIL_PASS = ['claimMail', 'settleMail'];
/** Columns that tell of that pass, number its entries along, or hash the IDs of files. */
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  Journal: ['Entry', 'Hash'],
  Outbox: ['State', 'Sent at'],
};

/** The tabs that people see, as text. */
function endOf(world: World, answers: readonly string[], entriesBefore: number): RaceEnd {
  const { workspace, spreadsheetId } = world;
  const tabs = workspace.tabs(spreadsheetId).filter((tab) => tab !== '_state' && !tab.startsWith('Form '));
  const shown = tabs.map((tab) => {
    const [headers = [], ...rows] = workspace.table(spreadsheetId, tab);
    const command = tab === 'Journal' ? headers.indexOf('Command') : -1;
    const compared = headers.map((header) => !NOT_COMPARED[tab]?.includes(String(header)));
    return [
      tab,
      rows
        .filter((row) => !MAIL_PASS.includes(String(row[command])))
        .map((row) => row.filter((_cell, n) => compared[n])),
    ];
  });
  return {
    answers,
    tabs: hideFiles(JSON.stringify(shown)),
    journal: readJournal(world).slice(entriesBefore),
    doubleHolders: findDoubles(world),
  };
}

/** How an entry of a move is known in the journal: a command by its request, others by who and what. */
export function journalMark({ as, action }: Move, place: number): string {
  switch (action.kind) {
    case 'command':
      return `${as}/race-${place}`;
    case 'form':
      return `${as} takeLeadForm`;
    case 'edit':
      return `${as} edit`;
    case 'clock':
      return 'dailyWork';
  }
}

function readJournal({ workspace, spreadsheetId }: World): readonly string[] {
  const [headers = [], ...rows] = workspace.table(spreadsheetId, 'Journal');
  const [actor, command, key] = ['Actor', 'Command', 'Key'].map((header) => headers.indexOf(header));
  return rows.map((row) => `${row[actor ?? -1]} ${row[command ?? -1]} ${row[key ?? -1]}`);
}

/** Pairs of leads of different partners that hold one customer today, by the records themselves. */
function findDoubles({ workspace, spreadsheetId, timeZone }: World): string {
  const state = State.parse(workspace.table(spreadsheetId, '_state').slice(1));
  const today = toPlainDate(toInstant(workspace.now), timeZone);
  return findDoubleHolders(new CustomerDesk(state, today).prepared())
    .map(({ left, right }) => `${left} and ${right}`)
    .join();
}

function hideFiles(text: string): string {
  return text.replaceAll(/\b1[A-Za-z0-9_]{30,60}\b/g, 'FILE');
}
