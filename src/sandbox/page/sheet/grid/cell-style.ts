import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { TabView } from '../../../server/sheet/spreadsheet-view.ts';
import { isDateCell } from '../../../store/cells.ts';
import { runAt } from '../../../store/runs.ts';
import type { StyleValue } from '../../../store/sheet-state.ts';
import { cellOf, checkboxOf } from '../cell-state.ts';
import { conditionalLook } from '../conditional-look.ts';

type Attribute = (style: IStyleData, value: StyleValue) => void;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

const WRAP: Readonly<Record<string, WrapStrategy>> = {
  WRAP: WrapStrategy.WRAP,
  CLIP: WrapStrategy.CLIP,
  OVERFLOW: WrapStrategy.OVERFLOW,
};

const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  background: (style, value) => {
    style.bg = { rgb: String(value) };
  },
  fontColor: (style, value) => {
    style.cl = { rgb: String(value) };
  },
  fontWeight: (style, value) => {
    style.bl = value === 'bold' ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  },
  fontStyle: (style, value) => {
    style.it = value === 'italic' ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  },
  fontFamily: (style, value) => {
    style.ff = String(value);
  },
  fontSize: (style, value) => {
    style.fs = Number(value);
  },
  fontLine: (style, value) => {
    if (value === 'underline') style.ul = { s: BooleanNumber.TRUE };
    if (value === 'line-through') style.st = { s: BooleanNumber.TRUE };
  },
  wrap: (style, value) => {
    style.tb = value === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  },
  wrapStrategy: (style, value) => {
    style.tb = WRAP[String(value)] ?? WrapStrategy.OVERFLOW;
  },
  horizontal: (style, value) => {
    const align = HORIZONTAL[String(value)];
    if (align !== undefined) style.ht = align;
  },
  vertical: (style, value) => {
    style.vt = VERTICAL[String(value)] ?? VerticalAlign.MIDDLE;
  },
};

/** What a cell looks like: what someone set, over it what its conditional formats say. */
export function cellStyle(tab: TabView, row: number, col: number): IStyleData {
  const style: IStyleData = {
    ff: 'Arial',
    fs: 10,
    // Rows are hardly higher than their text, and its descenders keep clear of the line below.
    vt: VerticalAlign.MIDDLE,
    ht: contentAlign(tab, row, col),
    pd: { l: 3, r: 3, t: 0, b: 0 },
  };
  for (const [name, columns] of Object.entries(tab.styles)) {
    const value = runAt(columns[col], row);
    if (value !== undefined) ATTRIBUTES[name]?.(style, value);
  }
  const rule = conditionalLook(tab, row, col);
  if (rule === undefined) return style;
  return {
    ...style,
    ...(rule.background === null ? {} : { bg: { rgb: rule.background } }),
    ...(rule.fontColor === null ? {} : { cl: { rgb: rule.fontColor } }),
    ...(rule.bold === null ? {} : { bl: rule.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
  };
}

/** Numbers and dates stand at the right, booleans in the middle, where nobody said otherwise. */
function contentAlign(tab: TabView, row: number, col: number): HorizontalAlign {
  const cell = cellOf(tab, row, col);
  if (typeof cell === 'number' || isDateCell(cell)) return HorizontalAlign.RIGHT;
  if (checkboxOf(tab, row, col) !== undefined) return HorizontalAlign.CENTER;
  return typeof cell === 'boolean' ? HorizontalAlign.CENTER : HorizontalAlign.LEFT;
}
