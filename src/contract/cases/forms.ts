import { type ContractCase, type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';
import type { Plain } from '../outcome.ts';
import type { Scratch } from '../scratch.ts';

const FORM = 'apps-script/reference/forms/form';
const RESPONSE = 'apps-script/reference/forms/form-response';
const CHANGES = 'workspace/forms/api/guides/api-changes-to-google-forms';

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Forms writes into its tab from outside, a moment later: what is there in the end is what counts. */
const MOST_TRIES = 10;

/** What `read` answers once `isThere`; after some seconds whatever it answers. */
function eventually<T>(read: () => T, isThere: (value: T) => boolean): T {
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    SpreadsheetApp.flush();
    const value = read();
    if (isThere(value)) return value;
    Utilities.sleep(1000);
  }
  return read();
}

/** Links a form with the question Customer to the spreadsheet, does something with both, and takes the tab away again. */
function linked<T>(scratch: Scratch, work: (form: Form, tab: Sheet) => T): T {
  const form = scratch.form();
  form.setPublished(true);
  form.addTextItem().setTitle('Customer');
  form.setDestination(FormApp.DestinationType.SPREADSHEET, scratch.spreadsheet.getId());
  let tab: Sheet | undefined;
  try {
    tab = eventually(
      () => linkedTab(scratch),
      (found) => found !== undefined,
    );
    if (!tab) throw new Error('The form has no tab.');
    return work(form, tab);
  } finally {
    form.removeDestination();
    if (tab) tab.getParent().deleteSheet(tab);
  }
}

/** The tab that a form writes into. A spreadsheet that is open already may not know of it yet. */
function linkedTab({ spreadsheet }: Scratch): Sheet | undefined {
  const sheets = SpreadsheetApp.openById(spreadsheet.getId()).getSheets();
  return sheets.find((sheet) => sheet.getFormUrl() !== null);
}

/** The headers of the tab, once there are so many. */
function headersOf(tab: Sheet, count: number): readonly unknown[] {
  const width = eventually(
    () => tab.getLastColumn(),
    (columns) => columns >= count,
  );
  return width === 0 ? [] : (tab.getRange(1, 1, 1, width).getValues()[0] ?? []);
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
        const row = eventually(
          () => tab.getLastRow(),
          (rows) => rows >= 2,
        );
        const cell = tab.getRange(row, 2);
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
        linked(scratch, (_form, tab) => [tab.getName(), headersOf(tab, 2), tab.getFrozenRows()]),
      returns: ['Form Responses 1', ['Timestamp', 'Customer'], 1],
    },
    {
      title: 'collect addresses in a column of their own',
      source: FORM,
      observe: (scratch) => {
        const form = scratch.form().setCollectEmail(true);
        try {
          return linked(scratch, (_form, tab) => headersOf(tab, 3));
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
      title: 'keep what is set of them and of their questions',
      source: FORM,
      observe: (scratch) => {
        const form = scratch.form().setConfirmationMessage('Thank you').setCollectEmail(true);
        form.addTextItem().setTitle('Customer').setHelpText('In full').setRequired(true);
        form.addListItem().setTitle('Country').setChoiceValues(['DE', 'US']);
        form.moveItem(1, 0);
        const collects = form.collectsEmail();
        form.setCollectEmail(false);
        const questions = form
          .getItems()
          .map((item) => [item.getTitle(), item.getHelpText(), String(item.getType())]);
        const isRequired = form.getItems()[1]?.asTextItem().isRequired();
        return [form.getConfirmationMessage(), collects, form.collectsEmail(), questions, isRequired];
      },
      returns: [
        'Thank you',
        true,
        false,
        [
          ['Country', '', 'LIST'],
          ['Customer', 'In full', 'TEXT'],
        ],
        true,
      ],
    },
    {
      title: 'are found by the id of the address that people answer them at',
      source: UNDOCUMENTED,
      observe: (scratch) => {
        const form = scratch.form();
        return FormApp.openByUrl(form.getPublishedUrl()).getId() === form.getId();
      },
      returns: true,
    },
    {
      title: 'leave the column of a question that is deleted',
      source: UNDOCUMENTED,
      observe: (scratch) =>
        linked(scratch, (form, tab) => {
          form.deleteItem(0);
          // Nothing to wait for: nothing should happen.
          Utilities.sleep(3000);
          return headersOf(tab, 2);
        }),
      returns: ['Timestamp', 'Customer'],
    },
    {
      title: 'add new questions at the right, and rename headers with their questions',
      source: UNDOCUMENTED,
      observe: (scratch) =>
        linked(scratch, (form, tab) => {
          form.addTextItem().setTitle('Contact');
          form.getItems()[0]?.asTextItem().setTitle('Company');
          return eventually(
            () => headersOf(tab, 3),
            ([, company]) => company === 'Company',
          );
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
          const about = [again.getTimestamp() instanceof Date, again.getRespondentEmail()];
          return [again.getId() === last?.getId(), ...about];
        }),
      returns: [true, true, ''],
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
