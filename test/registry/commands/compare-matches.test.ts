import { describe, expect, test } from 'vitest';
import { ANA, BO, openProgramme, register, registerActive, SAM } from '../support/office.ts';
import { codesOf, type TestDoor } from '../support/test-door.ts';

interface Compared {
  readonly verdict: string;
  readonly matches: readonly {
    readonly record: string;
    readonly kind: string;
    readonly name: string;
    readonly standing: string;
    readonly score: number;
    readonly sentences: readonly string[];
    readonly fields: readonly {
      readonly field: string;
      readonly theirs: string;
      readonly ours: string;
      readonly alike: number | null;
    }[];
  }[];
  readonly settled: readonly {
    readonly record: string;
    readonly by: string;
    readonly on: string;
    readonly reason: string;
  }[];
}

function compare(door: TestDoor, lead: string, as = ANA): Compared {
  const answer = door.run(as, 'compareMatches', { lead });
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.done.value as unknown as Compared;
}

describe('the evidence side by side', () => {
  test('shows each record that is alike with what both say, and what follows from it', () => {
    const door = openProgramme();
    registerActive(door, { partner: 'P-002', customer: 'Globex GmbH', country: 'Germany' });
    register(door, { customer: 'Globex', website: 'https://www.globex.example/about', country: '' });
    const { verdict, matches } = compare(door, 'L-0002');
    expect(verdict).toBe('held');
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({
      record: 'L-0001',
      kind: 'lead',
      name: 'Globex GmbH',
      standing: "another partner's registration holds it until 2027-01-05",
      score: 1,
      sentences: ['same domain globex.example'],
    });
    expect(matches[0]?.fields.map(({ field, theirs, ours, alike }) => [field, theirs, ours, alike])).toEqual([
      ['name', 'Globex', 'Globex GmbH', 1],
      ['website', 'https://www.globex.example/about', 'globex.example', 1],
      ['contacts', '', '', null],
      ['country', '', 'Germany', null],
    ]);
  });

  test('agrees with the verdict and the short evidence in the lead’s row', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Zyklon Optics', website: '' });
    register(door, { partner: 'P-002', customer: 'Zyklon Optiks', website: '' });
    const { verdict, matches } = compare(door, 'L-0002');
    const lead = door.get('leads', 'L-0002');
    expect(verdict).toBe('possible');
    expect(lead.view.verdict).toBe(verdict);
    expect(lead.view.conflictEvidence).toContain(matches[0]?.sentences[0]);
    expect(matches[0]?.sentences).toEqual(['"optics" and "optiks" are spelt alike']);
    expect(matches[0]?.score).toBeLessThan(1);
  });

  test('is clear where no record is alike', () => {
    const door = openProgramme();
    register(door, { customer: 'Alpine Foods', website: '' });
    expect(compare(door, 'L-0001')).toMatchObject({ verdict: 'clear', matches: [], settled: [] });
  });

  test('names what was judged to be another customer, until one of the two changes', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Zyklon Optics', website: '' });
    register(door, { partner: 'P-002', customer: 'Zyklon Optiks', website: '' });
    door.must(BO, 'judgeMatch', { lead: 'L-0002', other: 'L-0001', same: false, reason: 'Two founders.' });
    expect(compare(door, 'L-0002')).toMatchObject({
      verdict: 'clear',
      matches: [],
      settled: [{ record: 'L-0001', by: BO, on: '2026-01-05', reason: 'Two founders.' }],
    });
    door.must(BO, 'updateLead', { lead: 'L-0002', country: 'Germany' });
    expect(compare(door, 'L-0002')).toMatchObject({ verdict: 'possible', settled: [] });
  });

  test('is for managers and sales, also of other partners’ leads, and changes nothing', () => {
    const door = openProgramme();
    register(door, { partner: 'P-002' });
    for (const person of [ANA, BO, SAM]) compare(door, 'L-0001', person);
    expect(codesOf(door.run('kim@acme.example', 'compareMatches', { lead: 'L-0001' }))).toEqual([
      'not-allowed',
    ]);
    const answer = door.run(ANA, 'compareMatches', { lead: 'L-0001' });
    expect(answer.ok && answer.changes).toEqual([]);
  });
});
