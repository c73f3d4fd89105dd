import { foldText } from '../../core/conflict/fold-text.ts';
import type { Concerns } from '../commands/command-spec.ts';
import type { Context } from '../commands/context.ts';
import { findMissingRight } from '../commands/decide-command.ts';
import type { RecordTypes } from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';
import { describeRecord } from './describe-record.ts';
import type { Option, RecordLine } from './form-description.ts';
import type { AnyFormSpec, SubjectKind, SubjectSpec } from './form-spec.ts';

/** More than these are found by searching. */
const MOST_OPTIONS = 100;

/** The records that a form may be about, the latest first, as far as they are listed. */
export interface SubjectOptions {
  readonly options: readonly Option[];
  readonly more: number;
}

/** The records that fit a form and that the actor may give its command about; those that a search finds. */
export function listSubjects(spec: AnyFormSpec, context: Context, search = ''): SubjectOptions {
  const subject: SubjectSpec<SubjectKind> | null = spec.subject;
  if (subject === null) return { options: [], more: 0 };
  const fitting = findFitting(spec, subject, context).reverse();
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const found: RecordLine[] = [];
  let more = 0;
  for (const record of fitting) {
    if (words.length === 0 && found.length === MOST_OPTIONS) {
      more = fitting.length - found.length;
      break;
    }
    const line = describeRecord(subject.kind, record, context.draft);
    if (words.length > 0 && !matches(line, words)) continue;
    if (found.length < MOST_OPTIONS) found.push(line);
    else more += 1;
  }
  return { options: found.map(toOption), more };
}

/** A record that fits the form and belongs to what is selected, where it is the only one. */
export function findOnlySubject(
  spec: AnyFormSpec,
  belongs: (record: RecordTypes[SubjectKind]) => boolean,
  context: Context,
): string | null {
  const subject: SubjectSpec<SubjectKind> | null = spec.subject;
  if (subject === null) return null;
  const [only, ...others] = findFitting(spec, subject, context).filter(belongs);
  return only !== undefined && others.length === 0 ? only.id : null;
}

function findFitting(
  spec: AnyFormSpec,
  subject: SubjectSpec<SubjectKind>,
  context: Context,
): RecordTypes[SubjectKind][] {
  const allowed = new Map<string, boolean>();
  return context.draft.list(subject.kind).filter((record) => {
    if (!subject.fits(record, context)) return false;
    const concerns = concernsOf(subject.kind, record, context.draft);
    // Rights hang on the partner and on the sales account owner, of whom there are few.
    const key = `${concerns.partner?.id} ${ownerOf(concerns)}`;
    const known = allowed.get(key) ?? findMissingRight(spec.command, concerns, {}, context) === null;
    allowed.set(key, known);
    return known;
  });
}

function ownerOf({ lead }: Concerns): string {
  return lead && 'approval' in lead.registration ? lead.registration.approval.salesOwner : '';
}

function concernsOf(kind: SubjectKind, record: RecordTypes[SubjectKind], records: RecordsView): Concerns {
  if (kind === 'partners' && 'partner' in record) return { partner: records.get('partners', record.id) };
  const id = leadIdOf(record) ?? ('receipt' in record ? dealLeadOf(record.receipt.deal, records) : null);
  const lead = id === null ? undefined : records.get('leads', id);
  return lead === undefined ? {} : { lead, partner: records.get('partners', lead.registration.partner) };
}

function dealLeadOf(deal: string, records: RecordsView): string | null {
  return records.get('deals', deal)?.deal.lead ?? null;
}

/** The lead that a record belongs to; null where it belongs to none, or by way of another record only. */
export function leadIdOf(record: RecordTypes[SubjectKind]): string | null {
  if ('registration' in record) return record.id;
  if ('deal' in record) return record.deal.lead;
  if ('introduction' in record) return record.introduction.lead;
  return 'line' in record ? record.line.lead : null;
}

function matches({ id, label, hint }: RecordLine, words: readonly string[]): boolean {
  const text = foldText(`${id} ${label} ${hint}`);
  return words.every((word) => text.includes(word));
}

function toOption({ id, label, hint }: RecordLine): Option {
  return { value: id, label, hint };
}
