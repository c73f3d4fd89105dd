/** Nothing of a message may be fetched or run, whatever it holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

const STYLE =
  'body{margin:0;padding:16px 24px;font:14px/1.5 Roboto,Arial,sans-serif;color:#1f1f1f;overflow-wrap:anywhere}a{color:#0b57d0}';

/**
 * A message's HTML as the page of a sandboxed frame. Links to what `localise` knows lead there, in place of the whole
 * page; other web addresses open in a tab of their own, and anything else is no link.
 */
export function safeMailHtml(html: string, localise: (address: string) => string | undefined): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('meta, base, script, link')) element.remove();
  for (const link of page.querySelectorAll('a, area')) {
    const address = link.getAttribute('href') ?? '';
    const local = localise(address);
    if (local === undefined && !/^(https?|mailto):/i.test(address)) link.removeAttribute('href');
    else link.setAttribute('href', local ?? address);
    link.setAttribute('target', local === undefined ? '_blank' : '_top');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  const policy = page.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = POLICY;
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.prepend(policy, style);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
