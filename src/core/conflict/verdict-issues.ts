import type { Issue, IssueCode } from '../result.ts';
import type { ConflictCheck, Finding } from './check-conflicts.ts';

/** The verdicts that refuse approval, with what is wrong and what to do about it. */
const REFUSALS = [
  {
    verdict: 'held',
    problem: "Another partner's registration holds this customer",
    next: 'Release it first, or reject this request.',
  },
  {
    verdict: 'own',
    problem: 'This partner has a registration of this customer already',
    next: 'Let it end, release it or decide it first, or reject this one as a duplicate.',
  },
  {
    verdict: 'pending',
    problem: "Another partner's request for this customer arrived earlier",
    next: 'Decide that request first.',
  },
  {
    verdict: 'engaged',
    problem: 'This customer is engaged already',
    next: 'Reject the request, or approve it with a written reason to override.',
  },
  {
    verdict: 'possible',
    problem: 'This customer may be one that is taken',
    next: "Say same or different, with a reason, with 'Judge a match' first.",
  },
] as const satisfies readonly {
  readonly verdict: IssueCode;
  readonly problem: string;
  readonly next: string;
}[];

function describeFinding({ record, reasons, sentence, certainty }: Finding): string {
  return certainty === 'certain'
    ? sentence.slice(sentence.indexOf(record))
    : `${record} (${reasons.join(', ')})`;
}

/**
 * Why a registration can't be approved: one issue for each verdict that refuses, in their order, naming the records.
 * Empty where approval is allowed. An override, which needs a written reason, lifts `engaged` only: what stands below it still
 * refuses. Programme rules, section 3.
 */
export function verdictIssues(
  check: ConflictCheck,
  { override }: { readonly override: boolean },
): readonly Issue[] {
  return REFUSALS.flatMap(({ verdict, problem, next }): Issue[] => {
    const findings = check.findings.filter((finding) => finding.verdict === verdict);
    const isLifted = override && verdict === 'engaged';
    if (findings.length === 0 || isLifted) return [];
    const evidence = findings.map(describeFinding).join('; ');
    return [{ code: verdict, field: 'customer', message: `${problem}: ${evidence}. ${next}` }];
  });
}
