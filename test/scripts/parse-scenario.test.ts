import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../scripts/replay/load-scenario.ts';
import { parseScenario } from '../../scripts/replay/parse-scenario.ts';
import type { Problem } from '../../scripts/replay/scenario.ts';

const HEAD = 'head@one.example';
const step = { at: '2026-01-05T09:00', as: HEAD, do: 'updateSettings', with: {} };
const scenario = (...steps: unknown[]) => ({ name: 'a scenario', steps });

function problemsOf(value: unknown): readonly Problem[] {
  const parsed = parseScenario(value);
  return parsed.ok ? [] : parsed.problems;
}

const placesOf = (value: unknown) => problemsOf(value).map(({ place }) => place);

describe('parseScenario', () => {
  const valid: { name: string; value: unknown }[] = [
    { name: 'a command', value: scenario(step) },
    { name: 'a command without input', value: scenario({ at: step.at, as: HEAD, do: 'preparePaymentRun' }) },
    { name: 'time that only passes', value: scenario({ at: '2026-01-05T09:00:30' }) },
    { name: 'steps at the same time', value: scenario(step, step) },
    {
      name: 'a form with a doubled event',
      value: scenario({
        at: step.at,
        as: HEAD,
        form: 'Request to join',
        answers: { Company: 'Acme' },
        deliver: 2,
      }),
    },
    {
      name: 'a number typed into a cell',
      value: scenario({
        at: step.at,
        as: HEAD,
        edit: { tab: 'Leads', row: 'L-0001', column: 'Commission', value: 5 },
      }),
    },
    {
      name: 'a reference to an earlier step',
      value: scenario(step, { ...step, do: 'approveLead', with: { lead: '$1' } }),
    },
    { name: 'an amount that looks like a reference', value: scenario({ ...step, with: { amount: '$7' } }) },
    {
      name: 'steps side by side without times of their own',
      value: scenario({ at: step.at, parallel: [{ as: HEAD, do: 'approveLead', with: { lead: 'L-0001' } }] }),
    },
    {
      name: 'faults and a person who sorts meanwhile',
      value: scenario({
        ...step,
        stopAfterCalls: 3,
        keepWrites: 0,
        during: { afterCalls: 2, sort: { tab: 'Leads', column: 'Customer', ascending: true } },
      }),
    },
    { name: 'what the tests expect', value: { ...scenario(step), expect: { anything: 'at all' }, seed: 7 } },
  ];
  it.each(valid)('accepts $name', ({ value }) => {
    expect(problemsOf(value)).toEqual([]);
  });

  const invalid: { name: string; value: unknown; places: string[] }[] = [
    { name: 'something that is no object', value: [], places: ['name', 'steps'] },
    { name: 'a file without steps', value: { name: 'x', steps: [] }, places: ['steps'] },
    { name: 'an unknown key of the file', value: { ...scenario(step), setings: {} }, places: ['setings'] },
    {
      name: 'an unknown time zone',
      value: { ...scenario(step), settings: { 'Programme time zone': 'Mars/Base' } },
      places: ['settings["Programme time zone"]'],
    },
    { name: 'a step without time', value: scenario({ as: HEAD, do: 'setAway' }), places: ['steps[0].at'] },
    {
      name: 'a day that does not exist',
      value: scenario({ at: '2026-02-30T09:00' }),
      places: ['steps[0].at'],
    },
    { name: 'a time with a zone', value: scenario({ at: '2026-02-03T09:00Z' }), places: ['steps[0].at'] },
    {
      name: 'steps that go back in time',
      value: scenario({ at: '2026-01-05T09:00' }, { at: '2026-01-05T08:59' }),
      places: ['steps[1].at'],
    },
    { name: 'an unknown key of a step', value: scenario({ ...step, whith: {} }), places: ['steps[0].whith'] },
    { name: 'an unknown command', value: scenario({ ...step, do: 'aproveLead' }), places: ['steps[0].do'] },
    { name: 'an actor that is no address', value: scenario({ ...step, as: 'ana' }), places: ['steps[0].as'] },
    {
      name: 'an unknown form',
      value: scenario({ at: step.at, as: HEAD, form: 'Register', answers: {} }),
      places: ['steps[0].form'],
    },
    {
      name: 'an answer to no question',
      value: scenario({ at: step.at, as: HEAD, form: 'Register a lead', answers: { Customer: 'x' } }),
      places: ['steps[0].answers.Customer'],
    },
    {
      name: 'a step that does two things',
      value: scenario({ ...step, edit: { tab: 'Leads', row: 'L-0001', column: 'Customer', value: 'x' } }),
      places: ['steps[0]'],
    },
    {
      name: 'a pasted block with rows of different length',
      value: scenario({
        at: step.at,
        as: HEAD,
        paste: { tab: 'Leads', row: 'L-0001', column: 'Customer', values: [['a'], ['b', 'c']] },
      }),
      places: ['steps[0].paste.values'],
    },
    {
      name: 'a reference to the step itself',
      value: scenario({ ...step, do: 'approveLead', with: { lead: '$1' } }),
      places: ['steps[0].with.lead'],
    },
    {
      name: 'a reference to a later step',
      value: scenario({ ...step, do: 'approveLead', with: { lead: '$2' } }, step),
      places: ['steps[0].with.lead'],
    },
    {
      name: 'a reference to a step that answers no ID',
      value: scenario({ at: step.at }, { ...step, do: 'approveLead', with: { lead: '$1' } }),
      places: ['steps[1].with.lead'],
    },
    {
      name: 'an inner step at another time',
      value: scenario({ at: step.at, parallel: [{ ...step, at: '2026-01-05T09:01' }] }),
      places: ['steps[0].parallel[0].at'],
    },
    {
      name: 'a fault out of range',
      value: scenario({ ...step, deliver: 3, during: { afterCalls: 0 } }),
      places: ['steps[0].deliver', 'steps[0].during.afterCalls', 'steps[0].during'],
    },
  ];
  it.each(invalid)('names the place of $name', ({ value, places }) => {
    expect(new Set(placesOf(value))).toEqual(new Set(places));
  });

  it('names all problems at once, from top to bottom', () => {
    const value = {
      steps: [
        { at: 'soon', as: HEAD, do: 'setAway' },
        step,
        { ...step, as: 'x', at: '2025-01-01T00:00', extra: 1 },
      ],
    };
    expect(placesOf(value)).toEqual(['name', 'steps[0].at', 'steps[2].as', 'steps[2].extra', 'steps[2].at']);
  });

  it('reads local times by the rule for skipped hours', () => {
    const settings = { 'Programme time zone': 'Europe/Berlin' };
    const parsed = parseScenario({ ...scenario({ at: '2026-03-29T02:30' }), settings });
    const at = parsed.ok ? parsed.scenario.steps[0]?.atEpochMs : undefined;
    expect(at).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('answers whatever a file holds with a scenario or with problems', () => {
    const keys = fc.constantFrom('at', 'as', 'do', 'form', 'edit', 'paste', 'import', 'parallel', 'with');
    const steps = fc.array(fc.dictionary(keys, fc.jsonValue()));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), steps })), (value) => {
        const parsed = parseScenario(value);
        expect(parsed.ok || parsed.problems.length > 0).toBe(true);
      }),
    );
  });

  it('accepts every scenario of the project', () => {
    const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const refused = files.flatMap((name) => {
      const loaded = loadScenario(join(folder, name));
      return loaded.ok ? [] : [{ name, problems: loaded.problems }];
    });
    expect(files.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });
});
