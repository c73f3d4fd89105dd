import type { PeopleCommand } from '../commands/command-table.ts';
import type { Context } from '../commands/context.ts';
import type { RecordTypes } from '../records.ts';
import type { FieldDescription, FieldValue } from './form-description.ts';

/** Kinds of records that forms are about. */
export type SubjectKind =
  | 'leads'
  | 'introductions'
  | 'deals'
  | 'receipts'
  | 'commissions'
  | 'partners'
  | 'team';

/** The record that a form is about, and which ones fit. */
export interface SubjectSpec<K extends SubjectKind> {
  readonly kind: K;
  /** The field of the command that names it. */
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder: string;
  /** Which records are offered; whatever else is named is for the command to refuse. */
  readonly fits: (record: RecordTypes[K], context: Context) => boolean;
  /** Keys of the columns that say what has to be known of it; those of its kind unless given. */
  readonly facts?: readonly string[];
  /** Whether something that is no record yet may be named as well. */
  readonly isOpen?: boolean;
}

/** The fields of a form with what they hold at first. */
export interface FormFields {
  readonly fields: readonly FieldDescription[];
  readonly values?: { readonly [field: string]: FieldValue };
}

/** A form for one command: its words, and which fields it asks for once its record is known. */
export interface FormSpec<K extends SubjectKind> {
  readonly command: PeopleCommand;
  readonly title: string;
  readonly intro: string;
  readonly subject: SubjectSpec<K> | null;
  readonly fields: (about: RecordTypes[K] | null, context: Context) => FormFields;
  readonly sends?: 'filled' | 'changed';
  readonly confirm: string;
  readonly done: string;
  readonly next: string;
  readonly another?: string;
}

/** A form whose kind of record is its own business. */
// biome-ignore lint/suspicious/noExplicitAny: a table of forms about different records
export type AnyFormSpec = FormSpec<any>;

/** Declares a form; only there for the types. */
export function form<K extends SubjectKind>(spec: FormSpec<K>): FormSpec<K> {
  return spec;
}
