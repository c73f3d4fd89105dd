/** The verdicts of the conflict check as a manager reads them, with how grave they are. */
const VERDICTS: { readonly [verdict: string]: { readonly words: string; readonly tone: string } } = {
  held: { words: 'Held by another partner', tone: 'wrong' },
  own: { words: 'Registered by this partner', tone: 'wrong' },
  pending: { words: 'An earlier request waits', tone: 'wrong' },
  engaged: { words: 'Engaged account', tone: 'wrong' },
  possible: { words: 'Possible match', tone: 'warn' },
  're-registration': { words: 'Re-registration', tone: 'good' },
  clear: { words: 'Clear', tone: 'good' },
};

export function Verdict({ verdict }: { readonly verdict: string }) {
  const { words, tone } = VERDICTS[verdict] ?? { words: verdict, tone: 'plain' };
  return <span class={`chip ${tone}`}>{words}</span>;
}
