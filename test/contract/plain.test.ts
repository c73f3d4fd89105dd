import { describe, expect, test } from 'vitest';
import type { Plain } from '../../src/contract/outcome.ts';
import { isSame, toPlain } from '../../src/contract/play/plain.ts';

class Sheet {
  toString(): string {
    return 'Sheet';
  }
}

describe('A value that goes into the report', () => {
  const cases: readonly { name: string; value: unknown; plain: Plain }[] = [
    { name: 'a date as its ISO string', value: new Date(0), plain: '1970-01-01T00:00:00.000Z' },
    { name: 'what is not there as null', value: [undefined, null], plain: [null, null] },
    { name: 'a number that JSON has not as text', value: Number.NaN, plain: 'NaN' },
    { name: 'a service object as its class', value: { tab: new Sheet() }, plain: { tab: 'Sheet' } },
    {
      name: 'an address as nobody’s',
      value: ['no access for ana@one.example, "bo.b@x.example"'],
      plain: ['no access for (address), "(address)"'],
    },
    { name: 'an at sign alone as it is', value: '@-1', plain: '@-1' },
    { name: 'a long text cut', value: 'x'.repeat(501), plain: `${'x'.repeat(500)}…` },
  ];
  for (const { name, value, plain } of cases) {
    test(`is told: ${name}`, () => expect(toPlain(value)).toEqual(plain));
  }
});

describe('Two values', () => {
  const cases: readonly { a: Plain; b: Plain; same: boolean }[] = [
    { a: { a: 1, b: [2] }, b: { b: [2], a: 1 }, same: true },
    { a: [], b: {}, same: false },
    { a: null, b: [], same: false },
    { a: ['0'], b: [0], same: false },
    { a: { a: null }, b: { b: null }, same: false },
    { a: '', b: null, same: false },
  ];
  for (const { a, b, same } of cases) {
    test(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${same ? '' : 'not '}the same`, () => {
      expect(isSame(a, b)).toBe(same);
      expect(isSame(b, a)).toBe(same);
    });
  }
});
