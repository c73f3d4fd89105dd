import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { newFile } from '../store/create-files.ts';
import { linkForm, responseTab, updateColumns } from '../store/form-tab.ts';
import type { FormResponseState, FormState } from '../world-state.ts';
import { type Define, defineClass, defineService, mergeMethods, SELF } from './define.ts';
import { editableForm, visibleForm } from './form-access.ts';
import { anyItem, ITEM_CLASSES } from './form-items.ts';
import { type FormHandle, formShape } from './handles.ts';
import { date, enumOf, flag, int, text } from './shapes.ts';
import { defineSharing } from './sharing.ts';
import { editableFile, visibleFile } from './spreadsheet-access.ts';
import { idOfUrl } from './spreadsheet-app.ts';

/** A form as FormApp makes it; unpublished ones take no responses. */
function create(execution: Execution, title: string, published: boolean): FormHandle {
  const { world } = execution;
  const file = newFile(world, 'form', title, execution.start.effectiveUser, execution.now);
  world.state.forms[file.id] = {
    id: file.id,
    publishedId: world.newId(56),
    title,
    description: '',
    confirmation: '',
    items: [],
    responses: [],
    destination: null,
    published,
    accepting: true,
    collectEmail: false,
    settings: {},
    nextItemId: 1,
  };
  return { $: 'Form', id: file.id };
}

function open(execution: Execution, id: string): FormHandle {
  const form = Object.values(execution.world.state.forms).find(
    (one) => one.id === id || one.publishedId === id,
  );
  return { $: 'Form', id: editableForm(execution, form?.id ?? id).id };
}

const service = defineService('FormApp', (define) => {
  // Forms made by scripts start unpublished unless told otherwise.
  // Source: workspace/forms/api/guides/api-changes-to-google-forms.
  define('write', 'create', [text], (execution, _on, title) => create(execution, title, false));
  define('write', 'create', [text, flag], (execution, _on, title, published) =>
    create(execution, title, published),
  );
  define('read', 'openById', [text], (execution, _on, id) => open(execution, id));
  define('read', 'openByUrl', [text], (execution, _on, url) => open(execution, idOfUrl(url)));
  define('free', 'createTextValidation', [], () => ({
    $: 'TextValidationBuilder',
    type: '',
    values: [],
    help: '',
  }));
});

function update(execution: Execution, on: FormHandle, change: (form: FormState) => void): typeof SELF {
  const form = editableForm(execution, on.id);
  change(form);
  return SELF;
}

const form = defineClass<FormHandle>('Form', formShape, (define) => {
  texts(define);
  items(define);
  switches(define);
  destination(define);
  responses(define);
  defineSharing(define);
});

function texts(define: Define<FormHandle>): void {
  define('free', 'getId', [], (_x, on) => on.id);
  define('read', 'getTitle', [], (x, on) => visibleForm(x, on.id).title);
  define('write', 'setTitle', [text], (x, on, title) => {
    return update(x, on, (one) => {
      one.title = title;
    });
  });
  define('read', 'getDescription', [], (x, on) => visibleForm(x, on.id).description);
  define('write', 'setDescription', [text], (x, on, description) => {
    return update(x, on, (one) => {
      one.description = description;
    });
  });
  define('read', 'getConfirmationMessage', [], (x, on) => visibleForm(x, on.id).confirmation);
  define('write', 'setConfirmationMessage', [text], (x, on, confirmation) => {
    return update(x, on, (one) => {
      one.confirmation = confirmation;
    });
  });
  define('free', 'getEditUrl', [], (_x, on) => `https://docs.google.com/forms/d/${on.id}/edit`);
  define('read', 'getPublishedUrl', [], (x, on) => {
    return `https://docs.google.com/forms/d/e/${visibleForm(x, on.id).publishedId}/viewform`;
  });
}

function items(define: Define<FormHandle>): void {
  for (const [type, className] of Object.entries(ITEM_CLASSES)) {
    define('write', `add${className}`, [], (execution, on): Wire => {
      const one = editableForm(execution, on.id);
      const id = one.nextItemId * 1_000_003;
      one.nextItemId += 1;
      one.items = [
        ...one.items,
        { id, type, title: '', help: '', required: false, choices: [], validation: null },
      ];
      execution.commit();
      updateColumns(execution.world, one);
      return { $: className, id: on.id, item: id };
    });
  }
  define('read', 'getItems', [], (x, on) => {
    return visibleForm(x, on.id).items.map((item): Wire => ({ $: 'Item', id: on.id, item: item.id }));
  });
  define('read', 'getItems', [enumOf('ItemType')], (x, on, type) => {
    const found = visibleForm(x, on.id).items.filter((item) => item.type === type.name);
    return found.map((item): Wire => ({ $: 'Item', id: on.id, item: item.id }));
  });
  define('read', 'getItemById', [int], (x, on, id) => {
    const found = visibleForm(x, on.id).items.some((item) => item.id === id);
    return found ? { $: 'Item', id: on.id, item: id } : null;
  });
  const remove = (execution: Execution, on: FormHandle, index: number): typeof SELF => {
    return update(execution, on, (one) => {
      if (one.items[index] === undefined) throw new ServiceError('Invalid argument: index');
      one.items = one.items.filter((_item, i) => i !== index);
    });
  };
  define('write', 'deleteItem', [int], (x, on, index) => remove(x, on, index));
  define('write', 'deleteItem', [anyItem], (x, on, item) => {
    return remove(
      x,
      on,
      visibleForm(x, on.id).items.findIndex((one) => one.id === item.item),
    );
  });
  const move = (x: Execution, on: FormHandle, from: number, to: number): Wire => {
    const one = editableForm(x, on.id);
    const list = [...one.items];
    const [moved] = list.splice(from, 1);
    if (moved === undefined || to < 0 || to > list.length)
      throw new ServiceError('Invalid argument: toIndex');
    list.splice(to, 0, moved);
    one.items = list;
    return { $: 'Item', id: on.id, item: moved.id };
  };
  define('write', 'moveItem', [int, int], (x, on, from, to) => move(x, on, from, to));
  define('write', 'moveItem', [anyItem, int], (x, on, item, to) => {
    return move(
      x,
      on,
      visibleForm(x, on.id).items.findIndex((one) => one.id === item.item),
      to,
    );
  });
}

function switches(define: Define<FormHandle>): void {
  define('read', 'collectsEmail', [], (x, on) => visibleForm(x, on.id).collectEmail);
  define('write', 'setCollectEmail', [flag], (x, on, collect) => {
    return update(x, on, (one) => {
      one.collectEmail = collect;
      if (!collect) one.emailsAreVerified = false;
      x.commit();
      updateColumns(x.world, one);
    });
  });
  define('read', 'isPublished', [], (x, on) => visibleForm(x, on.id).published);
  define('write', 'setPublished', [flag], (x, on, published) => {
    return update(x, on, (one) => {
      one.published = published;
      one.accepting = published;
    });
  });
  define('read', 'isAcceptingResponses', [], (x, on) => {
    const one = visibleForm(x, on.id);
    return one.published && one.accepting;
  });
  define('write', 'setAcceptingResponses', [flag], (x, on, accepting) => {
    return update(x, on, (one) => {
      if (!one.published && accepting) throw new ServiceError('The form is not published.');
      one.accepting = accepting;
    });
  });
  const kept: readonly (readonly [string, string])[] = [
    ['setAllowResponseEdits', 'canEditResponse'],
    ['setLimitOneResponsePerUser', 'hasLimitOneResponsePerUser'],
    ['setShowLinkToRespondAgain', 'hasRespondAgainLink'],
    ['setProgressBar', 'hasProgressBar'],
    ['setPublishingSummary', 'isPublishingSummary'],
    ['setShuffleQuestions', 'getShuffleQuestions'],
  ];
  for (const [setter, getter] of kept) {
    define('write', setter, [flag], (x, on, value) => {
      return update(x, on, (one) => {
        one.settings = { ...one.settings, [getter]: value };
      });
    });
    define('read', getter, [], (x, on) => visibleForm(x, on.id).settings[getter] ?? false);
  }
  define('write', 'setCustomClosedFormMessage', [text], (x, on, message) => {
    return update(x, on, (one) => {
      one.settings = { ...one.settings, closedMessage: message };
    });
  });
}

function destination(define: Define<FormHandle>): void {
  define('write', 'setDestination', [enumOf('DestinationType'), text], (execution, on, _type, id) => {
    visibleFile(execution, id, 'spreadsheet');
    editableFile(execution, id);
    // Forms writes into the spreadsheet from outside, so what this execution has written comes first.
    execution.commit();
    return update(execution, on, (one) => {
      const old = responseTab(execution.world, one);
      if (old !== undefined) old.form = null;
      linkForm(execution.world, one, id);
    });
  });
  define('read', 'getDestinationId', [], (x, on) => {
    const { destination: linked } = visibleForm(x, on.id);
    if (linked === null) throw new ServiceError('The form currently has no response destination.');
    return linked.spreadsheetId;
  });
  define('read', 'getDestinationType', [], (x, on) => {
    if (visibleForm(x, on.id).destination === null) {
      throw new ServiceError('The form currently has no response destination.');
    }
    return { $: 'Enum', of: 'DestinationType', name: 'SPREADSHEET' };
  });
  define('write', 'removeDestination', [], (execution, on) => {
    execution.commit();
    return update(execution, on, (one) => {
      const old = responseTab(execution.world, one);
      if (old !== undefined) old.form = null;
      one.destination = null;
    });
  });
}

function responses(define: Define<FormHandle>): void {
  const handle = (on: FormHandle, response: FormResponseState): Wire => {
    return { $: 'FormResponse', id: on.id, response: response.id };
  };
  define('read', 'getResponses', [], (x, on) =>
    visibleForm(x, on.id).responses.map((one) => handle(on, one)),
  );
  define('read', 'getResponses', [date], (x, on, since) => {
    const found = visibleForm(x, on.id).responses.filter((one) => one.at >= since.ms);
    return found.map((one) => handle(on, one));
  });
  define('read', 'getResponse', [text], (x, on, id) => {
    const found = visibleForm(x, on.id).responses.find((one) => one.id === id);
    if (found === undefined) throw new ServiceError('The form response could not be found.');
    return handle(on, found);
  });
}

/** FormApp and forms. Changes of forms take effect at once. Source: apps-script/reference/forms/form. */
export const formMethods = mergeMethods([service, form]);
