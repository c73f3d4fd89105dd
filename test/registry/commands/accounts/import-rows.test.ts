import { expect, test } from 'vitest';
import { HEAD, openOffice } from '../../support/office.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ Name: `Company ${i}`, Standing: 'Former' }));

test('an import of more rows than fit one execution is refused with how many fit, and nothing is loaded', () => {
  const door = openOffice();
  const answer = door.run(HEAD, 'importRows', { tab: 'Accounts', rows: rows(10_001) });
  expect(answer).toMatchObject({ ok: false, code: 'invalid', issues: [{ field: 'rows' }] });
  expect(answer.ok ? '' : answer.issues[0]?.message).toContain('up to 10,000 rows; these are 10,001');
  expect(door.records.list('accounts')).toEqual([]);
});

test('an import of as many rows as fit is loaded whole', () => {
  const door = openOffice();
  expect(door.run(HEAD, 'importRows', { tab: 'Accounts', rows: rows(10_000) }).ok).toBe(true);
  expect(door.records.list('accounts')).toHaveLength(10_000);
});
