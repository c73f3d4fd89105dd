import { describe, expect, test } from 'vitest';
import { localTarget, splitLinks } from '../../../src/sandbox/page/text/local-links.ts';

const targets = [
  {
    name: 'a spreadsheet',
    address: 'https://docs.google.com/spreadsheets/d/1aB-_9/edit#gid=0',
    target: { place: 'sheet', item: '1aB-_9' },
  },
  {
    name: 'a published form',
    address: 'https://docs.google.com/forms/d/e/1Xy/viewform',
    target: { place: 'forms', item: '1Xy' },
  },
  {
    name: 'a form',
    address: 'https://docs.google.com/forms/d/1Xy/edit',
    target: { place: 'forms', item: '1Xy' },
  },
  { name: 'another site', address: 'https://docs.google.com.evil.example/forms/d/1Xy', target: undefined },
  { name: 'another address', address: 'https://one.example/', target: undefined },
] as const;

describe('An address', () => {
  for (const { name, address, target } of targets) {
    test(`of ${name} leads ${target === undefined ? 'nowhere on this page' : `to ${target.place}`}`, () => {
      expect(localTarget(address)).toEqual(target);
    });
  }

  test('is found in a text without the punctuation around it', () => {
    const text = 'See https://one.example/a?b=c, (https://two.example/d). Bye';
    const parts = splitLinks(text);
    expect(parts.filter(({ kind }) => kind === 'link').map((part) => part.text)).toEqual([
      'https://one.example/a?b=c',
      'https://two.example/d',
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});
