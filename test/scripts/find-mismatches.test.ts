import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../scripts/replay/play-scenario.ts';
import { EXPECTATION } from '../scenarios/support/expectation.ts';
import { findMismatches } from '../scenarios/support/find-mismatches.ts';

const outcome: Outcome = {
  name: 'a scenario',
  steps: [
    { ok: true, id: 'P-001' },
    { ok: false, code: 'held', issues: [{ code: 'held', field: 'lead', message: 'L-0001 holds it.' }] },
  ],
  tables: { Leads: [{ 'Lead ID': 'L-0001', 'Lead status': 'Active' }] },
  mail: [{ at: '2026-01-05T09:00:00-06:00', to: ['kim@acme.example'], subject: 'Your lead', body: 'Globex' }],
  formulas: 0,
  files: [{ name: 'Snapshot', viewers: ['kim@acme.example'], tabs: { Leads: [['Globex "A"']] } }],
  calls: {},
};

const refused = { step: 2, ok: false };

describe('findMismatches', () => {
  const met: { name: string; expected: unknown }[] = [
    {
      name: 'a refusal with its issue',
      expected: {
        steps: [{ ...refused, code: 'held', issues: [{ code: 'held', messageIncludes: 'L-0001' }] }],
      },
    },
    {
      name: 'a row of a table',
      expected: { steps: [refused], tables: { Leads: [{ 'Lead ID': 'L-0001', 'Lead status': 'Active' }] } },
    },
    {
      name: 'a message, in whatever case',
      expected: {
        steps: [refused],
        mail: [{ to: 'kim@acme.example', subjectOrBodyIncludes: 'GLOBEX', count: 1 }],
      },
    },
    {
      name: 'a file that shows and hides',
      expected: {
        steps: [refused],
        files: [{ name: 'Snapshot', count: 1, includes: ['"A"'], excludes: ['Initech'] }],
      },
    },
  ];
  it.each(met)('finds nothing where $name is as expected', ({ expected }) => {
    expect(findMismatches(outcome, v.parse(EXPECTATION, expected))).toEqual([]);
  });

  const missed: { name: string; expected: unknown }[] = [
    { name: 'a refusal that was not expected', expected: {} },
    { name: 'another code', expected: { steps: [{ ...refused, code: 'own' }] } },
    { name: 'a missing issue', expected: { steps: [{ ...refused, issues: [{ code: 'required' }] }] } },
    { name: 'too many issues', expected: { steps: [{ ...refused, issueCount: 0 }] } },
    { name: 'a step that is not there', expected: { steps: [refused, { step: 3, ok: true }] } },
    {
      name: 'another value',
      expected: { steps: [refused], tables: { Leads: [{ 'Lead ID': 'L-0001', 'Lead status': 'Expired' }] } },
    },
    {
      name: 'a column that is not there',
      expected: { steps: [refused], tables: { Leads: [{ 'Lead ID': 'L-0001', Colour: 'red' }] } },
    },
    {
      name: 'a row that is not there',
      expected: { steps: [refused], tables: { Leads: [{ 'Lead ID': 'L-0002' }] } },
    },
    { name: 'a table that is not there', expected: { steps: [refused], counts: { Leeds: 0 } } },
    {
      name: 'another number of rows',
      expected: { steps: [refused], rows: [{ tab: 'Leads', where: { 'Lead status': 'Active' }, count: 0 }] },
    },
    {
      name: 'a message that was not sent',
      expected: {
        steps: [refused],
        mail: [{ to: 'lee@borealis.example', subjectOrBodyIncludes: 'Globex', atLeast: 1 }],
      },
    },
    {
      name: 'a viewer too many',
      expected: { steps: [refused], files: [{ name: 'Snapshot', count: 1, viewers: [] }] },
    },
    {
      name: 'a file that shows too much',
      expected: { steps: [refused], files: [{ name: 'Snapshot', count: 1, excludes: ['Globex'] }] },
    },
  ];
  it.each(missed)('names $name', ({ expected }) => {
    expect(findMismatches(outcome, v.parse(EXPECTATION, expected))).not.toEqual([]);
  });
});
