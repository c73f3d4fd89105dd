import type { Eligibility } from '../model/commission-line.ts';

/** The evidence of the five conditions as the sheet shows it, one line each: `C1 yes: …`. Programme rules, section 4. */
export function describeEligibility(eligibility: Eligibility): string {
  const { c1, c2, c3, c4, c5 } = eligibility;
  return [c1, c2, c3, c4, c5]
    .map(({ answer, evidence }, index) => `C${index + 1} ${answer}: ${evidence}`)
    .join('\n');
}
