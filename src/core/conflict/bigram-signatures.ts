import { compareLetters } from './count-edits.ts';

const WORDS = 4;
const FIRST_SIZE = 1024;
const BEFORE_TEXT = 0x5e;
const AFTER_TEXT = 0x24;
const LONGEST = 255;

/** Looked up once: in some hosts every look at a global is slow. */
const { imul } = Math;

/** Signed 32-bit words throughout: V8 computes with them without allocating. */
function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sets, for each pair of neighbouring letters of the text, one of 128 bits. */
function signText(text: string, into: Int32Array, at: number): void {
  let [w0, w1, w2, w3] = [0, 0, 0, 0];
  let before = BEFORE_TEXT;
  for (let index = 0; index <= text.length; index += 1) {
    const letter = index < text.length ? text.charCodeAt(index) : AFTER_TEXT;
    const hash = imul(imul(before, 0x9e3b) + letter, 0x2c1b3c6d) >>> 25;
    const bit = 1 << (hash & 31);
    if (hash < 32) w0 |= bit;
    else if (hash < 64) w1 |= bit;
    else if (hash < 96) w2 |= bit;
    else w3 |= bit;
    before = letter;
  }
  into[at] = w0;
  into[at + 1] = w1;
  into[at + 2] = w2;
  into[at + 3] = w3;
}

/** Which letter pairs each of many texts has: texts that differ by few edits have most of them in common. */
export class BigramSignatures {
  readonly #texts: string[] = [];
  #words = new Int32Array(0);
  #bitCounts = new Uint8Array(0);
  #lengths = new Uint8Array(0);

  /** Adds a text; texts are numbered from 0 in the order in which they were added. */
  add(text: string): void {
    const position = this.#texts.push(text) - 1;
    if (position >= this.#lengths.length) this.#grow();
    const at = position * WORDS;
    signText(text, this.#words, at);
    let bits = 0;
    for (let word = at; word < at + WORDS; word += 1) bits += countBits(this.#words[word] ?? 0);
    this.#bitCounts[position] = bits;
    this.#lengths[position] = Math.min(text.length, LONGEST);
  }

  /**
   * Calls back with the number of every text whose length differs by `mostLonger` at most, whose pairs overlap with those
   * of the text by the share `leastOverlap` (Dice) at least, and which is alike by its letters from `leastAlike` on.
   */
  scan(
    text: string,
    { mostLonger, leastOverlap, leastAlike }: ScanLimits,
    found: (position: number) => void,
  ): void {
    const own = new Int32Array(WORDS);
    signText(text, own, 0);
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = own;
    const ownBits = countBits(w0) + countBits(w1) + countBits(w2) + countBits(w3);
    const ownLength = Math.min(text.length, LONGEST);
    const [words, bitCounts, lengths] = [this.#words, this.#bitCounts, this.#lengths];
    for (let position = 0; position < this.#texts.length; position += 1) {
      const longer = (lengths[position] ?? 0) - ownLength;
      if (longer > mostLonger || longer < -mostLonger) continue;
      const at = position * WORDS;
      const shared =
        countBits(w0 & (words[at] ?? 0)) +
        countBits(w1 & (words[at + 1] ?? 0)) +
        countBits(w2 & (words[at + 2] ?? 0)) +
        countBits(w3 & (words[at + 3] ?? 0));
      if (2 * shared < leastOverlap * (ownBits + (bitCounts[position] ?? 0))) continue;
      if (compareLetters(text, this.#texts[position] ?? '') >= leastAlike) found(position);
    }
  }

  #grow(): void {
    const size = Math.max(FIRST_SIZE, this.#lengths.length * 2);
    const [words, bitCounts, lengths] = [
      new Int32Array(size * WORDS),
      new Uint8Array(size),
      new Uint8Array(size),
    ];
    words.set(this.#words);
    bitCounts.set(this.#bitCounts);
    lengths.set(this.#lengths);
    [this.#words, this.#bitCounts, this.#lengths] = [words, bitCounts, lengths];
  }
}

export interface ScanLimits {
  readonly mostLonger: number;
  readonly leastOverlap: number;
  readonly leastAlike: number;
}
