import { type ContractCase, type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';
import type { Plain } from '../outcome.ts';
import type { Scratch } from '../scratch.ts';

const FORM = 'apps-script/reference/forms/form';
const RESPONSE = 'apps-script/reference/forms/form-response';
const CHANGES = 'workspace/forms/api/guides/api-changes-to-google-forms';

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Links a form with the question Customer to the spreadsheet, does something with both, and unlinks it. */
function linked<T>(scratch: Scratch, work: (form: Form, tab: Sheet) => T): T {
  const form = scratch.form();
  form.setPublished(true);
  form.addTextItem().setTitle('Customer');
  form.setDestination(FormApp.DestinationType.SPREADSHEET, scratch.spreadsheet.getId());
  try {
    SpreadsheetApp.flush();
    return work(form, tabOf(form, scratch));
  } finally {
    form.removeDestination();
  }
}

/** The tab that the form writes into. An open spreadsheet may not know of it yet. */
function tabOf(form: Form, { spreadsheet }: Scratch): Sheet {
  const file = SpreadsheetApp.openById(spreadsheet.getId());
  const tab = file.getSheets().find((sheet) => sheet.getFormUrl() !== null);
  if (!tab) throw new Error(`No tab is linked to the form ${form.getTitle()}.`);
  return tab;
}

function answer(form: Form, text: string): void {
  const [item] = form.getItems();
  if (item) form.createResponse().withItemResponse(item.asTextItem().createResponse(text)).submit();
}

/** What an answer to the question Customer is in the linked tab, and in the form's own store. */
function answered(title: string, text: string, returns: Plain): ContractCase {
  return {
    title,
    source: UNDOCUMENTED,
    observe: (scratch) =>
      linked(scratch, (form, tab) => {
        answer(form, text);
        SpreadsheetApp.flush();
        const cell = tab.getRange(tab.getLastRow(), 2);
        const own = form.getResponses().at(-1)?.getItemResponses()[0]?.getResponse();
        return [cell.getValue(), cell.getFormula(), own];
      }),
    returns,
  };
}

export const FORMS: ContractGroup = {
  title: 'Forms',
  needs: 'an empty tab',
  cases: [
    {
      title: 'made without saying so are not published',
      source: CHANGES,
      observe: (scratch) => scratch.newForm().isPublished(),
      returns: false,
    },
    {
      title: 'take responses once they are published, and none once they are closed',
      source: CHANGES,
      observe: (scratch) => {
        const form = scratch.form();
        form.setPublished(true);
        const open = form.isAcceptingResponses();
        form.setAcceptingResponses(false);
        return [open, form.isAcceptingResponses(), form.isPublished()];
      },
      returns: [true, false, true],
    },
    {
      title: 'have no destination until they are linked',
      source: FORM,
      observe: (scratch) => scratch.form().getDestinationId(),
      throws: 'The form currently has no response destination.',
    },
    {
      title: 'write into a tab of their own with a time stamp and a column for each question',
      source: FORM,
      observe: (scratch) =>
        linked(scratch, (_form, tab) => [
          tab.getName(),
          tab.getRange(1, 1, 1, tab.getLastColumn()).getValues()[0],
          tab.getFrozenRows(),
        ]),
      returns: ['Form Responses 1', ['Timestamp', 'Customer'], 1],
    },
    {
      title: 'collect addresses in a column of their own',
      source: FORM,
      observe: (scratch) => {
        const form = scratch.form().setCollectEmail(true);
        try {
          return linked(scratch, (_form, tab) => tab.getRange('A1:C1').getValues()[0]);
        } finally {
          form.setCollectEmail(false);
        }
      },
      returns: ['Timestamp', 'Email Address', 'Customer'],
    },
    {
      title: 'tell their tab and are told by it',
      source: 'apps-script/reference/spreadsheet/sheet',
      observe: (scratch) =>
        linked(scratch, (form, tab) => [
          form.getDestinationId() === scratch.spreadsheet.getId(),
          idIn(tab.getFormUrl() ?? '') === form.getId(),
          scratch.sheet.getFormUrl(),
        ]),
      returns: [true, true, null],
    },
    {
      title: 'keep their tab from being deleted while they are linked',
      source: THREADS,
      observe: (scratch) =>
        linked(scratch, (_form, tab) => {
          tab.getParent().deleteSheet(tab);
          SpreadsheetApp.flush();
        }),
      throws: 'linked form',
    },
    {
      title: 'add new questions at the right, and rename headers with their questions',
      source: UNDOCUMENTED,
      observe: (scratch) =>
        linked(scratch, (form, tab) => {
          form.addTextItem().setTitle('Contact');
          form.getItems()[0]?.asTextItem().setTitle('Company');
          SpreadsheetApp.flush();
          return tab.getRange('A1:C1').getValues()[0];
        }),
      returns: ['Timestamp', 'Company', 'Contact'],
    },
    answered('keep an answer that begins with an equals sign as text', '=1+1', ['=1+1', '', '=1+1']),
    answered('keep the leading zeros of an answer', '007', ['007', '', '007']),
    answered('keep an answer that looks like a date as text', '1/2', ['1/2', '', '1/2']),
    {
      title: 'are found again by the ids of their responses',
      source: RESPONSE,
      observe: (scratch) =>
        linked(scratch, (form) => {
          answer(form, 'Globex');
          const last = form.getResponses().at(-1);
          const again = form.getResponse(last?.getId() ?? '');
          return [again.getId() === last?.getId(), again.getTimestamp() instanceof Date];
        }),
      returns: [true, true],
    },
    {
      title: 'answer the responses since a moment',
      source: FORM,
      observe: (scratch) =>
        linked(scratch, (form) => {
          answer(form, 'Globex');
          return form.getResponses(new Date(Date.now() + 3_600_000)).length;
        }),
      returns: 0,
    },
  ],
};

/** The id inside the address of a form. */
function idIn(url: string): string | undefined {
  return /\/d\/([\w-]+)/.exec(url)?.[1];
}
