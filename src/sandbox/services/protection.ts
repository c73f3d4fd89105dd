import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { type Box, intersection } from '../store/a1.ts';
import { normalEmail } from '../store/access.ts';
import { isOpenTo, PROTECTED_MESSAGE } from '../store/protections.ts';
import type { ProtectionState, SheetState } from '../store/sheet-state.ts';
import type { FileState } from '../world-state.ts';
import { type Define, defineClass, mergeMethods, SELF } from './define.ts';
import {
  type ProtectionHandle,
  protectionShape,
  type RangeHandle,
  rangeHandle,
  rangeShape,
  type SheetHandle,
  type SpreadsheetHandle,
  sheetShape,
  spreadsheetShape,
  userHandle,
} from './handles.ts';
import { either, enumOf, flag, handleOf, listOf, text } from './shapes.ts';
import { checkOnGrid, editableFile, visibleFile } from './spreadsheet-access.ts';

type UserWire = { readonly $: 'User'; readonly email: string };
const person = either(text, handleOf<UserWire>('User'));
const typeShape = enumOf('ProtectionType');

function emailOf(who: string | UserWire): string {
  return normalEmail(typeof who === 'string' ? who : who.email);
}

function find(execution: Execution, on: ProtectionHandle): ProtectionState {
  const found = execution.world.sheet(on.id, on.sheet).protections.find((one) => one.uid === on.uid);
  if (found === undefined) throw new ServiceError('The protection no longer exists.');
  return found;
}

function setAll(
  execution: Execution,
  on: { readonly id: string; readonly sheet: number },
  change: (sheet: SheetState) => readonly ProtectionState[],
): void {
  execution.write(() => {
    const sheet = execution.world.sheet(on.id, on.sheet);
    const before = sheet.protections;
    sheet.protections = change(sheet);
    return () => {
      sheet.protections = before;
    };
  });
}

function mayChange(execution: Execution, on: ProtectionHandle): FileState {
  const file = editableFile(execution, on.id);
  const { effectiveUser } = execution.start;
  if (
    !isOpenTo(
      { ...find(execution, on), warningOnly: false },
      file,
      effectiveUser,
      execution.world.state.domain,
    )
  ) {
    throw new ServiceError(PROTECTED_MESSAGE);
  }
  return file;
}

function update(
  execution: Execution,
  on: ProtectionHandle,
  change: (protection: ProtectionState, file: FileState) => Partial<ProtectionState>,
): typeof SELF {
  const file = mayChange(execution, on);
  setAll(execution, on, (sheet) =>
    sheet.protections.map((one) => (one.uid === on.uid ? { ...one, ...change(one, file) } : one)),
  );
  return SELF;
}

function add(
  execution: Execution,
  on: RangeHandle | SheetHandle,
  type: 'RANGE' | 'SHEET',
  box: Box | null,
): Wire {
  editableFile(execution, on.id);
  const uid = execution.world.newId(16);
  setAll(execution, on, (sheet) => [
    ...sheet.protections,
    {
      uid,
      type,
      box,
      description: '',
      warningOnly: false,
      editors: null,
      domainEdit: true,
      unprotected: [],
    },
  ]);
  return { $: 'Protection', id: on.id, sheet: on.sheet, uid };
}

function list(sheet: SheetState, id: string, type: string, box?: Box): Wire[] {
  return sheet.protections
    .filter((one) => one.type === type)
    .filter((one) => box === undefined || (one.box !== null && intersection(one.box, box) !== undefined))
    .map((one): Wire => ({ $: 'Protection', id, sheet: sheet.id, uid: one.uid }));
}

const onRange = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  define('write', 'protect', [], (execution, range) => {
    const { row, col, rows, cols } = range;
    checkOnGrid(execution.world.sheet(range.id, range.sheet), range);
    return add(execution, range, 'RANGE', { row, col, rows, cols });
  });
});

const onSheet = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  define('write', 'protect', [], (execution, on) => {
    // A tab has one protection at most: protecting it again answers the one it has.
    const [existing] = list(execution.world.sheet(on.id, on.sheet), on.id, 'SHEET');
    return existing ?? add(execution, on, 'SHEET', null);
  });
  define('read', 'getProtections', [typeShape], (execution, on, type) => {
    return list(execution.world.sheet(on.id, on.sheet), on.id, type.name);
  });
});

const onSpreadsheet = defineClass<SpreadsheetHandle>('Spreadsheet', spreadsheetShape, (define) => {
  define('read', 'getProtections', [typeShape], (execution, on, type) => {
    return execution.world.spreadsheet(on.id).sheets.flatMap((sheet) => list(sheet, on.id, type.name));
  });
});

const protection = defineClass<ProtectionHandle>('Protection', protectionShape, (define) => {
  people(define);
  define('read', 'getDescription', [], (x, on) => find(x, on).description);
  define('write', 'setDescription', [text], (x, on, description) => update(x, on, () => ({ description })));
  define('read', 'isWarningOnly', [], (x, on) => find(x, on).warningOnly);
  define('write', 'setWarningOnly', [flag], (x, on, warningOnly) => update(x, on, () => ({ warningOnly })));
  define('read', 'getProtectionType', [], (x, on) => ({
    $: 'Enum',
    of: 'ProtectionType',
    name: find(x, on).type,
  }));
  define('read', 'getRange', [], (execution, on) => {
    const sheet = execution.world.sheet(on.id, on.sheet);
    const whole = { row: 1, col: 1, rows: sheet.maxRows, cols: sheet.maxCols };
    return rangeHandle(on.id, on.sheet, find(execution, on).box ?? whole);
  });
  define('write', 'setRange', [rangeShape], (x, on, { row, col, rows, cols }) => {
    return update(x, on, () => ({ box: { row, col, rows, cols } }));
  });
  define('write', 'setUnprotectedRanges', [listOf(rangeShape)], (x, on, ranges) => {
    const unprotected = ranges.map(({ row, col, rows, cols }) => ({ row, col, rows, cols }));
    return update(x, on, () => ({ unprotected }));
  });
  define('read', 'getUnprotectedRanges', [], (x, on) => {
    return find(x, on).unprotected.map((box) => rangeHandle(on.id, on.sheet, box));
  });
  define('write', 'remove', [], (execution, on) => {
    mayChange(execution, on);
    setAll(execution, on, (sheet) => sheet.protections.filter((one) => one.uid !== on.uid));
  });
});

function people(define: Define<ProtectionHandle>): void {
  const explicit = (state: ProtectionState, file: FileState): readonly string[] =>
    state.editors ?? file.editors;
  const adding = (x: Execution, on: ProtectionHandle, who: readonly (string | UserWire)[]): typeof SELF => {
    return update(x, on, (state, file) => ({
      editors: [...new Set([...explicit(state, file), ...who.map(emailOf)])],
      warningOnly: false,
    }));
  };
  const removing = (x: Execution, on: ProtectionHandle, who: readonly (string | UserWire)[]): typeof SELF => {
    // The one who runs this keeps the right, or could never give it back.
    const gone = new Set(who.map(emailOf).filter((email) => email !== x.start.effectiveUser));
    return update(x, on, (state, file) => ({
      editors: explicit(state, file).filter((email) => !gone.has(email)),
    }));
  };
  define('write', 'addEditor', [person], (x, on, who) => adding(x, on, [who]));
  define('write', 'addEditors', [listOf(text)], (x, on, who) => adding(x, on, who));
  define('write', 'removeEditor', [person], (x, on, who) => removing(x, on, [who]));
  define('write', 'removeEditors', [listOf(person)], (x, on, who) => removing(x, on, who));
  define('read', 'getEditors', [], (x, on) => {
    const file = visibleFile(x, on.id);
    return [...new Set([file.owner, ...explicit(find(x, on), file)])].map(userHandle);
  });
  define('read', 'canEdit', [], (x, on) => {
    const file = visibleFile(x, on.id);
    return isOpenTo(find(x, on), file, x.start.effectiveUser, x.world.state.domain);
  });
  define('read', 'canDomainEdit', [], (x, on) => find(x, on).domainEdit);
  define('write', 'setDomainEdit', [flag], (x, on, domainEdit) => {
    return update(x, on, () => ({ domainEdit }));
  });
}

/** Protections of tabs and ranges. Source: apps-script/reference/spreadsheet/protection. */
export const protectionMethods = mergeMethods([onRange, onSheet, onSpreadsheet, protection]);
