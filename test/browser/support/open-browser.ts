import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is: CHROMIUM_PATH, else one of the usual places; undefined when there is none. */
export const CHROMIUM = [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find(
  (path) => path !== undefined && existsSync(path),
);

/** Why tests in a browser are skipped here, for their titles. */
export const NO_CHROMIUM = 'no Chromium is installed here (set CHROMIUM_PATH)';

/** Starts a browser that talks to nobody but the page. */
export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
