import { describe, expect, test } from 'vitest';
import { columnOf, TABS } from '../../../src/registry/schema/schema.ts';
import { TONE_COLOURS, tonesOf } from '../../../src/registry/schema/tones.ts';

/** Relative luminance of a colour such as `#e6f4ea`. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours of statuses', () => {
  test.each(Object.entries(TONE_COLOURS))('of "%s" can be read by people with weak sight (WCAG AA)', (_tone, {
    background,
    text,
  }) => {
    const [light, dark] = [luminance(background), luminance(text)];
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['leads', 'status'],
    ['leads', 'verdict'],
    ['leads', 'dealStatus'],
    ['leads', 'commissionStatus'],
    ['deals', 'status'],
    ['commissions', 'status'],
    ['partners', 'status'],
    ['outbox', 'state'],
  ] as const)('are there for every word of %s %s', (kind, key) => {
    const words = columnOf(kind, key).choices ?? [];
    expect(words.length).toBeGreaterThan(1);
    expect(tonesOf(words).map(([word]) => word)).toEqual(words);
  });

  test('leave other words alone', () => {
    const kinds = TABS.deals.columns.find(({ key }) => key === 'kind')?.choices ?? [];
    expect(tonesOf([...kinds, 'yes', 'toString', ''])).toEqual([]);
  });
});
