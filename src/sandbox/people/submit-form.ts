import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import { normalEmail } from '../store/access.ts';
import { type AnswerProblem, findAnswerProblems, isQuestion } from '../store/check-answers.ts';
import { writeResponse } from '../store/form-tab.ts';
import { formSubmitEvent, sheetSubmitEvent } from '../triggers/events.ts';
import { type FaultsFor, fireInstallable } from '../triggers/fire.ts';
import type { FormResponseState, FormState } from '../world-state.ts';

/** One answered form. */
export interface FormSubmission {
  readonly formId: string;
  readonly as: string;
  /** Answers by the titles of their questions; a question without an answer is left out or ''. */
  readonly answers: Readonly<Record<string, string>>;
  /** How often the form's triggers are told: 1 unless the event is lost (0) or doubled (2). */
  readonly deliver?: 0 | 1 | 2;
  readonly faults?: FaultsFor;
}

/** What a submission did. `row` is that in the linked tab, or null when none is linked. */
export interface SubmissionResult {
  readonly responseId: string;
  readonly row: number | null;
  readonly executions: readonly ExecutionResult[];
}

/**
 * Submits a form as a person: the response is kept, written into the linked tab and told to the triggers.
 * Throws ActionRefused, and keeps nothing, when the form takes no responses, an answer belongs to no
 * question or breaks its rule, or a required one is missing.
 */
export function submitForm(world: World, submission: FormSubmission): SubmissionResult {
  world.focus(undefined);
  const form = world.state.forms[submission.formId];
  if (form === undefined || world.file(form.id)?.trashed !== false)
    throw new ActionRefused('There is no such form.');
  if (!form.published || !form.accepting) throw new ActionRefused('The form is not accepting responses.');
  const response: FormResponseState = {
    id: world.newId(60),
    at: world.state.now,
    email: normalEmail(submission.as),
    answers: checkedAnswers(form, submission.answers),
  };
  form.responses = [...form.responses, response];
  const written = writeResponse(world, form, response);
  const executions: ExecutionResult[] = [];
  for (let told = 0; told < (submission.deliver ?? 1); told++) {
    if (written !== undefined && form.destination !== null) {
      const { spreadsheetId, sheetId } = form.destination;
      const body = sheetSubmitEvent(spreadsheetId, sheetId, written.box, written.values, written.namedValues);
      executions.push(
        ...fireInstallable(world, spreadsheetId, 'ON_FORM_SUBMIT', response.email, body, submission.faults),
      );
    }
    const body = formSubmitEvent(form.id, response.id);
    executions.push(
      ...fireInstallable(world, form.id, 'ON_FORM_SUBMIT', response.email, body, submission.faults),
    );
  }
  return { responseId: response.id, row: written?.box.row ?? null, executions };
}

function checkedAnswers(form: FormState, answers: Readonly<Record<string, string>>): Record<string, string> {
  const questions = form.items.filter(isQuestion);
  const [problem] = findAnswerProblems(questions, answers);
  if (problem !== undefined) throw new ActionRefused(describe(problem));
  const stray = Object.keys(answers).find((title) => !questions.some((item) => item.title === title));
  if (stray !== undefined) throw new ActionRefused(`The form has no question ${stray}.`);
  return Object.fromEntries(
    questions.flatMap((item) => {
      const answer = answers[item.title] ?? '';
      return answer === '' ? [] : [[String(item.id), answer]];
    }),
  );
}

function describe({ title, kind, message }: AnswerProblem): string {
  return kind === 'missing' ? `${message}: ${title}` : `${title}: ${message}`;
}
