import type { Issue } from '../../core/result.ts';
import { quoteText } from '../../core/text/quote-text.ts';
import type { Context } from '../commands/context.ts';
import { type Decision, decideCommand, findMissingRole } from '../commands/decide-command.ts';
import { lookUpPartner } from '../commands/find-records.ts';
import { nestContext } from '../commands/open-context.ts';
import { readGiven } from '../commands/read-given.ts';
import type { RecordTypes } from '../records.ts';
import { describeRecord } from './describe-record.ts';
import type { FormDescription, SubjectDescription } from './form-description.ts';
import type { AnyFormSpec, SubjectKind, SubjectSpec } from './form-spec.ts';
import { FORMS, isFormName } from './form-table.ts';
import { listFacts } from './record-facts.ts';
import { findOnlySubject, leadIdOf, listSubjects } from './subject-options.ts';

/** Records named by the row that is selected, by their kind. */
export type Selected = { readonly [kind: string]: unknown };

/** What a form asks to be described by. */
export interface FormQuestion {
  readonly form?: unknown;
  /** The record that was chosen in the form. */
  readonly record?: unknown;
  /** What was selected in the sheet when the form was opened. */
  readonly selected?: unknown;
}

/**
 * A form as its page shows it: words, fields, what they hold, and what is known of the record that it is about. Refused to
 * who may never give its command. `problems` are those that the record itself has, so that nobody fills in a form in vain.
 */
export function describeForm(question: FormQuestion, context: Context): Decision {
  const name = readGiven(question.form) ?? '';
  if (!isFormName(name)) return refused('not-found', `There is no form ${quoteText(name)}.`);
  const spec: AnyFormSpec = FORMS[name];
  const missing = findMissingRole(spec.command, context);
  if (missing) return { ok: false, issues: [missing] };
  const record = findSubject(spec, question, context);
  const { fields, values = {} } = spec.fields(record, context);
  const description: FormDescription = {
    form: name,
    command: spec.command,
    title: spec.title,
    intro: spec.intro,
    subject: describeSubject(spec, record, context),
    fields,
    values,
    sends: spec.sends ?? 'filled',
    confirm: spec.confirm,
    done: spec.done,
    next: spec.next,
    another: spec.another ?? null,
  };
  const problems = record === null ? [] : findProblems(spec, record, context);
  return { ok: true, done: { value: { form: description, problems, today: context.today } } };
}

/** The records among which a search in a form finds. */
export function searchSubjects(
  question: { readonly form?: unknown; readonly text?: unknown },
  context: Context,
): Decision {
  const name = readGiven(question.form) ?? '';
  if (!isFormName(name)) return refused('not-found', `There is no form ${quoteText(name)}.`);
  const spec: AnyFormSpec = FORMS[name];
  const missing = findMissingRole(spec.command, context);
  if (missing) return { ok: false, issues: [missing] };
  return { ok: true, done: { value: { ...listSubjects(spec, context, readGiven(question.text) ?? '') } } };
}

function describeSubject(
  spec: AnyFormSpec,
  record: RecordTypes[SubjectKind] | null,
  context: Context,
): SubjectDescription | null {
  const subject: SubjectSpec<SubjectKind> | null = spec.subject;
  if (subject === null) return null;
  const { field, label, help = '', placeholder, isOpen = false, facts } = subject;
  const chosen =
    record === null
      ? null
      : {
          ...describeRecord(subject.kind, record, context.draft),
          facts: listFacts(subject.kind, record, context, facts),
        };
  return { field, label, help, placeholder, isOpen, chosen, ...listSubjects(spec, context) };
}

/** The record that was chosen, or the one that the selected row leads to. */
function findSubject(
  spec: AnyFormSpec,
  { record, selected }: FormQuestion,
  context: Context,
): RecordTypes[SubjectKind] | null {
  const subject: SubjectSpec<SubjectKind> | null = spec.subject;
  if (subject === null) return null;
  const named = readGiven(record) ?? '';
  if (named !== '') return lookUp(subject.kind, named, context);
  const ids: Selected = typeof selected === 'object' && selected !== null ? { ...selected } : {};
  const direct = lookUp(subject.kind, readGiven(ids[subject.kind]) ?? '', context);
  if (direct !== null) return direct;
  const related = findRelated(spec, ids, context);
  return related === null ? null : lookUp(subject.kind, related, context);
}

/** A row of another tab leads to a record where only one of those that fit belongs to it. */
function findRelated(spec: AnyFormSpec, ids: Selected, context: Context): string | null {
  // Who plans an absence mostly plans their own, and may plan no other.
  if (spec.subject?.kind === 'team' && spec.subject.isOpen !== true)
    return findOnlySubject(spec, () => true, context);
  const lead = context.draft.get('leads', (readGiven(ids.leads) ?? '').toUpperCase());
  if (lead === undefined) return null;
  if (spec.subject?.kind === 'partners') return lead.registration.partner;
  return findOnlySubject(spec, (record) => leadIdOf(record) === lead.id, context);
}

function lookUp(kind: SubjectKind, named: string, { draft }: Context): RecordTypes[SubjectKind] | null {
  if (named === '') return null;
  if (kind === 'partners') return lookUpPartner(named, draft) ?? null;
  return draft.get(kind, kind === 'team' ? named.toLowerCase() : named.toUpperCase()) ?? null;
}

/** What keeps the command from being given about this record, whatever else is filled in. */
function findProblems(
  spec: AnyFormSpec,
  { id }: RecordTypes[SubjectKind],
  context: Context,
): readonly Issue[] {
  const field = spec.subject?.field;
  if (field === undefined) return [];
  const decision = decideCommand(spec.command, { [field]: id }, nestContext(context));
  if (decision.ok) return [];
  return decision.issues.filter(({ code }) => code !== 'required' && code !== 'invalid');
}

function refused(code: Issue['code'], message: string): Decision {
  return { ok: false, issues: [{ code, message }] };
}
