import { freshTab } from './play/fresh-tab.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Form = GoogleAppsScript.Forms.Form;

/** The files that behaviours are shown in, named so that whoever finds them knows. */
export const SCRATCH_NAME = 'Lead Registry live check (may be deleted)';

/** How a spreadsheet looks that a script has just made. */
export interface MadeSpreadsheet {
  readonly tab: string;
  readonly rows: number;
  readonly columns: number;
  readonly timeZoneOfWorkbook: boolean;
  readonly localeOfWorkbook: boolean;
}

/** Where the files of a check are: plain data that a later execution goes on with. */
export interface ScratchPlace {
  readonly spreadsheetId: string;
  readonly made: MadeSpreadsheet;
  /** How long it took to make it, in milliseconds. */
  readonly madeInMs: number;
  /** '' until a form is needed. */
  readonly formId: string;
}

/** The spreadsheet and the form that behaviours are shown in. Everything in them may be overwritten at any time. */
export class Scratch {
  readonly spreadsheet: Spreadsheet;
  /** The first tab, `Sheet1`: 1,000 rows, 26 columns and nothing in them where the behaviour needs that. */
  sheet: Sheet;
  #place: ScratchPlace;
  #form: Form | null = null;

  private constructor(spreadsheet: Spreadsheet, place: ScratchPlace) {
    this.spreadsheet = spreadsheet;
    this.sheet = firstTab(spreadsheet);
    this.#place = place;
  }

  /** Makes the spreadsheet, in the Drive of whoever runs this. */
  static make(): Scratch {
    const before = Date.now();
    const spreadsheet = SpreadsheetApp.create(SCRATCH_NAME);
    const spreadsheetId = spreadsheet.getId();
    const madeInMs = Date.now() - before;
    return new Scratch(spreadsheet, { spreadsheetId, madeInMs, made: describe(spreadsheet), formId: '' });
  }

  /** Opens what an earlier execution made. Throws where it is gone. */
  static open(place: ScratchPlace): Scratch {
    return new Scratch(SpreadsheetApp.openById(place.spreadsheetId), place);
  }

  get place(): ScratchPlace {
    return this.#place;
  }

  /** A form that was made without saying whether it is published; {@link form} is this one from then on. */
  newForm(): Form {
    const form = FormApp.create(SCRATCH_NAME);
    this.#form = form;
    this.#place = { ...this.#place, formId: form.getId() };
    return form;
  }

  /** The form, without questions and linked to nothing. */
  form(): Form {
    if (this.#form === null && this.#place.formId !== '') this.#form = FormApp.openById(this.#place.formId);
    const form = this.#form ?? this.newForm();
    for (const item of form.getItems()) form.deleteItem(item);
    return form;
  }

  /** Leaves nothing in the files, and answers their addresses: only their owner may throw them away. */
  close(): readonly string[] {
    this.empty();
    const files = [this.spreadsheet.getUrl()];
    if (this.#place.formId === '') return files;
    const form = this.form();
    form.setPublished(false);
    return [...files, form.getEditUrl()];
  }

  /** Puts an empty tab in place of whatever is in the spreadsheet. */
  empty(): void {
    this.sheet = freshTab(this.spreadsheet);
  }
}

function firstTab(spreadsheet: Spreadsheet): Sheet {
  const [sheet] = spreadsheet.getSheets();
  if (!sheet) throw new Error('The spreadsheet has no tab.');
  return sheet;
}

/** What is not documented of new spreadsheets is compared with the one that the script is bound to. */
function describe(spreadsheet: Spreadsheet): MadeSpreadsheet {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = firstTab(spreadsheet);
  return {
    tab: sheet.getName(),
    rows: sheet.getMaxRows(),
    columns: sheet.getMaxColumns(),
    timeZoneOfWorkbook: spreadsheet.getSpreadsheetTimeZone() === workbook.getSpreadsheetTimeZone(),
    localeOfWorkbook: spreadsheet.getSpreadsheetLocale() === workbook.getSpreadsheetLocale(),
  };
}
