import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import { normalEmail } from '../store/access.ts';
import { isQuestion, writeResponse } from '../store/form-tab.ts';
import { formSubmitEvent, sheetSubmitEvent } from '../triggers/events.ts';
import { type FaultsFor, fireInstallable } from '../triggers/fire.ts';
import type { FormItemState, FormResponseState, FormState } from '../world-state.ts';

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
  const byItem: Record<string, string> = {};
  const open = new Map(Object.entries(answers));
  for (const item of form.items.filter(isQuestion)) {
    const answer = open.get(item.title) ?? '';
    open.delete(item.title);
    if (answer === '') {
      if (item.required) throw new ActionRefused(`This is a required question: ${item.title}`);
      continue;
    }
    checkAnswer(item, answer);
    byItem[String(item.id)] = answer;
  }
  const [stray] = open.keys();
  if (stray !== undefined) throw new ActionRefused(`The form has no question ${stray}.`);
  return byItem;
}

function checkAnswer(item: FormItemState, answer: string): void {
  const hasChoices = item.type === 'LIST' || item.type === 'MULTIPLE_CHOICE';
  if (hasChoices && !item.choices.includes(answer))
    throw new ActionRefused(`${answer} is no choice of ${item.title}.`);
  if (item.type === 'TEXT' && answer.includes('\n')) throw new ActionRefused(`${item.title} takes one line.`);
  if (item.type === 'DATE' && !/^\d{4}-\d{2}-\d{2}$/.test(answer))
    throw new ActionRefused(`${item.title} takes a date.`);
  if (item.validation !== null && !satisfies(item.validation, answer)) {
    throw new ActionRefused(`${item.title}: ${item.validation.help}`);
  }
}

function satisfies(
  rule: { readonly type: string; readonly values: readonly (string | number)[] },
  answer: string,
): boolean {
  const [value = ''] = rule.values;
  switch (rule.type) {
    case 'EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer);
    case 'URL':
      return /^https?:\/\/\S+\.\S+$/.test(answer);
    case 'NUMBER':
      return answer.trim() !== '' && Number.isFinite(Number(answer));
    case 'WHOLE_NUMBER':
      return /^[+-]?\d+$/.test(answer);
    case 'PATTERN':
      return new RegExp(`^(?:${value})$`).test(answer);
    case 'CONTAINS_PATTERN':
      return new RegExp(String(value)).test(answer);
    case 'MAX_LENGTH':
      return answer.length <= Number(value);
    case 'MIN_LENGTH':
      return answer.length >= Number(value);
    default:
      return true;
  }
}
