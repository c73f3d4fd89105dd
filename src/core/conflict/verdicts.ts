/** The verdicts of the conflict check in their order: of several the first is the verdict. Programme rules, section 3. */
export const VERDICTS = [
  'held',
  'own',
  'pending',
  'engaged',
  'possible',
  're-registration',
  'clear',
] as const;

/** What the conflict check says of a registration. */
export type Verdict = (typeof VERDICTS)[number];

/** Negative where the first verdict comes before the second. */
export function compareVerdicts(left: Verdict, right: Verdict): number {
  return VERDICTS.indexOf(left) - VERDICTS.indexOf(right);
}

/** Whether a verdict, found in a record that is only alike, makes a `possible`. */
export function isBarrier(verdict: Verdict): boolean {
  return compareVerdicts(verdict, 'possible') < 0;
}
