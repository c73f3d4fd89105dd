import type { BuildOptions } from 'esbuild';

/**
 * Lines end about here: Apps Script names the line of an error, and one endless line would make that useless.
 */
const LINE_LENGTH = 500;

/**
 * How the compiler writes the files of the script project. Apps Script's parser refuses private names and static fields
 * of classes; at ES2020 the compiler writes them in words that it takes.
 */
export const SCRIPT_OPTIONS = {
  bundle: true,
  format: 'iife',
  target: 'es2020',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  lineLimit: LINE_LENGTH,
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  write: false,
} satisfies BuildOptions;
