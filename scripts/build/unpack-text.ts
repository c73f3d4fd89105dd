/** A long text in few bytes: see `packText`. */
export interface PackedText {
  readonly text: string;
  /** One character and the two that it stands for, three by three; later ones stand for earlier ones too. */
  readonly pairs: string;
}

/** The text that was packed. This runs in the built script whenever it is loaded. */
export function unpackText({ text, pairs }: PackedText): string {
  let unpacked = text;
  for (let at = pairs.length - 3; at >= 0; at -= 3) {
    unpacked = unpacked.split(pairs.charAt(at)).join(pairs.slice(at + 1, at + 3));
  }
  return unpacked;
}
