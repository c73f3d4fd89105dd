import { sortIssues } from '../../core/result.ts';
import type { RawInput } from '../../registry/commands/command-spec.ts';
import { decideCommand } from '../../registry/commands/decide-command.ts';
import { describePlan } from '../../registry/dialogs/describe-plan.ts';
import type { Services } from '../services/services.ts';
import { type Answer, BUSY } from './answer.ts';
import { OPENS_BOOKS } from './books-closed.ts';
import { openBooks } from './commit-plan.ts';
import { contextOf, personOf } from './door.ts';

/**
 * What a person's command would do, decided under the lock on the same records by the same rules, with nothing written and
 * nothing made; or every problem that it has.
 */
export function previewCommand(services: Services, name: string, input: RawInput): Answer {
  const person = personOf(services);
  if (!person.ok) return person.answer;
  const passed = services.lock.alone((): Answer => {
    const books = openBooks(services, { evenClosed: name === OPENS_BOOKS });
    const context = contextOf(services, books, person.who);
    const decision = decideCommand(name, input, context);
    if (decision.ok) return { ok: true, value: { ...describePlan(context) } };
    const issues = sortIssues(decision.issues);
    return { ok: false, code: issues[0]?.code ?? 'invalid', issues };
  });
  return passed === null ? BUSY : passed.value;
}
