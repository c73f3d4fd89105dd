/**
 * Text of an HTML template with its scriptlets carried out: `<? ?>` runs, `<?= ?>` prints escaped text,
 * `<?!= ?>` prints as it is. `values` are the properties set on the template, visible by their names.
 * Source: apps-script/guides/html/templates.
 */
export function evaluateTemplate(source: string, values: Readonly<Record<string, unknown>>): string {
  const steps = ["let output_ = '';"];
  let at = 0;
  for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    const start = match.index ?? 0;
    steps.push(`output_ += ${JSON.stringify(source.slice(at, start))};`);
    const body = match[2] ?? '';
    if (match[1] === '!=') steps.push(`output_ += (${body});`);
    else if (match[1] === '=') steps.push(`output_ += escape_(${body});`);
    else steps.push(body);
    at = start + match[0].length;
  }
  steps.push(`output_ += ${JSON.stringify(source.slice(at))}; return output_;`);
  const names = Object.keys(values);
  const render: unknown = new Function('escape_', ...names, steps.join('\n'));
  if (typeof render !== 'function') throw new Error('The template could not be compiled.');
  return String(Reflect.apply(render, undefined, [escapeHtml, ...names.map((name) => values[name])]));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
