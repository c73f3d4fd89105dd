import * as v from 'valibot';
import { checkConflicts, type Finding } from '../../../core/conflict/check-conflicts.ts';
import { compareFields } from '../../../core/conflict/compare-fields.ts';
import { isJudgedDifferent } from '../../../core/conflict/link-records.ts';
import type { PreparedConflicts } from '../../../core/conflict/prepare-conflicts.ts';
import { command } from '../command-spec.ts';
import { text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';

/** A request is decided on the records that are most alike; further ones would only be scrolled past. */
const MOST_MATCHES = 20;

/**
 * The evidence of the conflict check side by side: what it finds for a lead today, each record with the fields that were
 * compared, what the request says and what is on file, how alike, and why. It only shows. Programme rules, section 3.
 */
export const compareMatches = command({
  name: 'compareMatches',
  isQuestion: true,
  schema: () => v.strictObject({ lead: text('The lead') }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  decide: (_input, { lead }, context) => {
    if (!lead) return {};
    const prepared = context.customers.prepared();
    const { verdict, findings } = checkConflicts(prepared, lead.id);
    const value = {
      lead: lead.id,
      verdict,
      matches: findings.slice(0, MOST_MATCHES).map((finding) => describeMatch(prepared, lead.id, finding)),
      more: Math.max(0, findings.length - MOST_MATCHES),
      settled: describeSettled(prepared, lead.id),
    };
    return { id: lead.id, value };
  },
});

type LeadIdText = Parameters<typeof checkConflicts>[1];

function describeMatch(prepared: PreparedConflicts, lead: LeadIdText, finding: Finding) {
  const [request, record] = [prepared.find(lead), prepared.find(finding.record)];
  if (request === undefined || record === undefined)
    throw new Error(`The check found ${finding.record} for ${lead}, and one of them is not there.`);
  const fields = compareFields(prepared, request, record);
  return {
    record: finding.record,
    kind: record.source.kind === 'account' ? 'account' : 'lead',
    name: record.record.name,
    standing: finding.because,
    verdict: finding.verdict,
    certainty: finding.certainty,
    score: finding.score,
    sentences: finding.reasons,
    fields: fields.map((field) => ({
      field: field.field,
      theirs: field.request,
      ours: field.record,
      alike: field.alike,
      note: field.note,
    })),
  };
}

/** Records that a person has said are another customer, and that still read as they did then. */
function describeSettled(prepared: PreparedConflicts, lead: LeadIdText) {
  const request = prepared.find(lead);
  if (request === undefined) return [];
  return prepared.judgedWith(lead).flatMap((id) => {
    const other = prepared.find(id);
    const judgement = prepared.judgementOf(lead, id);
    if (other === undefined || judgement === undefined || !isJudgedDifferent(prepared, request, other))
      return [];
    const { by, on, reason } = judgement;
    return [{ record: id, name: other.record.name, by, on: on.toString(), reason }];
  });
}
