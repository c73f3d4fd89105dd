import { ServiceError } from '../errors.ts';
import { pageSource } from '../execution/compile.ts';
import type { Execution } from '../execution/execution.ts';
import { type Define, defineClass, defineService, mergeMethods, SELF, Self } from './define.ts';
import { blobShape, type HtmlHandle, htmlShape } from './handles.ts';
import { enumOf, handleOf, int, text } from './shapes.ts';

type TemplateHandle = { readonly $: 'HtmlTemplate'; readonly source: string };

function output(content: string): HtmlHandle {
  return { $: 'HtmlOutput', content, title: '', width: null, height: null };
}

function page(execution: Execution, name: string): string {
  const source = pageSource(execution.start.script.files, name);
  if (source === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
  return source;
}

const service = defineService('HtmlService', (define) => {
  define('free', 'createHtmlOutput', [], () => output(''));
  define('free', 'createHtmlOutput', [text], (_x, _on, html) => output(html));
  define('free', 'createHtmlOutput', [blobShape], (_x, _on, blob) => {
    return output(Buffer.from(blob.base64, 'base64').toString('utf8'));
  });
  define('free', 'createHtmlOutputFromFile', [text], (execution, _on, name) => output(page(execution, name)));
  define('free', 'createTemplateFromFile', [text], (execution, _on, name) => {
    return { $: 'HtmlTemplate', source: page(execution, name) };
  });
  define('free', 'createTemplate', [text], (_x, _on, source) => ({ $: 'HtmlTemplate', source }));
});

const template = defineClass('HtmlTemplate', handleOf<TemplateHandle>('HtmlTemplate'), (define) => {
  // evaluate is defined in the realm, where the template's expressions have to run.
  define('free', 'getRawContent', [], (_x, on) => on.source);
});

const html = defineClass<HtmlHandle>('HtmlOutput', htmlShape, (define) => {
  define('free', 'getContent', [], (_x, on) => on.content);
  define('free', 'getTitle', [], (_x, on) => on.title);
  define('free', 'getWidth', [], (_x, on) => on.width);
  define('free', 'getHeight', [], (_x, on) => on.height);
  define('free', 'setTitle', [text], (_x, on, title) => new Self({ ...on, title }));
  define('free', 'setContent', [text], (_x, on, content) => new Self({ ...on, content }));
  define('free', 'append', [text], (_x, on, more) => new Self({ ...on, content: on.content + more }));
  define('free', 'setWidth', [int], (_x, on, width) => new Self({ ...on, width }));
  define('free', 'setHeight', [int], (_x, on, height) => new Self({ ...on, height }));
  ignored(define);
});

// What these say concerns a browser page only.
function ignored(define: Define<HtmlHandle>): void {
  define('free', 'setXFrameOptionsMode', [enumOf('XFrameOptionsMode')], (_x, _on, _mode) => SELF);
  define('free', 'setSandboxMode', [enumOf('SandboxMode')], (_x, _on, _mode) => SELF);
  define('free', 'addMetaTag', [text, text], (_x, _on, _name, _content) => SELF);
}

/** HtmlService: pages of the project as dialogs show them. Source: apps-script/reference/html/html-service. */
export const htmlMethods = mergeMethods([service, template, html]);
