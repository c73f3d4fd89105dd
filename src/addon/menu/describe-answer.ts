import type { Answer } from '../door/answer.ts';

/** What a refused command says: every problem with what to do next. */
export function describeRefusal(issues: readonly { readonly message: string }[]): string {
  const lines = issues.map(({ message }) => `• ${message}`);
  return ['Nothing was changed.', '', ...lines].join('\n');
}

/** Whether only an engaged account stands against it: the one verdict that a manager may override. Programme rules, section 3. */
export function canBeOverridden(answer: Answer): boolean {
  return !answer.ok && answer.issues.length > 0 && answer.issues.every(({ code }) => code === 'engaged');
}

/** Reads the endpoint's answer, which is the registry's own JSON. */
export function parseEndpointAnswer(json: string): Answer {
  return JSON.parse(json) as Answer;
}
