import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { ShownDialog } from '../../../src/sandbox/world-state.ts';
import type { Registry } from '../../addon/open-registry.ts';

const ADDRESS = 'http://workspace.test/';

/** What HtmlService gives a page, over a binding of the browser. */
const BRIDGE = `<script>
  (() => {
    // A frame may run before the browser has given it the binding.
    const bound = () => new Promise((done) => {
      const look = () => (window.runScript ? done() : setTimeout(look, 5));
      look();
    });
    const runner = (done, failed) => new Proxy({}, { get: (_target, name) => {
      if (name === 'withSuccessHandler') return (handler) => runner(handler, failed);
      if (name === 'withFailureHandler') return (handler) => runner(done, handler);
      return (...args) => {
        bound().then(() => window.runScript(name, args)).then(
          ({ error, value }) => error === undefined ? done && done(value) : failed && failed(new Error(error)),
        );
      };
    } });
    window.google = { script: { run: runner(), host: { close: () => window.closeDialog() } } };
  })();
</script>`;

type Call = (name: string, args: readonly unknown[]) => Promise<unknown>;

/** Dialogs and sidebars of a registry in a real browser, whose calls run in the registry's Workspace. */
export class DialogHost {
  readonly page: Page;
  /** Every function that a dialog has called, in order. */
  readonly calls: { readonly name: string; readonly request: unknown }[] = [];
  /** Stands between the dialog and the script: tests lose answers and hold them back here. */
  between: (call: Call, name: string, args: readonly unknown[]) => Promise<unknown> = (call, name, args) =>
    call(name, args);
  isClosed = false;
  /** What the frame may do; Google's frames have an origin of their own, with a store. */
  sandbox = 'allow-scripts allow-forms';
  readonly #registry: Registry;
  readonly #as: string;

  private constructor(page: Page, registry: Registry, as: string) {
    this.page = page;
    this.#registry = registry;
    this.#as = as;
  }

  static async open(context: BrowserContext, registry: Registry, as: string): Promise<DialogHost> {
    const page = await context.newPage();
    const host = new DialogHost(page, registry, as);
    await page.exposeFunction('runScript', (name: string, args: readonly unknown[]) =>
      host.#answer(name, args),
    );
    await page.exposeFunction('closeDialog', () => {
      host.isClosed = true;
    });
    return host;
  }

  /** Chooses a menu item and shows the dialog that it opens, in a frame as closed off as Google's. */
  async choose(entry: string): Promise<Frame> {
    this.#registry.choose(this.#as, entry);
    const dialog = this.#registry.workspace.dialogs.at(-1);
    if (!dialog) throw new Error(`${entry} shows nothing.`);
    return this.show(dialog);
  }

  async show(dialog: ShownDialog): Promise<Frame> {
    this.isClosed = false;
    const html = dialog.html.replace('<head>', () => `<head>${BRIDGE}`);
    await this.page.route(ADDRESS, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: around(dialog, html, this.sandbox) }),
    );
    await this.page.goto(ADDRESS);
    const element = await this.page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The dialog has no frame.');
    await frame.waitForSelector('.body');
    await frame.waitForSelector('.loading', { state: 'detached' });
    return frame;
  }

  async #answer(name: string, args: readonly unknown[]): Promise<{ value?: unknown; error?: string }> {
    this.calls.push({ name, request: typeof args[0] === 'string' ? JSON.parse(args[0]) : undefined });
    try {
      return { value: await this.between(async (called, given) => this.#run(called, given), name, args) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  #run(name: string, args: readonly unknown[]): unknown {
    const { workspace, scriptId } = this.#registry;
    const result = workspace.run(scriptId, { as: this.#as, function: name, args, context: 'dialog' });
    if (result.status !== 'done') throw new Error(result.error?.message ?? result.status);
    return result.value;
  }
}

/** What Google draws around a dialog, as far as it matters: where it stands and how large it is. */
function around({ kind, title, width, height }: ShownDialog, html: string, sandbox: string): string {
  const isSidebar = kind === 'sidebar';
  const place = isSidebar
    ? 'right:0;top:0;bottom:0;width:300px;border-left:1px solid #dadce0'
    : `left:50%;top:24px;transform:translateX(-50%);width:${width}px;border-radius:8px;box-shadow:0 4px 16px #0004`;
  return `<!DOCTYPE html><html lang="en"><title>${title}</title>
<body style="margin:0;background:${isSidebar ? '#fff' : '#9aa0a6'};font-family:Roboto,Arial,sans-serif">
<div style="position:fixed;background:#fff;display:flex;flex-direction:column;overflow:hidden;${place}">
<div style="padding:${isSidebar ? '12px 16px' : '16px 24px 12px'};font-size:${isSidebar ? 14 : 18}px">${title}</div>
<iframe title="${title}" sandbox="${sandbox}" style="border:0;flex:auto;width:100%;height:${isSidebar ? 'auto' : `${height}px`}" srcdoc="${html
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')}"></iframe></div></body></html>`;
}
