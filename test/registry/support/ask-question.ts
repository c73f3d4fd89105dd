import type { RawInput } from '../../../src/registry/commands/command-spec.ts';
import type { Decision } from '../../../src/registry/commands/decide-command.ts';
import { openContext } from '../../../src/registry/commands/open-context.ts';
import { QUESTIONS, type QuestionName } from '../../../src/registry/dialogs/questions.ts';
import { address, LINKS, type TestDoor } from './test-door.ts';

/** What a person of the team is answered to a question of a dialog. */
export function askQuestion(door: TestDoor, as: string, name: QuestionName, question: RawInput): Decision {
  const actor = { kind: 'person', email: address(as) } as const;
  return QUESTIONS[name](question, openContext(door.records, { now: door.now, actor, links: LINKS }));
}

/** The value that a question is answered with; throws where it is refused. */
export function mustAsk<Value>(
  door: TestDoor,
  as: string,
  name: QuestionName,
  question: RawInput = {},
): Value {
  const decision = askQuestion(door, as, name, question);
  if (!decision.ok) throw new Error(decision.issues.map(({ message }) => message).join('\n'));
  return decision.done.value as Value;
}
