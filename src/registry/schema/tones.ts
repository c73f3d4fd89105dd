/** How a status looks at a glance; a word says the same, so that nothing depends on telling colours apart. */
export type Tone = 'good' | 'asks' | 'stops' | 'runs' | 'over';

/** Background and text of each tone: text on its background has a contrast of 4.5 to 1 at least (WCAG AA). */
export const TONE_COLOURS: { readonly [T in Tone]: { readonly background: string; readonly text: string } } =
  {
    good: { background: '#e6f4ea', text: '#0d652d' },
    asks: { background: '#fef0c3', text: '#6b4400' },
    stops: { background: '#fce8e6', text: '#a50e0e' },
    runs: { background: '#e8f0fe', text: '#174ea6' },
    over: { background: '#f1f3f4', text: '#5f6368' },
  };

/** The tone of each word that a status column may hold: one word looks the same on every tab. */
const TONES: { readonly [word: string]: Tone } = {
  Submitted: 'runs',
  Returned: 'asks',
  Active: 'good',
  Converted: 'good',
  Rejected: 'stops',
  Withdrawn: 'over',
  Expired: 'over',
  Released: 'over',
  clear: 'good',
  're-registration': 'runs',
  possible: 'asks',
  pending: 'asks',
  held: 'stops',
  own: 'stops',
  engaged: 'stops',
  Open: 'runs',
  Signed: 'good',
  Lost: 'over',
  Scheduled: 'runs',
  Due: 'asks',
  'On hold': 'stops',
  Paid: 'good',
  'Awaiting cash': 'runs',
  'Not yet': 'over',
  'Not eligible': 'over',
  Reversed: 'over',
  Requested: 'runs',
  Suspended: 'stops',
  Declined: 'over',
  Queued: 'runs',
  Sent: 'over',
  Failed: 'stops',
};

/** The words among these that have a tone, with it, in their order. */
export function tonesOf(words: readonly string[]): readonly (readonly [word: string, tone: Tone])[] {
  return words.flatMap((word) => {
    const tone = hasTone(word) ? TONES[word] : undefined;
    return tone === undefined ? [] : [[word, tone] as const];
  });
}

/** Whether a word has a tone. */
export function hasTone(word: string): boolean {
  return Object.hasOwn(TONES, word);
}
