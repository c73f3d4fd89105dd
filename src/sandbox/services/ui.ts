import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { CallRequest, Wire } from '../realm/wire.ts';
import type { ShownDialog } from '../world-state.ts';
import { type Define, defineClass, mergeMethods, Self } from './define.ts';
import { type HtmlHandle, htmlShape } from './handles.ts';
import { type EnumWire, enumOf, handleOf, isList, isObject, text } from './shapes.ts';

type UiHandle = { readonly $: 'Ui' };
type MenuHandle = { readonly $: 'Menu'; readonly caption: string; readonly items: readonly Wire[] };
type PromptHandle = { readonly $: 'PromptResponse'; readonly button: string; readonly text: string };

const uiShape = handleOf<UiHandle>('Ui');
const menuShape = handleOf<MenuHandle>('Menu');
const buttonSet = enumOf('ButtonSet');

const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

const OK: EnumWire = { $: 'Enum', of: 'ButtonSet', name: 'OK' };
const OK_CANCEL: EnumWire = { $: 'Enum', of: 'ButtonSet', name: 'OK_CANCEL' };

/** A question suspends the script, with everything it has written so far on screen. */
function question(execution: Execution, title: string, message: string, set: EnumWire) {
  execution.commit();
  execution.world.focus(undefined);
  return { as: execution.start.activeUser, title, message, buttons: BUTTONS[set.name] ?? ['OK'] };
}

/** A question as a script words it, before anybody is asked. */
export interface AskedQuestion {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
}

/** The question that a call asks; undefined for other calls, and for those that the platform refuses. */
export function questionIn({ method, args }: CallRequest): AskedQuestion | undefined {
  if (method !== 'Ui.alert' && method !== 'Ui.prompt') return undefined;
  const kind = method === 'Ui.alert' ? 'alert' : 'prompt';
  const last = args.at(-1);
  const set = buttonSet.is(last) ? last : undefined;
  const texts = (set === undefined ? args : args.slice(0, -1)).filter(text.is);
  if (texts.length + (set === undefined ? 0 : 1) !== args.length) return undefined;
  const [title, message] = texts.length === 2 && set !== undefined ? texts : ['', texts[0]];
  if (message === undefined || texts.length > 2 || title === undefined) return undefined;
  const shown = set ?? (kind === 'alert' ? OK : OK_CANCEL);
  return { kind, title, message, buttons: BUTTONS[shown.name] ?? ['OK'] };
}

function checkButton(button: string, shown: readonly string[]): string {
  if (button === 'CLOSE' || shown.includes(button)) return button;
  throw new Error(`The handler answered ${button}, but the buttons are ${shown.join(', ')}.`);
}

function alert(execution: Execution, title: string, message: string, set: EnumWire): Wire {
  const asked = question(execution, title, message, set);
  const name = checkButton(execution.world.ui.alert(asked), asked.buttons);
  return { $: 'Enum', of: 'Button', name };
}

function prompt(execution: Execution, title: string, message: string, set: EnumWire): Wire {
  const asked = question(execution, title, message, set);
  const answer = execution.world.ui.prompt(asked);
  return { $: 'PromptResponse', button: checkButton(answer.button, asked.buttons), text: answer.text };
}

function show(execution: Execution, kind: ShownDialog['kind'], html: HtmlHandle, title: string): undefined {
  const dialog: ShownDialog = {
    at: execution.now,
    as: execution.start.activeUser,
    scriptId: execution.start.script.id,
    kind,
    title,
    width: html.width,
    height: html.height,
    html: html.content,
  };
  execution.world.state.dialogs.push(dialog);
  execution.world.ui.dialog?.(dialog);
}

/** The user interface of the container. Source: apps-script/reference/base/ui. */
const ui = defineClass<UiHandle>('Ui', uiShape, (define) => {
  define('free', 'createMenu', [text], (_x, _on, caption) => ({ $: 'Menu', caption, items: [] }));
  define('free', 'createAddonMenu', [], () => ({ $: 'Menu', caption: 'Add-on', items: [] }));
  questions(define);
  define('free', 'showModalDialog', [htmlShape, text], (x, _on, html, title) =>
    show(x, 'modal', html, title),
  );
  define('free', 'showModelessDialog', [htmlShape, text], (x, _on, html, title) =>
    show(x, 'modeless', html, title),
  );
  define('free', 'showSidebar', [htmlShape], (x, _on, html) => show(x, 'sidebar', html, html.title));
});

function questions(define: Define<UiHandle>): void {
  define('wait', 'alert', [text], (x, _on, message) => alert(x, '', message, OK));
  define('wait', 'alert', [text, buttonSet], (x, _on, message, set) => alert(x, '', message, set));
  define('wait', 'alert', [text, text, buttonSet], (x, _on, title, message, set) =>
    alert(x, title, message, set),
  );
  define('wait', 'prompt', [text], (x, _on, message) => prompt(x, '', message, OK_CANCEL));
  define('wait', 'prompt', [text, buttonSet], (x, _on, message, set) => prompt(x, '', message, set));
  define('wait', 'prompt', [text, text, buttonSet], (x, _on, title, message, set) =>
    prompt(x, title, message, set),
  );
}

const FUNCTION_PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

const menu = defineClass<MenuHandle>('Menu', menuShape, (define) => {
  define('free', 'addItem', [text, text], (_x, on, caption, name) => {
    if (!FUNCTION_PATH.test(name)) throw new ServiceError(`Invalid argument: functionName`);
    return new Self({ ...on, items: [...on.items, { caption, function: name }] });
  });
  define(
    'free',
    'addSeparator',
    [],
    (_x, on) => new Self({ ...on, items: [...on.items, { separator: true }] }),
  );
  define('free', 'addSubMenu', [menuShape], (_x, on, sub) => {
    return new Self({ ...on, items: [...on.items, { caption: sub.caption, items: sub.items }] });
  });
  define('free', 'addToUi', [], (execution, on) => {
    execution.menus.push(menuOf(on));
  });
});

/** An entry of a menu: an item with its function, a separator, or a menu of its own. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly function: string }
  | { readonly kind: 'separator' }
  | Menu;

/** A menu as a script built it. */
export interface Menu {
  readonly kind: 'menu';
  readonly caption: string;
  readonly items: readonly MenuEntry[];
}

function menuOf(wire: { readonly caption?: Wire; readonly items?: Wire }): Menu {
  const items = isList(wire.items) ? wire.items : [];
  return { kind: 'menu', caption: String(wire.caption), items: items.map(entryOf) };
}

function entryOf(wire: Wire): MenuEntry {
  if (!isObject(wire) || wire.separator === true) return { kind: 'separator' };
  if (wire.items !== undefined) return menuOf(wire);
  return { kind: 'item', caption: String(wire.caption), function: String(wire.function) };
}

const promptResponse = defineClass('PromptResponse', handleOf<PromptHandle>('PromptResponse'), (define) => {
  define('free', 'getSelectedButton', [], (_x, on) => ({ $: 'Enum', of: 'Button', name: on.button }));
  define('free', 'getResponseText', [], (_x, on) => on.text);
});

/** Menus, questions, dialogs and sidebars. */
export const uiMethods = mergeMethods([ui, menu, promptResponse]);
