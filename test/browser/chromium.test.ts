import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findChromium } from './support/open-chromium.ts';

const isRequired = process.env.BROWSER_TESTS === 'required';

describe.skipIf(!isRequired)(
  'The tests in the browser, where they are required (BROWSER_TESTS=required)',
  () => {
    test('find Chromium, and so are not skipped', () => {
      const place = findChromium();
      expect(place !== null && existsSync(place)).toBe(true);
    });
  },
);
