import { foldText } from './fold-text.ts';
import { COUNTRIES } from './generated/countries.generated.ts';
import { splitWords } from './split-words.ts';

/** What people type into a field that they can't fill. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['n a', 'none', 'unknown', 'unbekannt', 'tbd', 'other']);

let table: ReadonlyMap<string, string> | null = null;

/** Unpacked on first use, because most executions of the add-on compare no countries. */
function codesByName(): ReadonlyMap<string, string> {
  table ??= new Map(
    COUNTRIES.split('|').flatMap((row) => {
      const code = row.slice(0, 2);
      return [
        [code.toLowerCase(), code] as const,
        ...row
          .slice(3)
          .split(',')
          .map((name) => [name, code] as const),
      ];
    }),
  );
  return table;
}

/**
 * The ISO 3166 alpha-2 code of a country as people type it: codes of two or three letters, and names in English,
 * German, French, Spanish, Italian, Dutch and Portuguese with common short forms. A text that names no country known
 * here comes back folded, in lower case, so that it equals itself and no code; an empty one
 * (or "n/a") as ''.
 *
 * @example parseCountry('U.K.') === 'GB'
 */
export function parseCountry(text: string): string {
  if (text === '') return '';
  const known = codesByName();
  const quick = known.get(text.toLowerCase());
  if (quick !== undefined) return quick;
  const name = splitWords(foldText(text)).join(' ');
  if (SAYS_NOTHING.has(name)) return '';
  return known.get(name) ?? known.get(name.replace(/^the /, '')) ?? name;
}

/** The alpha-2 code of a country by its folded name or code; undefined where none is known by it. */
export function findCountryCode(foldedName: string): string | undefined {
  return codesByName().get(foldedName);
}

let names: ReadonlyMap<string, string> | null = null;

/** The folded English name of a country by any of its folded names; undefined where none is known by it. */
export function findCountryName(foldedName: string): string | undefined {
  const code = findCountryCode(foldedName);
  if (code === undefined) return undefined;
  names ??= new Map(COUNTRIES.split('|').map((row) => [row.slice(0, 2), row.split(',')[1] ?? row] as const));
  return names.get(code);
}

/** Whether two parsed countries exclude each other; an empty one contradicts nothing. */
export function isCountryContradicting(left: string, right: string): boolean {
  return left !== '' && right !== '' && left !== right;
}
