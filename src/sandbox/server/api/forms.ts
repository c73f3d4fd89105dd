import * as v from 'valibot';
import { AccessDenied, ActionRefused } from '../../errors.ts';
import { normalEmail } from '../../store/access.ts';
import { type AnswerProblem, findAnswerProblems } from '../../store/check-answers.ts';
import type { FormItemState, FormState, WorldState } from '../../world-state.ts';
import { changing, reading } from './define-route.ts';

/** A form in the list of those that can be filled in. */
export interface ListedForm {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly accepting: boolean;
}

/** A form as somebody who fills it in sees it. */
export interface FormView extends ListedForm {
  readonly items: readonly FormItemState[];
  readonly collectsEmail: boolean;
  /** What a form that takes no responses says. */
  readonly closedMessage: string;
}

/** What came of a submission: the form's words, or what is wrong with the answers. */
export type Submitted =
  | { readonly kind: 'kept'; readonly confirmation: string; readonly again: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly AnswerProblem[] };

const CONFIRMATION = 'Your response has been recorded.';

function isOpenToAll(state: WorldState, form: FormState): boolean {
  return form.published && state.files[form.id]?.trashed === false;
}

function listForm(form: FormState): ListedForm {
  const { id, title, description, accepting } = form;
  return { id, title, description, accepting };
}

function closedMessage(form: FormState): string {
  const own = form.settings.closedMessage;
  return typeof own === 'string' && own !== ''
    ? own
    : `The form ${form.title} is no longer accepting responses.`;
}

/** The published forms. */
export const listForms = reading(v.object({}), ({ live }): readonly ListedForm[] =>
  live.workspace.read((state) =>
    Object.values(state.forms)
      .filter((form) => isOpenToAll(state, form))
      .map(listForm),
  ),
);

/** One published form, by its id or the one in its published address. */
export const readForm = reading(
  v.object({ id: v.string() }),
  ({ live }, { id }): FormView =>
    live.workspace.read((state) => {
      const form = Object.values(state.forms).find((one) => one.id === id || one.publishedId === id);
      if (form === undefined || !isOpenToAll(state, form)) {
        throw new AccessDenied('There is no published form at this address.');
      }
      return {
        ...listForm(form),
        items: form.items,
        collectsEmail: form.collectEmail,
        closedMessage: closedMessage(form),
      };
    }),
);

/** Submits a form as the viewer. Nothing is kept while an answer is missing or wrong. */
export const submitForm = changing(
  v.object({ id: v.string(), answers: v.record(v.string(), v.string()) }),
  ({ live }, { id, answers }, { viewer }): Submitted => {
    const form = live.workspace.read(({ forms }) => forms[id]);
    if (form === undefined) throw new ActionRefused('There is no such form.');
    if (!form.published || !form.accepting) throw new ActionRefused(closedMessage(form));
    const problems = findAnswerProblems(form.items, answers);
    if (problems.length > 0) return { kind: 'refused', problems };
    live.act((workspace) => workspace.submitForm({ formId: id, as: normalEmail(viewer), answers }));
    const confirmation = form.confirmation === '' ? CONFIRMATION : form.confirmation;
    return { kind: 'kept', confirmation, again: form.settings.hasRespondAgainLink !== false };
  },
);
