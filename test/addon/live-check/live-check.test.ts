import { beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../../src/contract/outcome.ts';
import { SCRATCH_NAME } from '../../../src/contract/scratch.ts';
import type { Faults } from '../../../src/sandbox/execution/execution.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import { ANA, HEAD, openWorkbook, Registry } from '../open-registry.ts';
import { openTeam } from '../open-team.ts';

interface Slice {
  readonly next: number;
  readonly results: readonly StepResult[];
  readonly files: readonly string[] | null;
}

interface Answer<Value> {
  readonly ok: boolean;
  readonly code?: string;
  readonly issues?: readonly { readonly message: string }[];
  readonly value: Value;
}

let team: Registry;

beforeAll(async () => {
  team = await openTeam();
});

/** The same registry in a Workspace of its own. */
function open(): Registry {
  return new Registry(Workspace.fromJSON(team.workspace.toJSON()), team.spreadsheetId, team.scriptId);
}

function call<Value>(registry: Registry, request: object, wish: { as?: string; faults?: Faults } = {}) {
  const { as = HEAD, faults = {} } = wish;
  const result = registry.workspace.run(registry.scriptId, {
    as,
    function: 'runLiveCheck',
    args: [JSON.stringify(request)],
    context: 'dialog',
    faults,
  });
  const answer: Answer<Value> | null = result.status === 'done' ? JSON.parse(String(result.value)) : null;
  return { ...result, answer };
}

function start(registry: Registry): { readonly run: string; readonly total: number; readonly facts: object } {
  const { answer } = call<{ run: string; total: number; facts: object }>(registry, { action: 'start' });
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

function goOn(registry: Registry, run: string, next: number, faults: Faults = {}) {
  return call<Slice>(registry, { action: 'goOn', run, next }, { faults });
}

/** Plays the whole check as the dialog does. */
function playAll(registry: Registry, faults: Faults = {}) {
  const { run, total } = start(registry);
  const results: StepResult[] = [];
  const slices: number[] = [];
  for (;;) {
    const { answer, ms, error } = goOn(registry, run, results.length, faults);
    if (!answer?.ok) throw new Error(`${JSON.stringify(answer)} ${error?.message}`);
    results.push(...answer.value.results);
    slices.push(ms);
    expect(answer.value.next).toBe(results.length);
    if (answer.value.files !== null) return { results, slices, total, files: answer.value.files };
  }
}

const behaviours = (results: readonly StepResult[]) =>
  results.flatMap((one) => (one.kind === 'behaviour' ? [one] : []));

const isScratch = ({ name }: { readonly name: string }): boolean => name === SCRATCH_NAME;

describe('The live check in the local Workspace', () => {
  test('finds every behaviour as expected, and says what each kind of call costs', () => {
    const { results, total } = playAll(open());
    expect(results).toHaveLength(total);
    expect(behaviours(results).filter(({ verdict }) => verdict !== 'expected')).toEqual([]);
    const costs = results.flatMap((one) => (one.kind === 'cost' ? [one] : []));
    expect(costs.filter(({ problem, eachMs }) => problem !== '' || eachMs.length === 0)).toEqual([]);
    // The local Workspace's own table: 50 for a call, 500 for a flush, 20 for a thousand cells written.
    const timesOf = (title: string) => costs.find((one) => one.title === title)?.eachMs;
    expect(timesOf('Range.getValues, 1 cell')).toEqual(new Array(10).fill(50));
    expect(timesOf('Range.setValues and flush, 26,000 cells')).toEqual(new Array(3).fill(50 + 520 + 500));
    expect(timesOf('Properties.setProperty')).toEqual(new Array(5).fill(60));
  });

  test('works before anything is set up', async () => {
    const { results, total } = playAll(await openWorkbook());
    expect(results).toHaveLength(total);
    expect(behaviours(results).filter(({ verdict }) => verdict !== 'expected')).toEqual([]);
  });

  test('works in slices of about twenty seconds, each of which says how far it has come', () => {
    const { slices } = playAll(open());
    expect(slices.length).toBeGreaterThan(3);
    expect(Math.max(...slices)).toBeLessThan(60_000);
  });

  test('changes nothing of the registry, and leaves one spreadsheet and one form, both empty and closed', () => {
    const registry = open();
    const before = registry.workspace.toJSON();
    const { files } = playAll(registry);
    const after = registry.workspace.toJSON();
    expect(after.spreadsheets[registry.spreadsheetId]).toEqual(before.spreadsheets[registry.spreadsheetId]);
    expect(after.scripts).toEqual({
      ...before.scripts,
      [registry.scriptId]: {
        ...before.scripts[registry.scriptId],
        stores: expect.objectContaining({ script: before.scripts[registry.scriptId]?.stores.script }),
        caches: expect.anything(),
      },
    });
    expect(after.mail).toEqual(before.mail);
    const made = registry.workspace.files().filter(isScratch);
    expect(made.map(({ kind, owner, editors, viewers }) => ({ kind, owner, editors, viewers }))).toEqual([
      { kind: 'spreadsheet', owner: HEAD, editors: [], viewers: [] },
      { kind: 'form', owner: HEAD, editors: [], viewers: [] },
    ]);
    expect(files.map((url) => made.some(({ id }) => url.includes(id)))).toEqual([true, true]);
    const [sheet, form] = made.map(({ id }) => id);
    expect(registry.workspace.tabs(sheet ?? '')).toEqual(['Sheet1']);
    expect(registry.workspace.table(sheet ?? '', 'Sheet1')).toEqual([]);
    expect(after.forms[form ?? '']).toMatchObject({ published: false, items: [], destination: null });
  });

  test('tells nobody’s address, wherever a behaviour mentions one', () => {
    const { results } = playAll(open());
    expect(JSON.stringify(results)).not.toMatch(/[\w.]@[\w.]/);
  });

  test('tells facts about the platform alone', () => {
    expect(start(open()).facts).toEqual({
      'Moment (UTC)': expect.stringMatching(/^2026-01-05T15:00:/),
      'Time zone of the script': 'America/Chicago',
      'Time zone of the workbook': 'America/Chicago',
      'Locale of the workbook': 'en_US',
      'Language of the person': 'en',
      'Recipients left today': expect.any(Number),
      'Triggers of the person': expect.any(Number),
      'Milliseconds to make a spreadsheet': 1000,
    });
  });
});

describe('A platform that behaves otherwise', () => {
  test('shows as a difference with the value that was expected and the one that was seen', () => {
    const registry = open();
    const script = registry.workspace.toJSON().scripts[registry.scriptId];
    registry.workspace.pushScript(registry.scriptId, {
      manifest: script?.manifest ?? { timeZone: 'UTC' },
      files: [
        ...(script?.files ?? []),
        { name: 'Broken', source: "Utilities.base64EncodeWebSafe = () => 'YcOxPz4'" },
      ],
    });
    const found = behaviours(playAll(registry).results).filter(({ verdict }) => verdict !== 'expected');
    expect(found).toEqual([
      {
        kind: 'behaviour',
        group: 'Utilities and pages',
        title: 'base64 for the web comes back as it was',
        source: 'apps-script/reference/utilities/utilities',
        verdict: 'differs',
        expected: { kind: 'returned', value: ['YcOxPz4=', 'añ?>'] },
        observed: { kind: 'returned', value: ['YcOxPz4', 'añ?>'] },
      },
    ]);
  });

  test('shows a refusal where there should be none, and a call whose cost is then not known', () => {
    const faults: Faults = {
      refuseCall: (_n, { method }) => (method === 'Sheet.appendRow' ? 'Service error: Spreadsheets' : null),
    };
    const { results } = playAll(open(), faults);
    const found = behaviours(results).filter(({ verdict }) => verdict !== 'expected');
    expect(found).toEqual([
      {
        kind: 'behaviour',
        group: 'Tabs, rows and columns',
        title: 'appendRow writes below the last row with content',
        source: 'apps-script/reference/spreadsheet/sheet',
        verdict: 'differs',
        expected: { kind: 'returned', value: [7, '007'] },
        observed: { kind: 'threw', message: 'Service error: Spreadsheets', late: false },
      },
      expect.objectContaining({ title: 'appendRow grows a full grid', verdict: 'differs' }),
    ]);
    expect(results.find(({ title }) => title === 'Sheet.appendRow and flush')).toMatchObject({
      eachMs: [],
      problem: 'Service error: Spreadsheets',
    });
  });

  test('shows a refusal in other words as one that is differently told', () => {
    const faults: Faults = {
      refuseCall: (_n, { method, args }) =>
        method === 'Properties.setProperty' && String(args[1]).length > 9216 ? 'Argument trop grand' : null,
    };
    const found = behaviours(playAll(open(), faults).results).filter(({ verdict }) => verdict !== 'expected');
    expect(found.map(({ title, verdict }) => [title, verdict])).toEqual([
      ['take no more than 9 KB a value', 'differently told'],
    ]);
  });
});

describe('A platform that refuses writes only when they are flushed', () => {
  test('is told so', () => {
    let flushes = 0;
    const faults: Faults = {
      refuseCall: (_n, { method }) => {
        if (method === 'SpreadsheetApp.flush') flushes += 1;
        return method === 'SpreadsheetApp.flush' && flushes === 3 ? 'Service Spreadsheets failed' : null;
      },
    };
    const found = behaviours(playAll(open(), faults).results).filter(({ verdict }) => verdict !== 'expected');
    expect(found.map(({ title, observed }) => [title, observed])).toEqual([
      ['has no URL', { kind: 'threw', message: 'Service Spreadsheets failed', late: true }],
    ]);
  });
});

describe('Whoever may not administer the registry', () => {
  test('starts no check and goes on with none', () => {
    const registry = open();
    const { run } = start(registry);
    for (const request of [{ action: 'start' }, { action: 'goOn', run, next: 0 }]) {
      const { answer } = call(registry, request, { as: ANA });
      expect(answer).toMatchObject({ ok: false, code: 'not-allowed' });
      expect(answer?.issues?.[0]?.message).toBe(`Only a programme head may do this. Ask ${HEAD}.`);
    }
    expect(registry.workspace.files().filter(isScratch)).toHaveLength(1);
  });

  test('is told so in place of the dialog', () => {
    const registry = open();
    expect(registry.choose(ANA, 'showLiveCheck')).toEqual([
      { title: 'Check this installation', message: `Only a programme head may do this. Ask ${HEAD}.` },
    ]);
    expect(registry.workspace.dialogs).toEqual([]);
  });
});

describe('A check that is interrupted', () => {
  test('goes on behind a step during which Google ended the execution', () => {
    const registry = open();
    const { run } = start(registry);
    const cut = goOn(registry, run, 0, { stopAfterCalls: 120 });
    expect(cut.status).toBe('stopped');
    const soon = goOn(registry, run, 0);
    expect(soon.answer?.issues?.[0]?.message).toMatch(/still at work/);
    registry.workspace.advanceTo(registry.workspace.now + 6 * 60_000);
    const again = goOn(registry, run, 0);
    const lost = (again.answer?.value.results ?? []).filter(
      (one) => one.kind === 'behaviour' && one.verdict !== 'expected',
    );
    expect(lost).toMatchObject([
      { verdict: 'differs', observed: { message: 'Google ended the execution while this was looked at.' } },
    ]);
  });

  test('takes the same steps again when their answer was lost', () => {
    const registry = open();
    const { run } = start(registry);
    const first = goOn(registry, run, 0).answer?.value.results ?? [];
    const second = goOn(registry, run, 0).answer?.value.results ?? [];
    expect(second).toEqual(first);
    expect(second.map(({ title }) => title)).toContain('has no fetch');
  });

  test('is taken over by the next one, which uses its files', () => {
    const registry = open();
    const { run } = start(registry);
    goOn(registry, run, 0);
    playAll(registry);
    expect(registry.workspace.files().filter(isScratch)).toHaveLength(2);
    expect(goOn(registry, run, 3).answer).toMatchObject({ ok: false, code: 'illegal-state' });
  });

  test('says so where its spreadsheet was thrown away, and begins anew', () => {
    const registry = open();
    const { run } = start(registry);
    const gone = registry.tamper((world) => {
      world.files = Object.fromEntries(Object.entries(world.files).filter(([, file]) => !isScratch(file)));
    });
    expect(goOn(gone, run, 0).answer?.issues?.[0]?.message).toMatch(/is gone/);
    expect(playAll(gone).results.length).toBeGreaterThan(100);
  });

  for (const request of [
    {},
    { action: 'goOn' },
    { action: 'goOn', run: 'x', next: -1 },
    { action: 'drop' },
  ]) {
    test(`is not begun by ${JSON.stringify(request)}`, () => {
      expect(call(open(), request).answer).toMatchObject({ ok: false, code: 'invalid' });
    });
  }
});
