import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { buildSync, transformSync } from 'esbuild';
import { ActionRefused } from '../errors.ts';
import type { ScriptFile } from '../world-state.ts';

let source: string | undefined;
let facade: vm.Script | undefined;

/** The realm's facade as one script, whose completion value is the boot function. */
export function facadeSource(): string {
  if (source !== undefined) return source;
  const built = buildSync({
    entryPoints: [fileURLToPath(new URL('../realm/boot.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
    platform: 'neutral',
  });
  const code = built.outputFiles[0]?.text ?? '';
  source = `(() => { const module = { exports: {} }; ${code}\nreturn module.exports.boot; })()`;
  return source;
}

/** The facade, compiled once for the process. */
export function compiledFacade(): vm.Script {
  facade ??= new vm.Script(facadeSource(), { filename: 'workspace-facade.js' });
  return facade;
}

const compiled = new Map<string, vm.Script>();
const MOST_COMPILED = 64;

// Looking a big source up means hashing it, so a pushed list of files remembers its scripts.
const compiledLists = new WeakMap<readonly ScriptFile[], readonly vm.Script[]>();

/** The script files of a project, compiled once for each distinct source. */
export function compileFiles(files: readonly ScriptFile[]): readonly vm.Script[] {
  const known = compiledLists.get(files);
  if (known !== undefined) return known;
  const scripts = files.filter((file) => !isPage(file)).map((file) => compile(file));
  compiledLists.set(files, scripts);
  return scripts;
}

function compile(file: ScriptFile): vm.Script {
  const key = `${file.name}\n${file.source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const script = new vm.Script(file.source, { filename: file.name });
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, script);
  return script;
}

/** True for HTML files. */
export function isPage(file: ScriptFile): boolean {
  return file.name.endsWith('.html');
}

const accepted = new Set<string>();

/**
 * Refuses what the platform's parser refuses when files are saved: syntax errors, private members and
 * static fields of classes. Source: apps-script/guides/v8-runtime.
 */
export function checkSyntax(files: readonly ScriptFile[]): void {
  for (const file of files.filter((one) => !isPage(one))) {
    if (accepted.has(file.source)) continue;
    const lowered = transformWith(file, false);
    if (lowered !== transformWith(file, true)) {
      throw new ActionRefused(
        `Syntax error: class fields and private members are not supported. file: ${file.name}`,
      );
    }
    accepted.add(file.source);
  }
}

function transformWith(file: ScriptFile, supported: boolean): string {
  try {
    return transformSync(file.source, {
      target: 'es2022',
      logLevel: 'silent',
      supported: {
        'class-private-field': supported,
        'class-private-static-field': supported,
        'class-private-method': supported,
        'class-private-static-method': supported,
        'class-private-accessor': supported,
        'class-private-brand-check': supported,
        'class-static-field': supported,
      },
    }).code;
  } catch (error) {
    throw new ActionRefused(`Syntax error in ${file.name}: ${error instanceof Error ? error.message : ''}`);
  }
}

/** The text of a project's page, by its name with or without `.html`; undefined if there is none. */
export function pageSource(files: readonly ScriptFile[], name: string): string | undefined {
  const wanted = name.endsWith('.html') ? name : `${name}.html`;
  return files.find((file) => file.name === wanted)?.source;
}
