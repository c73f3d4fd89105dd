import { expect, test } from 'vitest';
import { findChromium } from './support/open-chromium.ts';

test('The tests in the browser are not skipped where they are required (BROWSER_TESTS=required)', () => {
  const isRequired = process.env.BROWSER_TESTS === 'required';
  expect({ isRequired, isMissing: findChromium() === null }).not.toEqual({
    isRequired: true,
    isMissing: true,
  });
});
