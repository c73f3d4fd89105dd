import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditRegistry } from '../../../src/registry/audit/audit-registry.ts';
import { describeFinding } from '../../../src/registry/audit/describe-audit.ts';
import { moves, play } from '../support/play-moves.ts';
import { digest } from '../support/test-door.ts';
import { workbookOf } from '../support/workbook-of.ts';

const course = fc.array(moves(), { maxLength: 60, size: 'max' });

test('an audit finds nothing after whatever course of events, once the day’s work is done', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const door = play(steps);
      door.runDay();
      const { findings, unaudited } = auditRegistry(workbookOf(door), { digest });
      // No clock checks itself here.
      const told = findings.filter(({ check, severity }) => check !== 'clock' && severity === 'difference');
      expect(told.map(describeFinding)).toEqual([]);
      expect(unaudited).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
