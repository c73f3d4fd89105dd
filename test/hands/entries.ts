import { callCommand } from '../../scripts/replay/call-command.ts';
import type { World } from '../../scripts/replay/world.ts';
import type { Faults } from '../../src/sandbox/execution/execution.ts';
import type { FaultsFor } from '../../src/sandbox/triggers/fire.ts';
import type { WorldState } from '../../src/sandbox/world-state.ts';
import { columnAt, rowOf } from './find-cells.ts';
import { DEAL, HEAD, MANAGER } from './open-hands-world.ts';

/** One thing that the registry does while people have their hands in the workbook. */
export interface Entry {
  readonly name: string;
  /** Before it begins, for entries that find something to do. */
  readonly prepare?: (state: WorldState, spreadsheetId: string) => void;
  /** The lead whose row, own cells and all, was deleted before it begins. */
  readonly deleted?: string;
  /** The column that is typed into: where rows move before the event comes, what was typed is put back with a note. */
  readonly types?: string;
  /** The tab in which a row without an ID is typed. */
  readonly typesRow?: string;
  /** Does it; answers why it was refused, '' where it was done. Done again it changes nothing. */
  readonly play: (world: World, faults?: Faults) => string;
}

function command(name: string, input: object): Entry {
  return {
    name,
    play: (world, faults) => {
      const { answer } = callCommand(world.workspace, world.scriptId, {
        as: HEAD,
        command: name,
        input,
        requestId: `hands ${name}`,
        ...(faults === undefined ? {} : { faults }),
      });
      return answer.ok ? '' : JSON.stringify(answer.issues ?? answer.code);
    },
  };
}

/** The faults for the edit trigger alone: people's own hands cause executions too. */
function whenEdited(faults: Faults | undefined): FaultsFor {
  return ({ function: name }) => (name === 'whenEdited' ? faults : undefined);
}

/** Types into a cell of a lead; `typed` again only where the cell does not say it already. */
function typing(name: string, header: string, value: string): Entry {
  return {
    name,
    types: header,
    play: (world, faults) => {
      const { workspace, spreadsheetId } = world;
      const at = { spreadsheetId, as: MANAGER, tab: 'Leads' };
      const row = rowOf(world, 'Leads', 'L-0003');
      const column = columnAt(world, 'Leads', header);
      const said = workspace.table(spreadsheetId, 'Leads')[row - 1]?.[column - 1];
      if (said === value) return '';
      workspace.edit({ ...at, row, column, value, faults: whenEdited(faults) });
      return '';
    },
  };
}

const pasting: Entry = {
  name: 'a pasted block',
  types: 'Request note',
  play: (world, faults) => {
    const { workspace, spreadsheetId } = world;
    const row = rowOf(world, 'Leads', 'L-0003');
    const column = columnAt(world, 'Leads', 'Request note');
    const values = [['Call on Monday'], ['Call on Tuesday']];
    workspace.paste({
      spreadsheetId,
      as: MANAGER,
      tab: 'Leads',
      row,
      column,
      values,
      faults: whenEdited(faults),
    });
    return '';
  },
};

const typingRow: Entry = {
  name: 'a row typed without an ID',
  typesRow: 'Accounts',
  play: (world, faults) => {
    const { workspace, spreadsheetId } = world;
    const rows = workspace.table(spreadsheetId, 'Accounts');
    const name = columnAt(world, 'Accounts', 'Name');
    if (rows.some((cells) => cells[name - 1] === 'Typed by hand')) return '';
    const standing = columnAt(world, 'Accounts', 'Standing');
    const typed = Array.from({ length: standing - name + 1 }, (_, i) =>
      i === 0 ? 'Typed by hand' : i === standing - name ? 'Former' : '',
    );
    const at = { spreadsheetId, as: MANAGER, tab: 'Accounts', row: rows.length + 1, column: name };
    workspace.paste({ ...at, values: [typed], faults: whenEdited(faults) });
    return '';
  },
};

const form: Entry = {
  name: 'a form answer',
  play: (world, faults) => {
    const { workspace, formIds } = world;
    const formId = formIds['Register a lead'];
    if (workspace.toJSON().forms[formId]?.responses.length === 0) {
      workspace.submitForm({
        formId,
        as: 'kim@acme.example',
        answers: { 'Customer name': 'Formed', 'Customer website': 'formed.example' },
        faults: ({ function: name }) => (name === 'whenFormSubmitted' ? faults : undefined),
      });
    }
    return '';
  },
};

/** Cells typed over and a row deleted without the registry hearing of it. */
const clock: Entry = {
  name: 'the clock that puts tables right',
  deleted: 'L-0006',
  prepare: (state, spreadsheetId) => {
    const leads = state.spreadsheets[spreadsheetId]?.sheets.find(({ name }) => name === 'Leads');
    if (!leads) throw new Error('There are no leads.');
    const typeOver = (id: string, header: string, value: string) => {
      const column = leads.rows[0]?.indexOf(header) ?? -1;
      leads.rows = leads.rows.map((cells) =>
        cells[0] === id ? cells.map((cell, j) => (j === column ? value : cell)) : cells,
      );
    };
    typeOver('L-0002', 'Lead status', 'Active');
    typeOver('L-0005', 'Customer', 'Mistyped');
    leads.rows = leads.rows.filter((cells) => cells[0] !== 'L-0006');
  },
  play: (world, faults) => {
    const { workspace, scriptId } = world;
    workspace.run(scriptId, {
      as: HEAD,
      function: 'whenClockStrikes',
      args: [],
      context: 'editor',
      ...(faults === undefined ? {} : { faults }),
    });
    return '';
  },
};

export const ENTRIES: readonly Entry[] = [
  command('approveLead', { lead: 'L-0002', salesOwner: 'sam@one.example' }),
  command('enterDeal', { lead: 'L-0001', ...DEAL }),
  command('recordReceipt', { deal: 'D-0001', receivedOn: '2026-01-05', amount: '5', reference: 'r-1' }),
  command('importRows', {
    tab: 'Accounts',
    rows: Array.from({ length: 8 }, (_, n) => ({ Name: `Imported ${n}`, Standing: 'Former' })),
  }),
  typing('a typed cell', 'Request note', 'Call in spring'),
  typing('a cell typed over that is computed', 'Registered at', 'yesterday'),
  pasting,
  typingRow,
  form,
  clock,
];
