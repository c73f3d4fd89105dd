import { openWorld, readBundle } from '../../scripts/replay/open-world.ts';
import { parseScenario } from '../../scripts/replay/parse-scenario.ts';
import { playStep } from '../../scripts/replay/play-step.ts';
import type { World } from '../../scripts/replay/world.ts';

/**
 * A script of its own beside the add-on: copies the first lead's record so many times, each with a customer of its own,
 * into the registry's hidden book. Playing thousands of forms would take minutes.
 */
const FILL = `
function fillLeads(count) {
  var sheet = SpreadsheetApp.getActive().getSheetByName('_state');
  var rows = sheet.getDataRange().getValues();
  var known = rows.filter(function (row) { return row[0] === 'leads/L-0001'; }).pop();
  var entry = known[1];
  var copies = [];
  for (var n = 2; n <= count; n += 1) {
    var id = 'L-' + ('000' + n).slice(-Math.max(4, String(n).length));
    var record = JSON.parse(known[2]);
    record.id = id;
    record.registration.id = id;
    record.registration.customer = 'Customer ' + n.toString(36) + ' of ' + (n * 7919).toString(36);
    record.registration.website = 'c' + n + '.example';
    copies.push(['leads/' + id, entry, "'" + JSON.stringify(record), '', '', '']);
  }
  if (copies.length === 0) return;
  // Rows to spare: which command happens to let the book grow is no matter of how many leads there are.
  sheet.insertRowsAfter(sheet.getMaxRows(), copies.length + 400);
  sheet.getRange(sheet.getLastRow() + 1, 1, copies.length, 6).setValues(copies);
}`;

/** A registry with one partner, P-001, and so many open leads of it, whose tabs show them all. */
export function openLargeWorld(root: string, leads: number): World {
  const bundle = readBundle(root);
  const parsed = parseScenario({
    name: 'a large registry',
    steps: [
      step('2026-01-05T09:00', 'admitPartner', {
        partner: 'Acme',
        contacts: ['kim@acme.example'],
        manager: 'ana@one.example',
      }),
      step('2026-01-05T09:01', 'registerLead', {
        partner: 'P-001',
        customer: 'Customer 1',
        website: 'c1.example',
      }),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const opened = openWorld(scenario, { ...bundle, code: `${bundle.code}\n${FILL}` });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { world } = opened;
  scenario.steps.forEach((one, n) => {
    world.workspace.advanceTo(one.atEpochMs);
    playStep(world, one, String(n + 1));
  });
  const filled = world.workspace.run(world.scriptId, {
    as: 'head@one.example',
    function: 'fillLeads',
    args: [leads],
    context: 'editor',
  });
  if (filled.status !== 'done') throw new Error(filled.error?.message ?? filled.status);
  const shown = world.workspace.run(world.scriptId, {
    as: 'head@one.example',
    function: 'whenClockStrikes',
    args: [],
    context: 'editor',
  });
  if (shown.status !== 'done') throw new Error(shown.error?.message ?? shown.status);
  return world;
}

function step(at: string, command: string, input: object) {
  return { at, as: 'head@one.example', do: command, with: input };
}
