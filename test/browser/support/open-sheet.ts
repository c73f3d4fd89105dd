import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import * as v from 'valibot';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { applySheetEdit } from '../../../src/sandbox/server/sheet/apply-edit.ts';
import { patchesBetween } from '../../../src/sandbox/server/sheet/patches-between.ts';
import { SHEET_EDIT } from '../../../src/sandbox/server/sheet/sheet-edit.ts';
import type { SheetPatch, SpreadsheetView } from '../../../src/sandbox/server/sheet/spreadsheet-view.ts';
import { viewSpreadsheet } from '../../../src/sandbox/server/sheet/view-spreadsheet.ts';
import type { Workspace } from '../../../src/sandbox/workspace.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ORIGIN = 'http://localhost';

const ENTRY = `
  import { mountSpreadsheet } from './src/sandbox/page/sheet/index.ts';
  const view = JSON.parse(await window.readView());
  window.sheet = mountSpreadsheet(document.querySelector('#sheet'), view, {
    async edit(edit) {
      const { answer, patches } = JSON.parse(await window.sendEdit(JSON.stringify(edit)));
      window.sheet.patch(patches);
      return answer;
    },
    selected: (tab, a1) => window.tellSelected(tab, a1),
  });
  await window.sheet.ready;
  document.body.dataset.ready = 'yes';
`;

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sheet</title>
<link rel="stylesheet" href="/page.css"><style>body { margin: 0 } #sheet { height: 100vh }</style></head>
<body><div id="sheet"></div><script type="module" src="/page.js"></script></body></html>`;

/** The files of a page that shows one spreadsheet and nothing else, by path. */
export type SheetFiles = ReadonlyMap<string, { readonly body: Buffer; readonly contentType: string }>;

/** Bundles that page. */
export async function bundleSheetPage({ minify } = { minify: true }): Promise<SheetFiles> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, sourcefile: 'page.ts', loader: 'ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    entryNames: 'page',
    minify,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false,
  });
  const files = outputFiles.map(({ path, contents }) => {
    const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return [path, { body: Buffer.from(contents), contentType }] as const;
  });
  return new Map([...files, ['/', { body: Buffer.from(HTML), contentType: 'text/html' }]]);
}

/** Which spreadsheet is open, and who looks at it. */
export interface LookedAt {
  readonly workspace: Workspace;
  readonly spreadsheetId: string;
  readonly as: string;
}

/** A person's browser window with a spreadsheet in it. */
export interface OpenSheet {
  readonly page: Page;
  /** What the page told was selected, the last one last. */
  readonly selections: (readonly [tab: string, a1: string])[];
  /** The text that the grid shows in a cell. */
  shown(tab: string, a1: string): Promise<string>;
  /** Goes to cells. */
  select(tab: string, a1: string): Promise<void>;
  /** Shows another spreadsheet, or the same one to somebody else, in the same window. */
  reopen(at: LookedAt): Promise<void>;
  /** Sends what has changed meanwhile, as the server does when somebody else has done something. */
  sync(): Promise<void>;
}

/** Opens a spreadsheet of a Workspace in the browser, as a person. */
export async function openSheet(
  context: BrowserContext,
  files: SheetFiles,
  first: LookedAt,
): Promise<OpenSheet> {
  let at = first;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill(file);
  });
  const viewNow = (): SpreadsheetView =>
    at.workspace.read((state) => viewSpreadsheet(state, at.spreadsheetId, at.as));
  let view = viewNow();
  const takePatches = (): readonly SheetPatch[] => {
    const before = view;
    view = viewNow();
    return patchesBetween(before, view);
  };
  const selections: (readonly [string, string])[] = [];
  await page.exposeFunction('readView', () => JSON.stringify(view));
  await page.exposeFunction('tellSelected', (tab: string, a1: string) => {
    selections.push([tab, a1]);
    at.workspace.selectCell({ ...at, tab, a1 });
  });
  await page.exposeFunction('sendEdit', (json: string) => {
    const answer = attempt(() =>
      applySheetEdit(at.workspace, at.spreadsheetId, at.as, v.parse(SHEET_EDIT, JSON.parse(json))),
    );
    return JSON.stringify({ answer, patches: takePatches() });
  });
  await page.goto(`${ORIGIN}/`);
  await page.locator('body[data-ready]').waitFor();
  return {
    page,
    selections,
    shown: (tab, a1) => page.evaluate(`window.sheet.shownText(${JSON.stringify(tab)}, '${a1}')`),
    select: async (tab, a1) => {
      await page.evaluate(`window.sheet.show(${JSON.stringify(tab)}, '${a1}')`);
      await page.waitForFunction(
        `JSON.stringify(window.sheet.selection()) === ${JSON.stringify(JSON.stringify({ tab, a1 }))}`,
      );
    },
    reopen: async (next) => {
      at = next;
      view = viewNow();
      selections.length = 0;
      await page.evaluate(`window.sheet.reload(${JSON.stringify(view)})`);
      await page.evaluate('window.sheet.ready');
    },
    sync: async () => {
      await page.evaluate(`window.sheet.patch(${JSON.stringify(takePatches())})`);
    },
  };
}

function attempt(act: () => void): { readonly ok: boolean; readonly message?: string } {
  try {
    act();
    return { ok: true };
  } catch (error) {
    if (error instanceof ActionRefused) return { ok: false, message: error.message };
    throw error;
  }
}
