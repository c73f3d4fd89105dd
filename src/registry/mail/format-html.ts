/** What separates the cells of a table's line in the plain text of a message. */
const CELL = ' | ';

const LIST_ITEM = '– ';

/**
 * The message of the Outbox as HTML: paragraphs, lists, tables and links as its plain text has them. Every character of
 * it is text: what people wrote is never markup.
 */
export function formatHtml(body: string): string {
  const paragraphs = body.split('\n\n');
  const signature = paragraphs.length > 1 ? paragraphs.at(-1) : undefined;
  const blocks = (signature === undefined ? paragraphs : paragraphs.slice(0, -1)).map(formatBlock);
  const end =
    signature === undefined ? '' : `<p style="color:#5f6368;margin:24px 0 0">${formatLines(signature)}</p>`;
  return `<div style="font-family:Arial,sans-serif;font-size:14px;line-height:1.5;color:#202124;max-width:640px">${blocks.join('')}${end}</div>`;
}

/** Rows as a table of a message; the first names the columns. What would separate cells or rows inside one is replaced. */
export function assembleMailTable(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => cell.replaceAll('|', '¦').replace(/\s*\n\s*/g, ' ')).join(CELL))
    .join('\n');
}

/** Lines as a list of a message. */
export function assembleMailList(lines: readonly string[]): string {
  return lines.map((line) => `${LIST_ITEM}${line}`).join('\n');
}

function formatBlock(paragraph: string): string {
  const lines = paragraph.split('\n');
  if (lines.length > 1 && lines.every((line) => line.includes(CELL))) return formatTable(lines);
  const items = lines.filter((line) => line.startsWith(LIST_ITEM));
  if (items.length > 0 && items.length === lines.length) {
    const inside = items.map((line) => `<li>${formatText(line.slice(LIST_ITEM.length))}</li>`).join('');
    return `<ul style="margin:0 0 16px;padding-left:20px">${inside}</ul>`;
  }
  return `<p style="margin:0 0 16px">${formatLines(paragraph)}</p>`;
}

/** An amount as messages write it, which stands at the right of its column so that amounts can be compared. */
const AMOUNT = /^[A-Z]{3} -?[\d,]+(\.\d+)?$/;

/** An ID or a day, which nobody wants to read on two lines. */
const UNBROKEN = /^([A-Z]{1,2}-\d+|\d{4}-\d\d-\d\d)$/;

const NOT_AT_ALL = 'white-space:nowrap;';

/** However long a word is, the table stays in the width of the message; usual words stay whole. */
function wrapOf(cell: string): string {
  if (UNBROKEN.test(cell)) return NOT_AT_ALL;
  return /\S{25}/.test(cell) ? 'word-break:break-word;overflow-wrap:anywhere;' : '';
}

function formatTable([header = '', ...lines]: readonly string[]): string {
  const [headers, ...rows] = [header, ...lines].map((line) => line.split(CELL));
  const isAmounts = (headers ?? []).map((_, i) => rows.every((cells) => AMOUNT.test(cells[i] ?? '')));
  const row = (cells: readonly string[], tag: 'th' | 'td', border: string) =>
    `<tr>${cells
      .map((cell, i) => {
        const align = isAmounts[i] ? 'right' : 'left';
        const wrap = isAmounts[i] || tag === 'th' ? NOT_AT_ALL : wrapOf(cell);
        const style = `text-align:${align};vertical-align:top;${wrap}padding:4px 16px 4px 0;${border}`;
        return `<${tag} style="${style}">${formatText(cell)}</${tag}>`;
      })
      .join('')}</tr>`;
  const head = row(headers ?? [], 'th', 'border-bottom:2px solid rgb(218,220,224)');
  const body = rows.map((cells) => row(cells, 'td', 'border-bottom:1px solid rgb(218,220,224)')).join('');
  // Some mail programs give tables the font of nothing around them.
  return `<table style="border-collapse:collapse;margin:0 0 16px;font-family:inherit;font-size:14px;line-height:1.5">${head}${body}</table>`;
}

function formatLines(text: string): string {
  return text.split('\n').map(formatText).join('<br>');
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Text with its web addresses as links; a stop behind an address is the sentence's. */
function formatText(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .map((part, i) => {
      const safe = escapeHtml(part);
      return i % 2 === 1 ? `<a href="${safe}" style="color:#0b57d0">${safe}</a>` : safe;
    })
    .join('');
}
