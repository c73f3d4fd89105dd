/** The evidence of the conflict check side by side, as the registry answers it. */
export interface Comparison {
  readonly lead: string;
  readonly verdict: string;
  readonly matches: readonly Match[];
  /** How many further records are alike. */
  readonly more: number;
  readonly settled: readonly Settled[];
}

/** One record that is alike. */
export interface Match {
  readonly record: string;
  readonly kind: 'lead' | 'account';
  readonly name: string;
  readonly standing: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly score: number;
  readonly sentences: readonly string[];
  readonly fields: readonly ComparedField[];
}

/** What the request says in a field, and what is on file. */
export interface ComparedField {
  readonly field: string;
  readonly theirs: string;
  readonly ours: string;
  readonly alike: number | null;
  readonly note: string;
}

/** A record that somebody has said is another customer. */
export interface Settled {
  readonly record: string;
  readonly name: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}
