import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import type { FormResponseState, FormState } from '../world-state.ts';
import { defineClass, mergeMethods } from './define.ts';
import { visibleForm } from './form-access.ts';
import { anyItem } from './form-items.ts';
import { handleOf } from './shapes.ts';

type ResponseHandle = { readonly $: 'FormResponse'; readonly id: string; readonly response: string };
type AnswerHandle = {
  readonly $: 'ItemResponse';
  readonly id: string;
  readonly response: string;
  readonly item: number;
};

function find(
  execution: Execution,
  on: { readonly id: string; readonly response: string },
): FormResponseState {
  const found = visibleForm(execution, on.id).responses.find((one) => one.id === on.response);
  if (found === undefined) throw new ServiceError('The form response could not be found.');
  return found;
}

function answered(form: FormState, response: FormResponseState): number[] {
  return form.items.map((item) => item.id).filter((id) => response.answers[String(id)] !== undefined);
}

const response = defineClass('FormResponse', handleOf<ResponseHandle>('FormResponse'), (define) => {
  define('free', 'getId', [], (_x, on) => on.response);
  define('read', 'getTimestamp', [], (x, on) => ({ $: 'Date', ms: find(x, on).at }));
  define('read', 'getRespondentEmail', [], (x, on) => {
    return visibleForm(x, on.id).collectEmail ? find(x, on).email : '';
  });
  define('read', 'getItemResponses', [], (x, on) => {
    const items = answered(visibleForm(x, on.id), find(x, on));
    return items.map((item): Wire => ({ $: 'ItemResponse', id: on.id, response: on.response, item }));
  });
  define('read', 'getResponseForItem', [anyItem], (x, on, item) => {
    if (find(x, on).answers[String(item.item)] === undefined) return null;
    return { $: 'ItemResponse', id: on.id, response: on.response, item: item.item };
  });
});

const answer = defineClass('ItemResponse', handleOf<AnswerHandle>('ItemResponse'), (define) => {
  define('free', 'getItem', [], (_x, on) => ({ $: 'Item', id: on.id, item: on.item }));
  define('read', 'getResponse', [], (x, on) => find(x, on).answers[String(on.item)] ?? '');
});

/** Responses and their answers, all of them texts. Source: apps-script/reference/forms/form-response. */
export const formResponseMethods = mergeMethods([response, answer]);
