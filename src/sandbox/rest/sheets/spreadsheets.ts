import { createHash } from 'node:crypto';
import type { World } from '../../execution/world.ts';
import { createSpreadsheet } from '../../store/create-files.ts';
import type { ProtectionState, SheetState } from '../../store/sheet-state.ts';
import { newSheet } from '../../store/sheet-state.ts';
import { isTimeZone } from '../../store/time-zones.ts';
import type { FileState } from '../../world-state.ts';
import { type RestMethod, spreadsheetFor } from '../method.ts';
import { RestError } from '../rest-error.ts';

/** Says what a spreadsheet is made of, cells apart. */
export const getSpreadsheet: RestMethod = (world, person, request) => {
  const id = request.text('spreadsheetId') ?? '';
  if (request.text('includeGridData') === 'true' || request.texts('ranges').length > 0) {
    throw new RestError(400, 'The local Workspace reads cells through values.get and values.batchGet only.');
  }
  spreadsheetFor(world, person, id, 'view');
  return describeSpreadsheet(world, person, id);
};

interface CreateBody {
  readonly properties?: { readonly title?: string; readonly timeZone?: string; readonly locale?: string };
  readonly sheets?: readonly {
    readonly properties?: {
      readonly title?: string;
      readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
    };
  }[];
}

/** Makes a spreadsheet of the person. */
export const createSpreadsheetFor: RestMethod = (world, person, request) => {
  const { properties = {}, sheets = [] } = (request.body ?? {}) as CreateBody;
  const timeZone = properties.timeZone ?? 'Etc/GMT';
  if (!isTimeZone(timeZone)) throw new RestError(400, `Invalid properties.timeZone: ${timeZone}`);
  const id = createSpreadsheet(world, {
    name: properties.title ?? 'Untitled spreadsheet',
    owner: person,
    at: world.state.now,
    timeZone,
    ...(properties.locale === undefined ? {} : { locale: properties.locale }),
  });
  const { file, spreadsheet } = spreadsheetFor(world, person, id, 'edit');
  world.state.files[id] = { ...file, isMadeThroughApi: true };
  if (sheets.length > 0) {
    spreadsheet.sheets = sheets.map(({ properties: tab }, i) =>
      newSheet(
        i,
        tab?.title ?? `Sheet${i + 1}`,
        tab?.gridProperties?.rowCount,
        tab?.gridProperties?.columnCount,
      ),
    );
    spreadsheet.nextSheetId = sheets.length;
  }
  return describeSpreadsheet(world, person, id);
};

/** The resource of a spreadsheet as the person sees it. */
export function describeSpreadsheet(world: World, person: string, id: string): unknown {
  const { file, spreadsheet } = spreadsheetFor(world, person, id, 'view');
  return {
    spreadsheetId: id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    properties: { title: file.name, locale: spreadsheet.locale, timeZone: spreadsheet.timeZone },
    sheets: spreadsheet.sheets.map((sheet, index) => describeSheet(sheet, index, file, person)),
  };
}

function describeSheet(sheet: SheetState, index: number, file: FileState, person: string): unknown {
  return {
    properties: describeProperties(sheet, index),
    ...(sheet.protections.length === 0
      ? {}
      : { protectedRanges: sheet.protections.map((one) => describeProtection(sheet, one, file, person)) }),
  };
}

/** The properties of a tab. */
export function describeProperties(sheet: SheetState, index: number): unknown {
  return {
    sheetId: sheet.id,
    title: sheet.name,
    index,
    sheetType: 'GRID',
    ...(sheet.hidden ? { hidden: true } : {}),
    gridProperties: {
      rowCount: sheet.maxRows,
      columnCount: sheet.maxCols,
      ...(sheet.frozenRows === 0 ? {} : { frozenRowCount: sheet.frozenRows }),
      ...(sheet.frozenColumns === 0 ? {} : { frozenColumnCount: sheet.frozenColumns }),
    },
  };
}

/** Whoever may not edit a protection is not told who may. */
function describeProtection(
  sheet: SheetState,
  one: ProtectionState,
  file: FileState,
  person: string,
): unknown {
  const { box } = one;
  const editors = [...new Set([file.owner, ...(one.editors ?? file.editors)])];
  const isTold = !one.warningOnly && (file.owner === person || editors.includes(person));
  return {
    protectedRangeId: protectionId(one.uid),
    range: {
      sheetId: sheet.id,
      ...(box === null
        ? {}
        : {
            startRowIndex: box.row - 1,
            endRowIndex: box.row - 1 + box.rows,
            startColumnIndex: box.col - 1,
            endColumnIndex: box.col - 1 + box.cols,
          }),
    },
    ...(one.description === '' ? {} : { description: one.description }),
    ...(one.warningOnly ? { warningOnly: true } : {}),
    ...(one.editors !== null && !editors.includes(person) ? {} : { requestingUserCanEdit: true }),
    ...(one.unprotected.length === 0
      ? {}
      : {
          unprotectedRanges: one.unprotected.map((area) => ({
            sheetId: sheet.id,
            startRowIndex: area.row - 1,
            endRowIndex: area.row - 1 + area.rows,
            startColumnIndex: area.col - 1,
            endColumnIndex: area.col - 1 + area.cols,
          })),
        }),
    ...(isTold
      ? { editors: { users: editors, ...(one.domainEdit ? { domainUsersCanEdit: true } : {}) } }
      : {}),
  };
}

/** The API knows protections by numbers. */
function protectionId(uid: string): number {
  return createHash('sha256').update(uid).digest().readUInt32BE(0) >>> 1;
}
