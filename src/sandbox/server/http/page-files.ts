import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The built page. */
export interface PageFiles {
  readonly html: string;
  /** By address: scripts and style sheets. */
  readonly assets: ReadonlyMap<string, { readonly type: string; readonly content: Buffer }>;
  /** The script that gives a dialog's page its `google.script`. */
  readonly frameScript: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const FRAME = 'frame.js';

/** Reads the built page; throws where it has not been built. */
export function readPageFiles(folder: string, title: string): PageFiles {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const assets = readdirSync(folder)
    .filter((name) => name !== FRAME)
    .flatMap((name) => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [[`/${name}`, { type, content: read(name) }] as const];
    });
  return { html: pageHtml(title), assets: new Map(assets), frameScript: read(FRAME).toString('utf8') };
}

function pageHtml(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<div id="page"></div>
<noscript>The local Workspace needs JavaScript.</noscript>
</body>
</html>
`;
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="3" y="2" width="18" height="20" rx="3" fill="#188038"/>' +
  '<path d="M7 9h10v8H7zM7 13h10M12 9v8" fill="none" stroke="#fff" stroke-width="1.6"/></svg>';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
