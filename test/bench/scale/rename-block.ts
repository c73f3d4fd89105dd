/** Under which numbers and names a block is repeated. */
export interface Renaming {
  /** What is added to the numbers of each kind of ID, by its prefix. */
  readonly offsets: { readonly [prefix: string]: number };
  readonly partner: number;
  /** The customer of this place in the block. */
  readonly customer: (place: number) => string;
}

const NUMBERED = /\b([LIDRCMSA])-(\d{4,})\b/g;

/** A text of the block, such as a record as JSON, as it reads in a repetition. */
export function renameText(text: string, { offsets, partner, customer }: Renaming): string {
  return text
    .replace(NUMBERED, (_id, prefix: string, digits: string) => {
      return `${prefix}-${String(Number(digits) + (offsets[prefix] ?? 0)).padStart(4, '0')}`;
    })
    .replaceAll('P-001', `P-${String(partner).padStart(3, '0')}`)
    .replaceAll('Partnername', `Partner ${partner}`)
    .replaceAll('partnername.example', `partner${partner}.example`)
    .replace(/customer(\d\d)x/g, (_name, place: string) => customer(Number(place)));
}

const SYLLABLES =
  'ba be bo da de do fa fi ga go ka ke ko la le lo ma mi mo na ne no pa pe po ra re ri ro sa se so ta te to va ve vo za zo';
const PARTS = SYLLABLES.split(' ');

/** A word that no other number has, none much like its neighbours'. */
export function wordOf(number: number): string {
  // A step that shares no factor with the number of words visits each once.
  let rest = (number * 1_299_709) % PARTS.length ** 4;
  let word = '';
  for (let i = 0; i < 4; i += 1) {
    word += PARTS[rest % PARTS.length] ?? '';
    rest = Math.floor(rest / PARTS.length);
  }
  return word;
}
