import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Outcome } from '../replay/play-scenario.ts';

/** Characters that some file system refuses in names. */
const UNSAFE = /[/\\:*?"<>|]/g;

/** Writes every table, mail and shared file of a played season below `folder`, anew; returns how many files. */
export function writeSeason(outcome: Outcome, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const [tab, rows] of Object.entries(outcome.tables)) {
    files.set(`${tab}.csv`, toCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]));
  }
  for (const { name, tabs } of outcome.files) {
    for (const [tab, rows] of Object.entries(tabs)) files.set(`${name} – ${tab}.csv`, toCsv(rows));
  }
  files.set(
    'Mail.txt',
    outcome.mail
      .map(({ at, to, subject, body }) => `${at}\nTo: ${to.join(', ')}\nSubject: ${subject}\n\n${body}\n`)
      .join('\n――――――――\n\n'),
  );
  for (const [name, text] of files) writeFileSync(join(folder, name.replace(UNSAFE, '-')), text);
  return files.size;
}

/** CSV that a spreadsheet opens without taking any text for a formula. */
function toCsv(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true },
  )}\n`;
}
