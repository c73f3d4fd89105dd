import { TRANSLITERATION } from './generated/transliteration.generated.ts';

const ASCII_ONLY = /^[\0-\x7f]*$/;
const COMBINING_ACCENTS = /[\u0300-\u036f]/g;
const SILENT = '-';

let table: Map<string, string> | null = null;

/** Built on first use, because most executions of the add-on fold nothing. */
function letters(): Map<string, string> {
  if (table === null) {
    table = new Map();
    for (const [first, row] of TRANSLITERATION) {
      row.split(',').forEach((ascii, offset) => {
        if (ascii !== '') table?.set(String.fromCodePoint(first + offset), ascii === SILENT ? '' : ascii);
      });
    }
  }
  return table;
}

/**
 * The text with case, accents, width and (for Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian and
 * kana) script set aside. Other scripts stay as they are, and so do spaces and punctuation.
 * Folding twice changes nothing, and the result depends on no locale.
 *
 * @example foldText('Glöbex ＡＧ') === 'globex ag'
 * Programme rules, section 3: case and accents are set aside.
 */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const known = letters();
  let folded = '';
  for (const letter of text.normalize('NFKC').toLowerCase().normalize('NFC')) {
    folded += known.get(letter) ?? letter;
  }
  return folded.normalize('NFD').replace(COMBINING_ACCENTS, '').normalize('NFC').toLowerCase();
}
