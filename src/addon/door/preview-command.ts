import { sortIssues } from '../../core/result.ts';
import type { RawInput } from '../../registry/commands/command-spec.ts';
import { decideCommand } from '../../registry/commands/decide-command.ts';
import { describePlan } from '../../registry/dialogs/describe-plan.ts';
import type { Services } from '../services/services.ts';
import { type Answer, BUSY } from './answer.ts';
import { openBooks } from './commit-plan.ts';
import { contextOf, personOf } from './door.ts';

/** Stands for what a command would have made or read: a preview makes no file and needs no history. */
const STAND_INS = { journal: [], file: { id: '', url: 'its link follows' } } as const;

/**
 * What a person's command would do, decided under the lock on the same records by the same rules, with nothing written and
 * nothing made; or every problem that it has.
 */
export function previewCommand(services: Services, name: string, input: RawInput): Answer {
  const person = personOf(services);
  if (!person.ok) return person.answer;
  const passed = services.lock.alone((): Answer => {
    const context = contextOf(services, openBooks(services), person.who, STAND_INS);
    const decision = decideCommand(name, input, context);
    if (decision.ok) return { ok: true, value: { ...describePlan(context) } };
    const issues = sortIssues(decision.issues);
    return { ok: false, code: issues[0]?.code ?? 'invalid', issues };
  });
  return passed === null ? BUSY : passed.value;
}
