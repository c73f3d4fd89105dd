import { ENTRY_KINDS } from '../../../src/addon/entries/entry-table.ts';
import { STATE_TAB } from '../../../src/registry/schema/schema.ts';
import type { Faults } from '../../../src/sandbox/execution/execution.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';
import { ANA, type CrashCase, giveCommand, HEAD, type Place, runAs } from './crash-case.ts';
import type { CrashWorld } from './open-crash-world.ts';

const KIM = 'kim@acme.example';
const LEAD_FORM = 'Register a lead';
const JOIN_FORM = 'Request to join';

/** The registry after something more was done in it. */
export function after(world: CrashWorld, work: (place: Place) => unknown): CrashWorld {
  const workspace = Workspace.fromJSON(world.state);
  work({ workspace, world });
  return { ...world, state: { ...workspace.toJSON(), executions: [] } };
}

/** The registry at another time: nothing was done since. */
function at(world: CrashWorld, time: string): CrashWorld {
  return { ...world, state: { ...world.state, now: Date.parse(time) } };
}

/** Faults for the executions of one handler: an event sets others off as well. */
function only(handler: string, faults: Faults | undefined) {
  return (about: { readonly function: string }): Faults | undefined =>
    about.function === handler ? faults : undefined;
}

function submit(
  place: Place,
  form: keyof CrashWorld['formIds'],
  as: string,
  answers: Record<string, string>,
  faults?: Faults,
) {
  const { workspace, world } = place;
  const formId = world.formIds[form];
  const { executions } = workspace.submitForm({
    formId,
    as,
    answers,
    faults: only('whenFormSubmitted', faults),
  });
  return executions.map(({ status }) => status).join(' ');
}

function loseForm(place: Place, as: string, customer: string): void {
  const formId = place.world.formIds[LEAD_FORM];
  place.workspace.submitForm({ formId, as, answers: { 'Customer name': customer }, deliver: 0 });
}

const STEPS = { pledge: 'steps', nexts: ['again', 'other', 'clock'] } as const;

function formCases(): readonly CrashCase[] {
  const form = (
    name: string,
    cause: CrashCase['cause'],
    prepare: CrashCase['prepare'] = (world) => world,
  ): CrashCase => ({
    name: `whenFormSubmitted, ${name}`,
    ...STEPS,
    function: 'whenFormSubmitted',
    prepare,
    cause,
    again: (place) => runAs(place, HEAD, 'whenFormSubmitted', [{}]),
  });
  return [
    form('a lead', (place, faults) =>
      submit(
        place,
        LEAD_FORM,
        KIM,
        { 'Customer name': 'Umbrella', 'Customer website': 'umbrella.example' },
        faults,
      ),
    ),
    form('an answer to a returned request', (place, faults) =>
      submit(
        place,
        LEAD_FORM,
        KIM,
        { 'Customer name': 'Stark', 'Customer website': 'stark.example' },
        faults,
      ),
    ),
    form('somebody who is no partner', (place, faults) =>
      submit(place, LEAD_FORM, 'stranger@nowhere.example', { 'Customer name': 'Umbrella' }, faults),
    ),
    form('a company that asks to join', (place, faults) =>
      submit(place, JOIN_FORM, 'ed@echo.example', { Company: 'Echo', 'Your name': 'Ed' }, faults),
    ),
    form(
      'three of which two were lost',
      (place, faults) => submit(place, LEAD_FORM, KIM, { 'Customer name': 'Third' }, faults),
      (world) =>
        after(world, (place) => {
          loseForm(place, KIM, 'First');
          loseForm(place, 'joe@beta.example', 'First');
        }),
    ),
  ];
}

function clockCases(): readonly CrashCase[] {
  const strike = (handler: string, name: string, prepare: CrashCase['prepare']): CrashCase => ({
    name: `${handler}, ${name}`,
    ...STEPS,
    function: handler,
    prepare,
    cause: (place, faults) => runAs(place, HEAD, handler, [], faults),
  });
  const clock = (name: string, prepare: CrashCase['prepare']) => strike('whenClockStrikes', name, prepare);
  return [
    clock('a quiet day', (world) => after(world, (place) => runAs(place, HEAD, 'whenClockStrikes', []))),
    clock('reminders and withdrawals', (world) => at(world, '2026-03-10T12:00:00Z')),
    clock('expiry, escalations and the list of a Monday', (world) => at(world, '2027-01-11T12:00:00Z')),
    clock('the first of a month', (world) => at(world, '2026-04-01T11:00:00Z')),
    strike('whenWorkGoesOn', 'tables and lost forms', (world) =>
      after(owingTables(typedUnnoticed(world)), (place) => loseForm(place, KIM, 'First')),
    ),
    clock('lost forms', (world) =>
      after(world, (place) => {
        loseForm(place, KIM, 'First');
        loseForm(place, 'stranger@nowhere.example', 'Second');
      }),
    ),
    clock('a hidden book that is made shorter', longBook),
    clock('typed cells whose event was lost', typedUnnoticed),
    clock('mail for which the quota is too small', (world) => withQuota(world, 3)),
  ];
}

/** A hidden book of which most rows are superseded. */
function longBook(world: CrashWorld): CrashWorld {
  return tamper(world, (state, id) => {
    const book = state.spreadsheets[id]?.sheets.find(({ name }) => name === STATE_TAB.name);
    if (!book) throw new Error('The registry has no hidden book.');
    const [headers = [], ...rows] = book.rows;
    book.rows = [headers, ...rows, ...rows, ...rows, ...rows];
    book.maxRows = book.rows.length + 20;
  });
}

function typedUnnoticed(world: CrashWorld): CrashWorld {
  return tamper(world, (state, id) => {
    const leads = state.spreadsheets[id]?.sheets.find(({ name }) => name === 'Leads');
    const headers = leads?.rows[0] ?? [];
    if (!leads) throw new Error('There are no leads.');
    leads.rows = leads.rows
      .map((row, i) =>
        i === 3 ? row.map((cell, j) => (headers[j] === 'Lead status' ? 'Active for ever' : cell)) : row,
      )
      .filter((_row, i) => i !== 5);
  });
}

function owingTables(world: CrashWorld): CrashWorld {
  return tamper(world, (state) => {
    for (const script of Object.values(state.scripts)) {
      script.stores.script = { ...script.stores.script, TABLES_OWED: 'yes' };
    }
  });
}

function withQuota(world: CrashWorld, left: number): CrashWorld {
  const used = Math.max(0, ...Object.values(world.state.mailUse).map((use) => use.used));
  return { ...world, state: { ...world.state, mailQuota: used + left } };
}

/** The registry after something happened to it that no function of the Workspace does. */
function tamper(world: CrashWorld, change: (state: WorldState, spreadsheetId: string) => void): CrashWorld {
  const state = structuredClone(world.state);
  change(state, world.spreadsheetId);
  return { ...world, state };
}

function mailCases(): readonly CrashCase[] {
  const send = (name: string, prepare: CrashCase['prepare']): CrashCase => ({
    name: `sendOutboxNow, ${name}`,
    ...STEPS,
    function: 'sendOutboxNow',
    prepare,
    cause: (place, faults) => runAs(place, HEAD, 'sendOutboxNow', [], faults),
  });
  return [
    send('all of it', (world) => world),
    send('as much as the quota allows', (world) => withQuota(world, 3)),
    send('nothing', (world) => after(world, (place) => runAs(place, HEAD, 'sendOutboxNow', []))),
  ];
}

/** Menu items that open a dialog, and what dialogs ask: whatever stops them, nothing has changed. */
function dialogCases(): readonly CrashCase[] {
  const harmless = (
    name: string,
    entry: string,
    context: 'menu' | 'dialog',
    args: readonly unknown[],
  ): CrashCase => ({
    name,
    pledge: 'whole',
    nexts: ['other'],
    function: entry,
    prepare: (world) => world,
    cause: ({ workspace, world }, faults) => {
      workspace.selectCell({ spreadsheetId: world.spreadsheetId, as: ANA, tab: 'Leads', a1: 'A7' });
      const request = { as: ANA, function: entry, context, args, ...(faults ? { faults } : {}) };
      return workspace.run(world.scriptId, request).status;
    },
  });
  const asked = (question: string, given: object) =>
    harmless(`ask, ${question}`, 'ask', 'dialog', [JSON.stringify({ question, with: given })]);
  return [
    ...Object.keys(ENTRY_KINDS)
      .filter((entry) => entry.startsWith('show'))
      .map((entry) => harmless(entry, entry, 'menu', [])),
    asked('preview', { command: 'approveLead', input: { lead: 'L-0006', salesOwner: 'sam@one.example' } }),
    asked('describeForm', { form: 'approveLead', selected: { leads: 'L-0006' } }),
    asked('goTo', { record: 'L-0006' }),
  ];
}

function menuCases(): readonly CrashCase[] {
  return [
    {
      name: 'onOpen',
      pledge: 'steps',
      nexts: ['other'],
      function: 'onOpen',
      prepare: (world) => world,
      cause: ({ workspace, world }, faults) =>
        workspace.openSpreadsheet(world.spreadsheetId, { as: ANA, faults: only('onOpen', faults) }).menus
          .length,
    },
  ];
}

function typingCases(): readonly CrashCase[] {
  const typed = (name: string, handler: string, cause: CrashCase['cause']): CrashCase => ({
    name: `${handler}, ${name}`,
    pledge: 'typed',
    nexts: ['other', 'clock'],
    function: handler,
    prepare: (world) => world,
    cause,
  });
  const type =
    (tab: string, id: string, header: string, values: readonly (readonly string[])[]): CrashCase['cause'] =>
    ({ workspace, world }, faults) => {
      const { spreadsheetId } = world;
      const rows = workspace.table(spreadsheetId, tab);
      const column = (rows[0] ?? []).indexOf(header) + 1;
      const row = id === '' ? rows.length + 1 : rows.findIndex((cells) => cells.includes(id)) + 1;
      const where = { spreadsheetId, as: ANA, tab, row, column, faults: only('whenEdited', faults) };
      const [[value = ''] = []] = values;
      const isOne = values.length === 1 && values[0]?.length === 1;
      return isOne
        ? workspace.edit({ ...where, value }).applied
        : workspace.paste({ ...where, values }).applied;
    };
  return [
    typed(
      'a name that is taken over',
      'whenEdited',
      type('Leads', 'L-0006', 'Customer', [['Tyrell Corporation']]),
    ),
    typed('a status that is put back', 'whenEdited', type('Leads', 'L-0006', 'Lead status', [['Active']])),
    typed(
      'a new row',
      'whenEdited',
      type('Accounts', '', 'Name', [['Typed Works', 'typed.example', 'Germany', 'Former']]),
    ),
    typed('a new row that is none yet', 'whenEdited', type('Accounts', '', 'Name', [['Typed Works']])),
    typed(
      'a block of which some is put back',
      'whenEdited',
      type('Leads', 'L-0006', 'Customer', [
        ['Tyrell Group', 'tyrell-group.example'],
        ['', 'initech-holding.example'],
      ]),
    ),
    typed('an ID that is typed over', 'whenEdited', type('Leads', 'L-0006', 'Lead ID', [['L-9999']])),
    typed('a row that was deleted', 'whenChanged', ({ workspace, world }, faults) => {
      const at = { spreadsheetId: world.spreadsheetId, as: ANA, tab: 'Leads', row: 4 };
      return workspace.deleteRows({ ...at, faults: only('whenChanged', faults) }).applied;
    }),
  ];
}

const ZOE = 'zoe@one.example';

function setUpCases(): readonly CrashCase[] {
  const setUp: CrashCase['cause'] = (place, faults) => runAs(place, HEAD, 'setUp', [], faults);
  return [
    {
      name: 'setUp, a new workbook',
      pledge: 'set-up',
      nexts: ['again'],
      function: 'setUp',
      prepare: newWorkbook,
      cause: setUp,
    },
    {
      name: 'setUp, a damaged registry',
      pledge: 'set-up',
      nexts: ['again'],
      function: 'setUp',
      prepare: damaged,
      cause: setUp,
    },
    {
      name: 'takeOver',
      ...STEPS,
      isPersons: true,
      function: 'takeOver',
      prepare: (world) =>
        after(world, (place) => {
          const input = { person: ZOE, name: 'Zoe', role: 'head', active: true };
          giveCommand(place, HEAD, { command: 'setTeamMember', input, requestId: 'zoe' });
        }),
      cause: (place, faults) => runAs(place, ZOE, 'takeOver', [], faults),
      clocks: [HEAD, ZOE],
    },
  ];
}

function newWorkbook({ state, scriptId }: CrashWorld): CrashWorld {
  const script = state.scripts[scriptId];
  if (!script) throw new Error('The script is gone.');
  const workspace = new Workspace({ now: state.now, domain: state.domain });
  const spreadsheetId = workspace.createSpreadsheet({ name: 'New', owner: HEAD, timeZone: 'Europe/Paris' });
  const bound = workspace.bindScript({ spreadsheetId, manifest: script.manifest, files: script.files });
  return {
    state: workspace.toJSON(),
    spreadsheetId,
    scriptId: bound,
    formIds: { [LEAD_FORM]: '', [JOIN_FORM]: '' },
  };
}

/** What people can do to a registry from which only set-up helps. */
function damaged(world: CrashWorld): CrashWorld {
  return tamper(world, (state, id) => {
    const workbook = state.spreadsheets[id];
    if (!workbook) throw new Error('The registry is gone.');
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Introductions');
    for (const sheet of workbook.sheets) {
      if (sheet.name === 'Deals')
        sheet.rows = sheet.rows.map((row, i) =>
          i === 0 ? row.map((cell) => (cell === 'Gross' ? '' : cell)) : row,
        );
      if (sheet.name === 'Team') sheet.protections = [];
      if (sheet.name === 'Leads') sheet.validations = {};
    }
    for (const script of Object.values(state.scripts)) script.triggers = script.triggers.slice(2, 5);
    const [form] = Object.values(state.forms);
    if (form) {
      form.published = false;
      form.items = form.items.slice(1);
    }
  });
}

/** Every way in but for the commands: menu, triggers, set-up, mail. */
export function entryCases(): readonly CrashCase[] {
  return [
    ...mailCases(),
    ...formCases(),
    ...clockCases(),
    ...menuCases(),
    ...dialogCases(),
    ...typingCases(),
    ...setUpCases(),
  ];
}
