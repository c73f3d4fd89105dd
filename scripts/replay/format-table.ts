import type { TableRow } from './read-tables.ts';

const WIDEST = 40;

/** A table as text for a person: a line of headers, a rule, a line for each row, columns aligned. */
export function formatTable(rows: readonly TableRow[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [headers, ...rows.map((row) => headers.map((header) => shorten(row[header] ?? '')))];
  const widths = headers.map((_, n) => Math.max(...lines.map((line) => [...(line[n] ?? '')].length)));
  const [head = [], ...body] = lines;
  const rule = widths.map((width) => '─'.repeat(width));
  return [head, rule, ...body].map((line) => alignLine(line, widths)).join('\n');
}

function alignLine(line: readonly string[], widths: readonly number[]): string {
  const cells = line.map((cell, n) => cell + ' '.repeat((widths[n] ?? 0) - [...cell].length));
  return cells.join('  ').trimEnd();
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : characters.join('');
}
