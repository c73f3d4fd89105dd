import { type AnyCommandSpec, asksOnly } from '../../registry/commands/command-spec.ts';
import { isPeopleCommand, PEOPLE_COMMANDS } from '../../registry/commands/command-table.ts';
import { readGiven } from '../../registry/commands/read-given.ts';
import { isQuestionName, QUESTIONS, type QuestionName } from '../../registry/dialogs/questions.ts';
import { goToRecord } from '../dialogs/go-to-record.ts';
import type { Services } from '../services/services.ts';
import type { Answer } from './answer.ts';
import { askAsMember, refusal } from './ask-as-member.ts';
import { contextOf, personOf, runCommand } from './door.ts';
import { parseObject } from './parse-object.ts';
import { previewCommand } from './preview-command.ts';
import { RegistryError } from './registry-error.ts';

type Fields = { readonly [field: string]: unknown };

/**
 * The endpoint of dialogs for what changes nothing: a question as JSON, an answer as JSON. `preview` says what a command
 * would do, `goTo` selects a record's row.
 */
export function answerQuestion(services: Services, json: unknown): string {
  const asked = parseObject(json);
  const question = asked === null ? null : readGiven(asked.question);
  const given = asked?.with ?? {};
  if (question === null || question === '' || typeof given !== 'object' || Array.isArray(given)) {
    return JSON.stringify(
      refusal('invalid', 'A question needs its name and what it is asked with, as JSON.'),
    );
  }
  try {
    return JSON.stringify(answer(services, question, { ...given }));
  } catch (error) {
    if (error instanceof RegistryError) return JSON.stringify(refusal('illegal-state', error.message));
    throw error;
  }
}

function answer(services: Services, question: string, given: Fields): Answer {
  if (question === 'preview') return preview(services, given);
  if (question === 'goTo') {
    return askAsMember(services, () => goToRecord(services, readGiven(given.record) ?? ''));
  }
  if (isQuestionName(question)) return ask(services, question, given);
  const spec: AnyCommandSpec | null = isPeopleCommand(question) ? PEOPLE_COMMANDS[question] : null;
  return spec !== null && asksOnly(spec, given)
    ? runCommand(services, question, given, '')
    : refusal('invalid', 'There is no such question.');
}

function preview(services: Services, { command, input = {} }: Fields): Answer {
  const name = readGiven(command) ?? '';
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refusal('invalid', 'A preview needs a command and its input.');
  }
  return previewCommand(services, name, { ...input });
}

/** Read without the lock: a list may be a moment old, and nobody waits for somebody else's command. */
function ask(services: Services, question: QuestionName, given: Fields): Answer {
  const person = personOf(services);
  if (!person.ok) return person.answer;
  return askAsMember(services, (books) => {
    const decision = QUESTIONS[question](given, contextOf(services, books, person.who));
    if (decision.ok) return { ok: true, value: decision.done.value ?? {} };
    return { ok: false, code: decision.issues[0]?.code ?? 'invalid', issues: decision.issues };
  });
}
