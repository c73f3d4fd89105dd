import type { Box } from '../store/a1.ts';
import type { ConditionalRule, ValidationRule } from '../store/sheet-state.ts';
import { handleOf } from './shapes.ts';

export type SpreadsheetHandle = { readonly $: 'Spreadsheet'; readonly id: string };
export type SheetHandle = { readonly $: 'Sheet'; readonly id: string; readonly sheet: number };
export type RangeHandle = {
  readonly $: 'Range';
  readonly id: string;
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
};
export type ProtectionHandle = {
  readonly $: 'Protection';
  readonly id: string;
  readonly sheet: number;
  readonly uid: string;
};
export type FilterHandle = { readonly $: 'Filter'; readonly id: string; readonly sheet: number };
export type ValidationHandle = Wired<{ $: 'DataValidation'; rule: ValidationRule }>;
export type ValidationBuilderHandle = Wired<{ $: 'DataValidationBuilder'; rule: ValidationRule }>;
export type ConditionalHandle = Wired<{
  $: 'ConditionalFormatRule';
  id: string;
  sheet: number;
  rule: ConditionalRule;
}>;
export type ConditionalBuilderHandle = Wired<{
  $: 'ConditionalFormatRuleBuilder';
  id: string;
  sheet: number;
  rule: ConditionalRule;
}>;
export type BooleanConditionHandle = {
  readonly $: 'BooleanCondition';
  readonly type: string;
  readonly values: readonly (string | number)[];
};
export type FormHandle = { readonly $: 'Form'; readonly id: string };
export type FileHandle = { readonly $: 'File'; readonly id: string };
export type FolderHandle = { readonly $: 'Folder'; readonly id: string };
export type HtmlHandle = {
  readonly $: 'HtmlOutput';
  readonly content: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
};
export type BlobHandle = {
  readonly $: 'Blob';
  readonly base64: string;
  readonly type: string | null;
  readonly name: string | null;
};

// Interfaces have no index signature, so handles that carry one are spelled out as plain types.
type Wired<T> = T extends readonly (infer I)[]
  ? readonly Wired<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Wired<T[K]> }
    : T;

export const spreadsheetShape = handleOf<SpreadsheetHandle>('Spreadsheet');
export const sheetShape = handleOf<SheetHandle>('Sheet');
export const rangeShape = handleOf<RangeHandle>('Range');
export const protectionShape = handleOf<ProtectionHandle>('Protection');
export const filterShape = handleOf<FilterHandle>('Filter');
export const validationShape = handleOf<ValidationHandle>('DataValidation');
export const validationBuilderShape = handleOf<ValidationBuilderHandle>('DataValidationBuilder');
export const conditionalShape = handleOf<ConditionalHandle>('ConditionalFormatRule');
export const conditionalBuilderShape = handleOf<ConditionalBuilderHandle>('ConditionalFormatRuleBuilder');
export const booleanConditionShape = handleOf<BooleanConditionHandle>('BooleanCondition');
export const formShape = handleOf<FormHandle>('Form');
export const fileShape = handleOf<FileHandle>('File');
export const folderShape = handleOf<FolderHandle>('Folder');
export const htmlShape = handleOf<HtmlHandle>('HtmlOutput');
export const blobShape = handleOf<BlobHandle>('Blob');

/** The handle of a box of cells. */
export function rangeHandle(id: string, sheet: number, box: Box): RangeHandle {
  return { $: 'Range', id, sheet, row: box.row, col: box.col, rows: box.rows, cols: box.cols };
}

/** The handle of a person. */
export function userHandle(email: string): { readonly $: 'User'; readonly email: string } {
  return { $: 'User', email };
}
