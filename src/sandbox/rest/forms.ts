import type { World } from '../execution/world.ts';
import { canEdit, canView } from '../store/access.ts';
import { updateColumns } from '../store/form-tab.ts';
import type { FormItemState, FormState } from '../world-state.ts';
import { type FieldMask, parseMask } from './field-mask.ts';
import type { RestMethod } from './method.ts';
import { RestError } from './rest-error.ts';

const EMAIL_TYPES = ['DO_NOT_COLLECT', 'VERIFIED', 'RESPONDER_INPUT'] as const;

/** Says what a form asks, and how it is set. Source: workspace/forms/api/reference/rest/v1/forms. */
export const getForm: RestMethod = (world, person, request) =>
  describeForm(world, formFor(world, person, request.text('formId') ?? ''));

interface FormRequest {
  readonly updateSettings?: {
    readonly settings?: { readonly emailCollectionType?: string; readonly quizSettings?: unknown };
    readonly updateMask?: string;
  };
  readonly updateFormInfo?: {
    readonly info?: { readonly title?: string; readonly description?: string };
    readonly updateMask?: string;
  };
}

/** Changes a form: all of the changes or, where one is refused, none. */
export const batchUpdateForm: RestMethod = (world, person, request) => {
  const form = formFor(world, person, request.text('formId') ?? '');
  const { requests = [], includeFormInResponse } = (request.body ?? {}) as {
    readonly requests?: readonly FormRequest[];
    readonly includeFormInResponse?: boolean;
  };
  if (requests.length === 0) throw new RestError(400, 'requests must not be empty.');
  const changes = requests.map(planChange);
  for (const change of changes) change(form);
  updateColumns(world, form);
  return {
    replies: requests.map(() => ({})),
    ...(includeFormInResponse === true ? { form: describeForm(world, form) } : {}),
  };
};

/** Publishes a form or takes it back. */
export const setPublishSettings: RestMethod = (world, person, request) => {
  const form = formFor(world, person, request.text('formId') ?? '');
  const { publishSettings, updateMask = '*' } = (request.body ?? {}) as {
    readonly publishSettings?: {
      readonly publishState?: { readonly isPublished?: boolean; readonly isAcceptingResponses?: boolean };
    };
    readonly updateMask?: string;
  };
  const { isPublished, isAcceptingResponses } = publishSettings?.publishState ?? {};
  if (!['*', 'publish_state', 'publishState'].includes(updateMask)) throw invalid('update_mask', updateMask);
  if (
    isPublished === undefined ||
    isAcceptingResponses === undefined ||
    (isAcceptingResponses && !isPublished)
  ) {
    throw new RestError(400, 'Request contains an invalid argument.');
  }
  form.published = isPublished;
  form.accepting = isAcceptingResponses;
  return { formId: form.id, publishSettings: describePublishing(form) };
};

/** A form that the person may change; the API is for its editors alone. */
function formFor(world: World, person: string, id: string): FormState {
  const [file, form] = [world.file(id), world.state.forms[id]];
  if (file === undefined || form === undefined || !canView(world.state, file, person)) {
    throw new RestError(404, 'Requested entity was not found.');
  }
  if (!canEdit(world.state, file, person)) throw new RestError(403, 'The caller does not have permission');
  return form;
}

function planChange(request: FormRequest, at: number): (form: FormState) => void {
  const [kind = 'nothing'] = Object.keys(request);
  const { updateSettings, updateFormInfo } = request;
  if (updateSettings !== undefined) {
    const mask = maskOf(updateSettings.updateMask, at, 'update_settings');
    const { emailCollectionType: type = 'EMAIL_COLLECTION_TYPE_UNSPECIFIED', quizSettings } =
      updateSettings.settings ?? {};
    if ('quizSettings' in mask || quizSettings !== undefined) {
      throw new RestError(400, 'The local Workspace has no quizzes.');
    }
    if (!EMAIL_TYPES.some((one) => one === type)) {
      throw invalid(`requests[${at}].update_settings.settings.email_collection_type`, type);
    }
    return (form) => {
      form.collectEmail = type !== 'DO_NOT_COLLECT';
      form.emailsAreVerified = type === 'VERIFIED';
    };
  }
  if (updateFormInfo !== undefined) {
    const mask = maskOf(updateFormInfo.updateMask, at, 'update_form_info');
    const { title, description } = updateFormInfo.info ?? {};
    return (form) => {
      if (title !== undefined && ('title' in mask || '*' in mask)) form.title = title;
      if (description !== undefined && ('description' in mask || '*' in mask)) form.description = description;
    };
  }
  throw new RestError(400, `The local Workspace does not carry out ${kind} in forms.`);
}

function maskOf(updateMask: string | undefined, at: number, kind: string): FieldMask {
  if (updateMask === undefined || updateMask === '')
    throw new RestError(400, `requests[${at}].${kind}: update_mask is required.`);
  return parseMask(updateMask);
}

function invalid(where: string, value: string): RestError {
  return new RestError(400, `Invalid value at '${where}' (TYPE_ENUM), ${JSON.stringify(value)}`);
}

function describeForm(world: World, form: FormState): unknown {
  const { id, title, description, collectEmail, emailsAreVerified, destination } = form;
  const collected = emailsAreVerified === true ? 'VERIFIED' : 'RESPONDER_INPUT';
  return {
    formId: id,
    info: {
      title,
      documentTitle: world.file(id)?.name ?? title,
      ...(description === '' ? {} : { description }),
    },
    settings: { emailCollectionType: collectEmail ? collected : 'DO_NOT_COLLECT' },
    responderUri: `https://docs.google.com/forms/d/e/${form.publishedId}/viewform`,
    ...(destination === null ? {} : { linkedSheetId: destination.spreadsheetId }),
    publishSettings: describePublishing(form),
    ...(form.items.length === 0 ? {} : { items: form.items.map(describeItem) }),
  };
}

function describePublishing({ published, accepting }: FormState): unknown {
  return { publishState: { isPublished: published, isAcceptingResponses: published && accepting } };
}

function describeItem({ id, type, title, help, required, choices }: FormItemState): unknown {
  const kinds: Readonly<Record<string, unknown>> = {
    TEXT: { textQuestion: {} },
    PARAGRAPH_TEXT: { textQuestion: { paragraph: true } },
    LIST: { choiceQuestion: { type: 'DROP_DOWN', options: choices.map((value) => ({ value })) } },
    MULTIPLE_CHOICE: { choiceQuestion: { type: 'RADIO', options: choices.map((value) => ({ value })) } },
    DATE: { dateQuestion: { includeYear: true } },
  };
  const kind = kinds[type];
  const itemId = id.toString(16).padStart(8, '0');
  return {
    itemId,
    title,
    ...(help === '' ? {} : { description: help }),
    ...(kind === undefined
      ? { textItem: {} }
      : { questionItem: { question: { questionId: itemId, ...(required ? { required } : {}), ...kind } } }),
  };
}
