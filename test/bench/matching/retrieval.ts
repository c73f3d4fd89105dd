import { createDisturbances, TYPICAL_MIX } from '../../../scripts/matching/disturb-names.ts';
import {
  displayName,
  halfOf,
  isCompany,
  type Organisation,
  otherNames,
  withoutCountry,
} from '../../../scripts/matching/organisations.ts';
import { normaliseName } from '../../../src/core/conflict/normalise-name.ts';
import type { Matcher, Named } from './matchers.ts';

/** One name that is asked, and the organisation that it is another name of. */
export interface Question {
  readonly own: Organisation;
  readonly kind: string;
  readonly asked: Named;
}

export const ALIAS = 'real alias';

/** The names of one half of the companies as others write them. */
export function assembleQuestions(
  organisations: readonly Organisation[],
  half: 'tune' | 'report',
  withCountry: boolean,
): readonly Question[] {
  const disturbances = createDisturbances(half === 'tune' ? 11 : 12);
  return organisations
    .filter((one) => isCompany(one) && halfOf(one) === half)
    .flatMap((own) => {
      const name = withoutCountry(displayName(own));
      const bare = normaliseName(name).core;
      const country = withCountry ? own.country : '';
      const ask = (kind: string, text: string): Question => ({ own, kind, asked: { name: text, country } });
      return [
        ...otherNames(own).map((text) => ask(ALIAS, text)),
        ...disturbances
          .filter(({ suits }) => suits(bare, name))
          .map((one) => ask(one.name, one.apply(bare, name, own.country))),
      ];
    });
}

/** How a matcher does: the scores of the right answers by kind, and the highest wrong one for each absent company. */
export interface Retrieval {
  readonly found: ReadonlyMap<string, readonly number[]>;
  readonly alarms: readonly number[];
}

/**
 * Asks every question, and every company of that half with itself taken out. Of the alarms its relatives, those of the
 * same domain and of the same name and country are left out: many of them are the same organisation.
 */
export function measureRetrieval(
  organisations: readonly Organisation[],
  questions: readonly Question[],
  matcher: Matcher,
  withCountry: boolean,
): Retrieval {
  const onFile = organisations.filter(isCompany);
  const named = onFile.map(
    (one): Named => ({
      name: displayName(one),
      country: withCountry ? one.country : '',
    }),
  );
  const ask = matcher.prepare(named);
  const placeOf = new Map(onFile.map(({ id }, place) => [id, place]));
  const found = new Map<string, number[]>();
  const sampled = questions.filter((_question, n) => n % matcher.everyQuestion === 0);
  for (const { own, kind, asked } of sampled) {
    const score = ask(asked).get(placeOf.get(own.id) ?? -1) ?? 0;
    const scores = found.get(kind);
    if (scores === undefined) found.set(kind, [score]);
    else scores.push(score);
  }
  const absent = [...new Set(questions.map(({ own }) => own))].filter(
    (_own, n) => n % Math.ceil(matcher.everyQuestion / 4) === 0,
  );
  const alarms = absent.map((own) => {
    const related = new Set([own.id, ...(own.related ?? []).map(([, id]) => id)]);
    const core = normaliseName(withoutCountry(displayName(own))).core;
    let highest = 0;
    for (const [place, score] of ask({ name: displayName(own), country: withCountry ? own.country : '' })) {
      const other = onFile[place];
      if (other === undefined || score <= highest || related.has(other.id)) continue;
      const isTwin =
        other.country === own.country && normaliseName(withoutCountry(displayName(other))).core === core;
      const isNeighbour = hostOf(own) !== '' && hostOf(own) === hostOf(other);
      if (!isTwin && !isNeighbour) highest = score;
    }
    return highest;
  });
  return { found, alarms: alarms.sort((a, b) => b - a) };
}

function hostOf({ website = '' }: Organisation): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(website)?.[1]?.split('.').slice(-2).join('.') ?? '';
}

/** The score above which a share of the absent companies raises an alarm. */
export function thresholdAt({ alarms }: Retrieval, share: number): number {
  return alarms[Math.floor(share * alarms.length)] ?? 0;
}

export function recallOf(scores: readonly number[], above: number): number {
  return scores.filter((score) => score > above).length / Math.max(1, scores.length);
}

/** Recall of the typical mix of disturbances, and its F1 against as many absent companies. */
export function mixAt(retrieval: Retrieval, above: number): { readonly recall: number; readonly f1: number } {
  const recall = Object.entries(TYPICAL_MIX).reduce(
    (sum, [kind, share]) => sum + share * recallOf(retrieval.found.get(kind) ?? [], above),
    0,
  );
  const alarms = retrieval.alarms.filter((score) => score > above).length / retrieval.alarms.length;
  if (recall === 0) return { recall, f1: 0 };
  const precision = recall / (recall + alarms);
  return { recall, f1: (2 * precision * recall) / (precision + recall) };
}
