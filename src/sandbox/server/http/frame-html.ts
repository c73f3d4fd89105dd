/**
 * The page of a dialog with its bridge to the host, which has to be there before the page's own script. `setup` is
 * handed to the bridge as it is.
 */
export function frameHtml(html: string, frameScript: string, setup: unknown): string {
  const data = JSON.stringify(setup).replaceAll('<', '\\u003c');
  const code = frameScript.replaceAll('</script', '<\\/script');
  const bridge = `<script>window.workspaceFrame_=${data};${code}</script>`;
  const head = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return `${html.slice(0, at)}${bridge}${html.slice(at)}`;
}
