import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { GoogleClient } from '../client/google-client.ts';
import { piecesOf } from './read-pieces.ts';

/** A value of a cell as the Sheets API reads it unformatted: dates and moments are serial numbers. */
export type ApiValue = string | number | boolean;

/** A block of cells of a tab; rows and columns count from 1. */
export interface CellBlock {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One protection of a tab (`block` null) or of some of its cells. */
export interface LiveProtection {
  readonly id: number;
  readonly description: string;
  readonly block: CellBlock | null;
  readonly warningOnly: boolean;
  /** Addresses of those who may edit; null where Google does not tell the caller, who may not edit either. */
  readonly editors: readonly string[] | null;
  readonly domainEdits: boolean;
  /** What stays open to everybody. */
  readonly open: readonly CellBlock[];
}

/** One tab as it stands. */
export interface LiveTab {
  readonly id: number;
  readonly title: string;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
  readonly isHidden: boolean;
  readonly protections: readonly LiveProtection[];
}

/** What a spreadsheet says of itself. */
export interface LiveMeta {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly tabs: readonly LiveTab[];
}

/** How cells are read. */
export interface ReadOptions {
  /** Formulas as they were typed instead of what they came to. */
  readonly formulas?: boolean;
  /** Told after each request how many of all cells have been read. */
  readonly progress?: (done: number, all: number) => void;
}

/** How a change is sent. */
export interface WriteOptions {
  /**
   * Whether the change may be sent again when nobody knows if it was carried out: true for what sets cells, never
   * for what adds rows.
   */
  readonly repeatable?: boolean;
}

/** A spreadsheet that is reached through the Sheets API. */
export interface LiveWorkbook {
  readonly id: string;
  /** Title, time zone, locale and tabs, asked for anew each time. */
  readonly meta: () => Promise<LiveMeta>;
  /**
   * The cells of each block, row by row. Rows and cells at the end that are empty are left out, as the API does. Large
   * blocks are read in several requests: what is written in between may show in one part and not in the other.
   */
  readonly read: (
    blocks: readonly CellBlock[],
    options?: ReadOptions,
  ) => Promise<readonly (readonly (readonly ApiValue[])[])[]>;
  /** Carries out all of the changes or none. */
  readonly write: (
    requests: readonly sheets_v4.Schema$Request[],
    options?: WriteOptions,
  ) => Promise<readonly sheets_v4.Schema$Response[]>;
}

const META_FIELDS =
  'spreadsheetId,spreadsheetUrl,properties(title,timeZone,locale),' +
  'sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount)),protectedRanges)';

/** The spreadsheet of that id. Nothing is asked of Google before a function is called. */
export function openLiveWorkbook(client: GoogleClient, spreadsheetId: string): LiveWorkbook {
  const about = `the spreadsheet ${spreadsheetId}`;
  return {
    id: spreadsheetId,
    meta: async () => {
      const spreadsheet = await client.read(about, () =>
        client.sheets.spreadsheets.get({ spreadsheetId, fields: META_FIELDS }),
      );
      return toMeta(spreadsheet);
    },
    read: (blocks, options = {}) => readBlocks(client, spreadsheetId, blocks, options),
    write: async (requests, { repeatable = false } = {}) => {
      if (requests.length === 0) return [];
      const send = repeatable ? client.read : client.change;
      const { replies } = await send(about, () =>
        client.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } }),
      );
      return replies ?? [];
    },
  };
}

/** All cells of a tab. */
export function wholeTab({ title, rows, columns }: LiveTab): CellBlock {
  return { tab: title, row: 1, column: 1, rows, columns };
}

async function readBlocks(
  client: GoogleClient,
  spreadsheetId: string,
  blocks: readonly CellBlock[],
  { formulas = false, progress }: ReadOptions,
) {
  const out: ApiValue[][][] = blocks.map(() => []);
  const requests = piecesOf(blocks);
  const all = blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  let done = 0;
  for (const pieces of requests) {
    const { valueRanges = [] } = await client.read(`the spreadsheet ${spreadsheetId}`, () =>
      client.sheets.spreadsheets.values.batchGet({
        spreadsheetId,
        ranges: pieces.map(({ range }) => range),
        majorDimension: 'ROWS',
        valueRenderOption: formulas ? 'FORMULA' : 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      }),
    );
    pieces.forEach(({ block, offset, cells }, i) => {
      const target = out[block] ?? [];
      (valueRanges[i]?.values ?? []).forEach((row, j) => {
        while (target.length < offset + j) target.push([]);
        target[offset + j] = row as ApiValue[];
      });
      done += cells;
    });
    progress?.(done, all);
  }
  return out;
}

function toMeta({
  spreadsheetId,
  spreadsheetUrl,
  properties,
  sheets,
}: sheets_v4.Schema$Spreadsheet): LiveMeta {
  return {
    id: spreadsheetId ?? '',
    url: spreadsheetUrl ?? '',
    title: properties?.title ?? '',
    timeZone: properties?.timeZone ?? '',
    locale: properties?.locale ?? '',
    // A tab that holds a chart and no grid has no cells to read.
    tabs: (sheets ?? []).filter((sheet) => sheet.properties?.gridProperties !== undefined).map(toTab),
  };
}

function toTab({ properties, protectedRanges }: sheets_v4.Schema$Sheet): LiveTab {
  const title = properties?.title ?? '';
  const rows = properties?.gridProperties?.rowCount ?? 0;
  const columns = properties?.gridProperties?.columnCount ?? 0;
  return {
    id: properties?.sheetId ?? 0,
    title,
    index: properties?.index ?? 0,
    rows,
    columns,
    isHidden: properties?.hidden ?? false,
    protections: (protectedRanges ?? []).map((one) => ({
      id: one.protectedRangeId ?? 0,
      description: one.description ?? '',
      block: toBlock(title, rows, columns, one.range ?? {}),
      warningOnly: one.warningOnly ?? false,
      editors: one.editors === undefined ? null : (one.editors.users ?? []),
      domainEdits: one.editors?.domainUsersCanEdit ?? false,
      open: (one.unprotectedRanges ?? []).flatMap((area) => toBlock(title, rows, columns, area) ?? []),
    })),
  };
}

/** The API counts from 0, leaves the last one out, and leaves out ends that are open. */
function toBlock(
  tab: string,
  rows: number,
  columns: number,
  range: sheets_v4.Schema$GridRange,
): CellBlock | null {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const ends = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex];
  if (ends.every((end) => end === undefined || end === null)) return null;
  const [top, left] = [startRowIndex ?? 0, startColumnIndex ?? 0];
  return {
    tab,
    row: top + 1,
    column: left + 1,
    rows: (endRowIndex ?? rows) - top,
    columns: (endColumnIndex ?? columns) - left,
  };
}
