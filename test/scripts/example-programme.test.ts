import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_PEOPLE } from '../../scripts/example-programme/cast.ts';
import { Diary, IdOf, LineOf, toSteps } from '../../scripts/example-programme/diary.ts';
import { generateProgramme } from '../../scripts/example-programme/generate-programme.ts';
import { findSurprises, playProgramme } from '../../scripts/example-programme/play-programme.ts';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { readBundle } from '../../scripts/replay/open-world.ts';
import { readTables } from '../../scripts/replay/read-tables.ts';
import { verifyWorld } from './google/support/audited-world.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the example programme', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generateProgramme(7)).toEqual(generateProgramme(7));
    expect(generateProgramme(7)).not.toEqual(generateProgramme(8));
  });

  it('has about 150 leads and 40 contracts whatever the seed', () => {
    for (const seed of [1, 2, 3, 20250303]) {
      const { steps } = generateProgramme(seed).scenario;
      const leads = steps.filter(({ action }) => action.kind === 'form' && action.form === 'Register a lead');
      const deals = steps.filter(({ action }) => action.kind === 'do' && action.command === 'enterDeal');
      expect(leads.length).toBeGreaterThan(140);
      expect(leads.length).toBeLessThan(170);
      expect(deals.length).toBeGreaterThan(36);
      expect(new Set(deals.map(({ action }) => action.kind === 'do' && action.input.currency))).toEqual(
        new Set(['USD', 'EUR', 'GBP', 'JPY']),
      );
    }
  });

  it('names no address and no website outside the domain for examples', () => {
    const text = JSON.stringify(generateProgramme(1).scenario);
    const addresses = text.match(/[\w.-]+@[\w.-]+/g) ?? [];
    const sites = text.match(/(?:https?:\/\/|www\.)[\w.-]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(100);
    expect([...addresses, ...sites].filter((one) => !one.endsWith('.example'))).toEqual([]);
  });

  it('lists everybody of the team and of the partners who does something, by name and role', () => {
    const listed = new Set(EXAMPLE_PEOPLE.map(({ email }) => email));
    const actors = generateProgramme(1).scenario.steps.flatMap(({ action }) =>
      action.kind === 'time' || action.kind === 'parallel' ? [] : [action.as],
    );
    const strangers = new Set(actors.filter((one) => !listed.has(one)));
    expect([...strangers].sort()).toEqual(['otto@elsewhere.example', 'sales@blitzkontakte.example']);
    expect(EXAMPLE_PEOPLE.every(({ name, role }) => name !== '' && role !== '')).toBe(true);
  });

  it('is answered by the built add-on as its stories tell, over the first months, and stands an audit', async () => {
    await buildWhenStale(root);
    const { scenario, refusals } = generateProgramme(20250303, { share: 0.1 });
    const until = Date.parse('2025-07-12');
    const steps = scenario.steps.filter(({ atEpochMs }) => atEpochMs < until);
    const { world, answers } = playProgramme({ ...scenario, steps }, readBundle(root), () => undefined);
    expect(findSurprises(answers, refusals)).toEqual([]);
    const verdicts = (readTables(world).Leads ?? []).map((row) => row['Conflict check']);
    expect(new Set(verdicts)).toEqual(new Set(['clear', 'pending', 'held']));
    // Most of the clock's events are lost on the way, also those of the last day.
    world.workspace.advanceTo(world.workspace.now + 24 * 3_600_000);
    expect(await verifyWorld(world)).toMatchObject({ exit: 0, told: [] });
  });
});

describe('a diary', () => {
  it('becomes steps in the order of time, with the IDs of earlier steps and of lines in place of references', () => {
    const diary = new Diary();
    const lead = diary.note('2026-01-02T09:00', 'a@p.example', { form: 'Register a lead', answers: {} });
    const late = diary.note(
      '2026-01-04T09:00',
      's@one.example',
      { do: 'enterDeal', with: { lead: new IdOf(lead) } },
      { makesLine: true },
    );
    diary.note('2026-01-05T09:00', 'f@one.example', {
      do: 'recordPayment',
      with: { commission: new LineOf(late) },
    });
    diary.note(
      '2026-01-03T09:00',
      's@one.example',
      { do: 'enterDeal', with: { lead: new IdOf(lead) } },
      { makesLine: true },
    );
    expect(toSteps(diary.inOrder())).toEqual([
      { at: '2026-01-02T09:00', as: 'a@p.example', form: 'Register a lead', answers: {} },
      { at: '2026-01-03T09:00', as: 's@one.example', do: 'enterDeal', with: { lead: '$1' } },
      { at: '2026-01-04T09:00', as: 's@one.example', do: 'enterDeal', with: { lead: '$1' } },
      { at: '2026-01-05T09:00', as: 'f@one.example', do: 'recordPayment', with: { commission: 'C-0002' } },
    ]);
  });

  it('refuses what refers to something later', () => {
    const diary = new Diary();
    const late = diary.note('2026-01-04T09:00', 'a@p.example', { form: 'Register a lead', answers: {} });
    diary.note('2026-01-03T09:00', 'm@one.example', { do: 'approveLead', with: { lead: new IdOf(late) } });
    expect(() => toSteps(diary.inOrder())).toThrow('2026-01-03T09:00 refers to one that is not earlier');
  });
});
