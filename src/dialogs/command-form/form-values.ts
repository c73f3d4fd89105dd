import type {
  Condition,
  ContactValue,
  FieldDescription,
  FieldValue,
  FormDescription,
} from '../../registry/dialogs/form-description.ts';
import type { Issue } from '../kit/bridge.ts';

export type Values = { readonly [field: string]: FieldValue };

/** What a field holds before anybody fills it in. */
export function emptyValue({ kind }: FieldDescription): FieldValue {
  return kind === 'choices' || kind === 'contacts' ? [] : '';
}

/** What a field holds now. */
export function heldBy(field: FieldDescription, values: Values): FieldValue {
  return values[field.name] ?? emptyValue(field);
}

function holds({ field, is }: Condition, values: Values): boolean {
  const value = values[field];
  return typeof value === 'string' && is.includes(value);
}

export function isRequired({ required }: FieldDescription, values: Values): boolean {
  return typeof required === 'object' ? holds(required, values) : required === true;
}

/** The fields that are shown with these values, after these problems. */
export function visibleFields(
  fields: readonly FieldDescription[],
  values: Values,
  issues: readonly Issue[],
): readonly FieldDescription[] {
  return fields.filter((field) => {
    if (field.when !== undefined && !holds(field.when, values)) return false;
    if (field.whenRefused === undefined) return true;
    return !isEmpty(heldBy(field, values)) || issues.some(({ code }) => code === field.whenRefused);
  });
}

function isEmpty(value: FieldValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

function isSame(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is sent: the record, and of the fields shown those that are filled in, or those that differ. */
export function toInput(
  { sends, values: first, subject }: FormDescription,
  record: string,
  shown: readonly FieldDescription[],
  values: Values,
): { readonly [field: string]: FieldValue } {
  const sent = shown.filter((field) => {
    if (field.isFormOnly === true) return false;
    const value = heldBy(field, values);
    return sends === 'filled' ? !isEmpty(value) : !isSame(value, heldBy(field, first));
  });
  return {
    ...(subject === null || record === '' ? {} : { [subject.field]: record }),
    ...Object.fromEntries(sent.map((field) => [field.name, toSent(field, heldBy(field, values))])),
  };
}

function toSent(field: FieldDescription, value: FieldValue): FieldValue {
  if (field.kind === 'local-time' && typeof value === 'string') return value.trim().replace(' ', 'T');
  if (field.kind !== 'contacts' || typeof value === 'string') return value;
  // A row that nobody filled in is no contact.
  return value.filter((one): one is ContactValue => {
    return typeof one === 'object' && Object.values(one).some((part) => part.trim() !== '');
  });
}

/**
 * What the form itself can see is missing: answers that steer it and are never sent, and what is needed because of other
 * answers, which the registry may say only once those are right.
 */
export function findGaps(shown: readonly FieldDescription[], values: Values): readonly Issue[] {
  return shown
    .filter(
      ({ isFormOnly, when, required }) => isFormOnly || when !== undefined || typeof required === 'object',
    )
    .filter((field) => isRequired(field, values) && isEmpty(heldBy(field, values)))
    .map(({ name }) => ({ code: 'required', field: name, message: 'An answer is needed here.' }));
}

/** The issues found by the registry, and gaps of fields that it says nothing of. */
export function joinIssues(found: readonly Issue[], gaps: readonly Issue[]): readonly Issue[] {
  const known = new Set(found.map(({ field }) => field));
  return [...found, ...gaps.filter(({ field }) => !known.has(field))];
}

/** The messages that belong to a field, whatever part of it they are about. */
export function problemsOf(issues: readonly Issue[], name: string): readonly string[] {
  return issues.filter(({ field }) => field === name).map(({ message }) => message);
}

/** The name of the shown field that an issue is about; null where none of them is. */
export function fieldOf({ field = '' }: Issue, names: readonly string[]): string | null {
  return names.find((name) => field === name || field.startsWith(`${name}.`)) ?? null;
}
