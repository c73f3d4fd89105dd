import { isPage } from '../execution/compile.ts';
import type { ScriptFile } from '../world-state.ts';

const GLOBAL_FUNCTION = /^(?:async\s+)?function\s*\*?\s*([A-Za-z$][\w$]*)\s*\(/gm;
const GLOBAL_ARROW = /^(?:var|let|const)\s+([A-Za-z$][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\()/gm;

/**
 * The functions that `google.script.run` offers: the global ones at the beginning of a line, but for those whose name
 * ends in an underscore. Source: apps-script/guides/html/communication, "Private functions".
 */
export function dialogFunctions(files: readonly ScriptFile[]): readonly string[] {
  const names = files
    .filter((file) => !isPage(file))
    .flatMap(({ source }) => [...source.matchAll(GLOBAL_FUNCTION), ...source.matchAll(GLOBAL_ARROW)])
    .map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}
