import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { findAnswerProblems } from '../store/check-answers.ts';
import { writeResponse } from '../store/form-tab.ts';
import type { FormResponseState } from '../world-state.ts';
import { defineClass, mergeMethods, Self } from './define.ts';
import { editableForm, visibleForm } from './form-access.ts';
import type { ItemHandle } from './form-items.ts';
import { formShape } from './handles.ts';
import { handleOf, text } from './shapes.ts';

/** A response that a script is filling in: its answers by item, and no id before it is submitted. */
type DraftHandle = {
  readonly $: 'FormResponse';
  readonly id: string;
  readonly response: string;
  readonly draft: { readonly [item: string]: string };
};
type DraftAnswerHandle = {
  readonly $: 'ItemResponse';
  readonly id: string;
  readonly item: number;
  readonly draft: string;
};

const forms = defineClass('Form', formShape, (define) => {
  define('free', 'createResponse', [], (x, on) => ({
    $: 'FormResponse',
    id: visibleForm(x, on.id).id,
    response: '',
    draft: {},
  }));
});

const items = ['TextItem', 'ParagraphTextItem'].map((className) =>
  defineClass<ItemHandle>(className, handleOf<ItemHandle>(className), (define) => {
    define('free', 'createResponse', [text], (_x, on, answer): Wire => {
      return { $: 'ItemResponse', id: on.id, item: on.item, draft: answer };
    });
  }),
);

const answerShape = handleOf<DraftAnswerHandle>('ItemResponse');

const drafts = defineClass('FormResponse', handleOf<DraftHandle>('FormResponse'), (define) => {
  define('free', 'withItemResponse', [answerShape], (_x, on, { item, draft }) => {
    return new Self({ ...on, draft: { ...on.draft, [item]: draft } });
  });
  define('write', 'submit', [], (execution, on): Wire => {
    return { $: 'FormResponse', id: on.id, response: submit(execution, on).id };
  });
});

/** Keeps a script's response and writes it into the linked tab, at once. No trigger is told of it. */
function submit(execution: Execution, { id, draft }: DraftHandle): FormResponseState {
  const form = editableForm(execution, id);
  if (!form.published || !form.accepting) {
    throw new ServiceError('This form is not currently accepting responses.');
  }
  const titles = form.items.map((item) => [item.title, draft[String(item.id)] ?? ''] as const);
  const [problem] = findAnswerProblems(form.items, Object.fromEntries(titles));
  if (problem !== undefined) throw new ServiceError(`${problem.title}: ${problem.message}`);
  const response = { id: execution.world.newId(60), at: execution.now, email: '', answers: { ...draft } };
  // Forms writes into the spreadsheet from outside, so what this execution has written comes first.
  execution.commit();
  form.responses = [...form.responses, response];
  writeResponse(execution.world, form, response);
  return response;
}

/** Responses that scripts make. Source: apps-script/reference/forms/form-response; apps-script/guides/triggers. */
export const formDraftMethods = mergeMethods([forms, ...items, drafts]);
