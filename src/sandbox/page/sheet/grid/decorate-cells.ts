import {
  type ICellDataForSheetInterceptor,
  type IDisposable,
  type Injector,
  InterceptorEffectEnum,
} from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { TabView } from '../../../server/sheet/spreadsheet-view.ts';
import { typedText } from '../../../server/sheet/typed-text.ts';
import { runAt } from '../../../store/runs.ts';
import { cellOf, formatOf, isMarkedProtected } from '../cell-state.ts';
import { cellStyle } from './cell-style.ts';
import { LOCK, LOCK_ROOM, TINT } from './draw-protection.ts';

/** Before the grid's own, so that dropdowns draw over it. */
const PRIORITY = 20;

const NOTE_CORNER = { tr: { size: 7, color: '#d93025' } };

/**
 * Dresses the grid's cells as the tab says: styles, the corner of a note, the lock over a protected column. The cell
 * editor is given the text that, typed again, makes the same cell. Answers how to stop it.
 */
export function decorateCells(
  injector: Injector,
  tabOfSheet: (sheetId: string) => TabView | undefined,
): IDisposable {
  const interceptors = injector.get(SheetInterceptorService);
  const drawn = interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'workspace-look',
    effect: InterceptorEffectEnum.Style,
    priority: PRIORITY,
    handler(cell, at, next) {
      const tab = tabOfSheet(at.subUnitId);
      if (tab === undefined) return next(cell);
      const [row, col] = [at.row + 1, at.col + 1];
      const dressed = decorated(cell ?? {}, tab, row, col);
      // After this one only dropdowns and checkboxes have anything to say, and texts are parsed in search of numbers.
      return runAt(tab.validations[col], row) === undefined ? dressed : next(dressed);
    },
  });
  const edited = interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    handler(cell, at, next) {
      const tab = tabOfSheet(at.subUnitId);
      if (tab === undefined) return next(cell);
      const [row, col] = [at.row + 1, at.col + 1];
      const text = typedText(cellOf(tab, row, col), formatOf(tab, row, col));
      return next(text === '' ? cell : { ...cell, v: text });
    },
  });
  return {
    dispose() {
      drawn.dispose();
      edited();
    },
  };
}

function decorated(
  cell: ICellDataForSheetInterceptor,
  tab: TabView,
  row: number,
  col: number,
): ICellDataForSheetInterceptor {
  const drawn = [...(cell.customRender ?? [])];
  if (isMarkedProtected(tab, row, col)) drawn.push(TINT);
  const dressed = {
    ...cell,
    interceptorStyle: { ...cell.interceptorStyle, ...cellStyle(tab, row, col) },
    ...(runAt(tab.notes[col], row) === undefined ? {} : { markers: { ...cell.markers, ...NOTE_CORNER } }),
    ...(drawn.length === 0 ? {} : { customRender: drawn }),
  };
  if (!isLockedHeader(tab, row, col)) return dressed;
  return {
    ...dressed,
    customRender: [...drawn, LOCK],
    fontRenderExtension: { ...cell.fontRenderExtension, rightOffset: LOCK_ROOM },
  };
}

/** The last frozen row carries the lock of a column that is protected below it. */
function isLockedHeader(tab: TabView, row: number, col: number): boolean {
  return row === tab.frozenRows && isMarkedProtected(tab, row + 1, col);
}
