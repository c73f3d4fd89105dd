import { describe, expect, test } from 'vitest';
import type { BehaviourResult, CostResult, NotChecked, StepResult } from '../../src/contract/outcome.ts';
import { writeReport } from '../../src/dialogs/live-check/report-text.ts';
import { median, narrow, narrowNotChecked, summarise } from '../../src/dialogs/live-check/summary.ts';

const behaviour = (title: string, given: Partial<BehaviourResult> = {}): BehaviourResult => ({
  kind: 'behaviour',
  group: 'Ranges',
  title,
  source: 'not documented',
  verdict: 'expected',
  expected: { kind: 'returned', value: [1] },
  observed: { kind: 'returned', value: [1] },
  ...given,
});

const DIFFERS = behaviour('reach far', { verdict: 'differs', observed: { kind: 'returned', value: 2 } });
const TOLD = behaviour('are refused', {
  group: 'Tabs',
  verdict: 'differently told',
  expected: { kind: 'threw', message: 'out of bounds' },
  observed: { kind: 'threw', message: 'hors limites', late: true },
});
const COST: CostResult = { kind: 'cost', title: 'Sheet.getLastRow', eachMs: [9, 3, 6, 4], problem: '' };
const LOST: CostResult = { kind: 'cost', title: 'Cache.get', eachMs: [], problem: 'Service error' };
const RESULTS: readonly StepResult[] = [behaviour('are there'), TOLD, COST, DIFFERS, LOST];
const NOT_CHECKED: readonly NotChecked[] = [{ what: 'Clock triggers', why: 'It takes days.', byHand: '' }];

describe('The median', () => {
  const cases: readonly { times: readonly number[]; middle: number | null }[] = [
    { times: [], middle: null },
    { times: [7], middle: 7 },
    { times: [9, 3, 6], middle: 6 },
    { times: [9, 3, 6, 4], middle: 5 },
    { times: [100, 20, 3], middle: 20 },
  ];
  for (const { times, middle } of cases) {
    test(`of ${JSON.stringify(times)} is ${middle}`, () => expect(median(times)).toBe(middle));
  }
});

describe('The list of behaviours', () => {
  const titles = (...given: Parameters<typeof narrow>): readonly string[] =>
    narrow(...given).map(({ title }) => title);
  const summary = summarise(RESULTS);

  test('begins with what differs', () => {
    expect(titles(summary, 'all', '')).toEqual(['reach far', 'are refused', 'are there']);
  });

  test('is narrowed by verdict, and by words of any case in group, title and source', () => {
    expect(titles(summary, 'expected', '')).toEqual(['are there']);
    expect(titles(summary, 'all', 'TABS refused')).toEqual(['are refused']);
    expect(titles(summary, 'all', 'documented')).toHaveLength(3);
    expect(titles(summary, 'not checked', '')).toEqual([]);
  });

  test('ends with what is not checked, where that is asked for', () => {
    expect(narrowNotChecked(NOT_CHECKED, 'all', 'clock')).toEqual(NOT_CHECKED);
    expect(narrowNotChecked(NOT_CHECKED, 'differs', '')).toEqual([]);
    expect(narrowNotChecked(NOT_CHECKED, 'not checked', 'mail')).toEqual([]);
  });
});

describe('The report', () => {
  const findings = {
    facts: { 'Locale of the workbook': 'en_US' },
    results: RESULTS,
    notChecked: NOT_CHECKED,
    steps: 5,
  };
  const report = writeReport(findings);

  test('reads as text: first what differs, with the values, and last what does not', () => {
    expect(report.slice(0, report.indexOf('\n\n{'))).toBe(`Lead Registry: check of an installation

Locale of the workbook: en_US

Differs (1)
- Ranges: reach far [not documented]
    expected: [1]
    seen: 2

Differently told (1)
- Tabs: are refused [not documented]
    expected: refused with “out of bounds”
    seen: refused with “hors limites”, but only when it was flushed

What calls cost, in milliseconds (2)
- Sheet.getLastRow: 5 (3 to 9, 4 calls)
- Cache.get: not measured: Service error

Not checked here (1)
- Clock triggers. It takes days.

As expected (1)
- Ranges: are there [not documented]`);
  });

  test('ends with the same as one line of JSON', () => {
    expect(JSON.parse(report.trimEnd().split('\n').at(-1) ?? '')).toEqual({
      format: 'lead-registry-live-check/1',
      facts: findings.facts,
      steps: 5,
      results: RESULTS,
      notChecked: ['Clock triggers'],
    });
  });

  test('says that it is not whole where the check was not brought to its end', () => {
    expect(writeReport({ ...findings, steps: 9 })).toContain('NOT BROUGHT TO ITS END: 5 of 9 steps.');
    expect(report).not.toContain('NOT BROUGHT');
  });
});
