import { describe, expect, test } from 'vitest';
import { assembleNameKey, normaliseName } from '../../../src/core/conflict/normalise-name.ts';

interface SameCase {
  readonly name: string;
  readonly spellings: readonly string[];
}

const sameNames: readonly SameCase[] = [
  {
    name: 'German and English legal forms, case and accents are set aside',
    spellings: [
      'Globex',
      'Globex GmbH',
      'GLOBEX gmbh & Co. KG',
      'Glöbex, Inc.',
      ' globex  g.m.b.h. ',
      'Globex UG (haftungsbeschränkt)',
    ],
  },
  {
    name: 'Romance and Nordic legal forms are set aside however they are spaced',
    spellings: [
      'Initech',
      'Initech S.A.',
      'Initech S. A.',
      'INITECH S.A. de C.V.',
      'Initech SpA',
      'Initech A/S',
      'Initech Oy',
      'Initech S.L.',
    ],
  },
  {
    name: 'Asian legal forms are set aside',
    spellings: ['サンプル', '株式会社サンプル', 'サンプル株式会社', '㈱サンプル', 'ｻﾝﾌﾟﾙ'],
  },
  { name: 'Chinese legal forms are set aside', spellings: ['北京小米科技', '北京小米科技有限公司'] },
  {
    name: 'a script is set aside',
    spellings: ['Ромашка', 'ООО «Ромашка»', 'АО Ромашка', 'Romashka OOO', 'Romashka'],
  },
  { name: 'Greek reads as Latin', spellings: ['Ελληνική', 'ELLINIKI'] },
  { name: '"&" and "and" are alike', spellings: ['Smith & Jones Ltd', 'Smith and Jones', 'SMITH&JONES'] },
  {
    name: 'punctuation and spacing are set aside',
    spellings: ['North-Wind', 'Northwind', 'north wind', 'North.Wind!', "North'Wind"],
  },
  { name: 'dotted letters are one word', spellings: ['U.S. Steel Corp.', 'US Steel', 'U S Steel'] },
  { name: 'a form before the name is set aside', spellings: ['Volvo', 'AB Volvo', 'A B Volvo', 'Volvo AB'] },
  { name: 'wide and combining letters read as plain ones', spellings: ['Café', 'Cafe\u0301', 'ＣＡＦＥ'] },
  { name: 'ß reads as ss', spellings: ['Weiß GmbH', 'WEISS'] },
];

const differentNames: readonly { readonly name: string; readonly left: string; readonly right: string }[] = [
  { name: 'a word more is another name', left: 'Globex', right: 'Globex Logistics' },
  { name: 'a generic word is no legal form', left: 'Globex', right: 'Globex Group' },
  { name: 'SAS Institute keeps its first word', left: 'SAS Institute', right: 'Institute' },
  { name: 'initials are no legal form', left: 'A. O. Smith', right: 'Smith' },
  { name: 'a letter less is another name', left: 'Aptar', right: 'Aptara' },
  { name: 'digits count', left: 'Studio 54', right: 'Studio 55' },
  { name: 'names of legal forms only are not all one', left: 'AB Ltd', right: 'AG Ltd' },
];

function keyOf(name: string): string {
  return assembleNameKey(normaliseName(name).core);
}

describe('normaliseName', () => {
  test.each(sameNames)('$name', ({ spellings }) => {
    expect([...new Set(spellings.map(keyOf))]).toHaveLength(1);
    expect(keyOf(spellings[0] ?? '')).not.toBe('');
  });

  test.each(differentNames)('$name', ({ left, right }) => {
    expect(keyOf(left)).not.toBe(keyOf(right));
  });

  test('a name of legal forms only keeps its first word', () => {
    expect(normaliseName('TBK Co., Ltd.')).toMatchObject({ full: 'tbk co ltd', core: 'tbk' });
    expect(keyOf('株式会社TBK')).toBe('tbk');
  });

  test('a country in parentheses stays, and hides no legal form before it', () => {
    expect(normaliseName('Globex AG (Germany)')).toEqual({
      full: 'globex ag germany',
      core: 'globex germany',
      located: 'germany',
    });
    expect(normaliseName('Globex (Optics)')).toMatchObject({ core: 'globex optics', located: '' });
  });

  test('a name of punctuation only is compared as it stands', () => {
    expect(normaliseName(' !!! ')).toEqual({ full: '!!!', core: '!!!', located: '' });
  });

  test('the full form keeps the legal form', () => {
    expect(normaliseName('GLÖBEX gmbh & Co. KG')).toMatchObject({
      full: 'globex gmbh and co kg',
      core: 'globex',
    });
  });

  test('an empty name has an empty key', () => {
    expect(keyOf('  ')).toBe('');
  });
});
