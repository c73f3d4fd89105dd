import type { Issue } from '../kit/bridge.ts';
import { Notice } from '../kit/notices.tsx';

/** All problems at once above the form, each leading to its field. */
export function ProblemSummary({
  issues,
  labelOf,
}: {
  readonly issues: readonly Issue[];
  readonly labelOf: (issue: Issue) => { readonly id: string; readonly label: string } | null;
}) {
  if (issues.length === 0) return null;
  const title =
    issues.length === 1 ? 'One thing stands in the way' : `${issues.length} things stand in the way`;
  return (
    <Notice tone="wrong" title={title} isAlert>
      <ul>
        {issues.map((issue) => {
          const field = labelOf(issue);
          return (
            <li key={`${issue.field} ${issue.message}`}>
              {field === null ? (
                issue.message
              ) : (
                <>
                  <button type="button" class="link" onClick={() => focusOn(field.id)}>
                    {field.label}
                  </button>
                  : {issue.message}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input') : target;
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}
