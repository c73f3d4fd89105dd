import type { LeadId } from '../model/ids.ts';
import type { CustomerRecordId } from '../model/judgement.ts';
import type { Registration } from '../model/registration.ts';
import { assessRecord, type Standpoint } from './assess-record.ts';
import { compareRecordIds } from './compare-record-ids.ts';
import { type Customer, describeMember, findCustomer } from './find-customer.ts';
import { findHits } from './find-hits.ts';
import { isJudgedDifferent } from './link-records.ts';
import type { ConflictNode, PreparedConflicts } from './prepare-conflicts.ts';
import { compareVerdicts, isBarrier, type Verdict } from './verdicts.ts';

/** What the check found in one record. */
export interface Finding {
  readonly verdict: Verdict;
  readonly record: CustomerRecordId;
  readonly certainty: 'certain' | 'possible';
  /** 1 where certain; how alike, below 1, where possible. */
  readonly score: number;
  /** How it is known to be the same customer, or why it may be. */
  readonly reasons: readonly string[];
  /** Whose the record is and until when, and what that means for the request. */
  readonly because: string;
  /** All of it in one line for people. */
  readonly sentence: string;
}

/** The verdict on a registration, with everything that led to it. */
export interface ConflictCheck {
  readonly verdict: Verdict;
  /** By verdict, then the most alike first. Records that are over appear as `clear`. */
  readonly findings: readonly Finding[];
  /** The findings as text for one cell, one line each. Internal: never for partners. */
  readonly evidence: string;
}

const MOST_LINES = 12;
function nameOf({ id, record }: ConflictNode): string {
  return `${id} ${record.name.trim()}`;
}

function certainFindings(customer: Customer, standpoint: Standpoint): readonly Finding[] {
  const findings: Finding[] = [];
  for (const member of customer.values()) {
    const assessment = member.through === null ? null : assessRecord(member.node, standpoint);
    if (assessment === null) continue;
    const how = describeMember(customer, member);
    findings.push({
      verdict: assessment.verdict,
      record: member.node.id,
      certainty: 'certain',
      score: 1,
      reasons: [how],
      because: assessment.because,
      sentence: `${assessment.verdict}: ${nameOf(member.node)} – ${how}; ${assessment.because}`,
    });
  }
  return findings;
}

/** What a customer's records would give, were it the request's: the first that refuses, or null. */
function findBarrier(
  customer: Customer,
  standpoint: Standpoint,
): { readonly node: ConflictNode; readonly verdict: Verdict; readonly because: string } | null {
  let first: { node: ConflictNode; verdict: Verdict; because: string } | null = null;
  const members = [...customer.values()].sort((a, b) => compareRecordIds(a.node.id, b.node.id));
  for (const { node } of members) {
    const assessment = assessRecord(node, standpoint);
    if (assessment === null || !isBarrier(assessment.verdict)) continue;
    if (first === null || compareVerdicts(assessment.verdict, first.verdict) < 0)
      first = { node, ...assessment };
  }
  return first;
}

/** One finding for each other customer that is alike and would refuse: answering it settles that customer. */
function possibleFindings(
  prepared: PreparedConflicts,
  request: ConflictNode,
  own: Customer,
  standpoint: Standpoint,
): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<CustomerRecordId>();
  for (const { node, score, reasons } of findHits(prepared, request, own)) {
    if (seen.has(node.id)) continue;
    const customer = findCustomer(prepared, node.id);
    for (const id of customer.keys()) seen.add(id);
    const isSettled = [...customer.values()].some((member) =>
      isJudgedDifferent(prepared, request, member.node),
    );
    const barrier = isSettled ? null : findBarrier(customer, standpoint);
    if (barrier === null) continue;
    const would =
      barrier.node === node
        ? `if it is the same, ${barrier.verdict}: ${barrier.because}`
        : `if it is the same, ${barrier.verdict} by ${nameOf(barrier.node)} (the same customer): ${barrier.because}`;
    findings.push({
      verdict: 'possible',
      record: node.id,
      certainty: 'possible',
      score,
      reasons,
      because: would,
      sentence: `possible: ${nameOf(node)} – alike ${score.toFixed(2)}: ${reasons.join(', ')}; ${would}`,
    });
  }
  return findings;
}

function assembleEvidence(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'clear: no other record of this customer';
  const lines = findings.slice(0, MOST_LINES).map((finding) => finding.sentence);
  const left = findings.length - lines.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}

function check(
  prepared: PreparedConflicts,
  request: ConflictNode,
  registration: Registration,
): ConflictCheck {
  const standpoint: Standpoint = { registration, today: prepared.today, leadOf: leadLookup(prepared) };
  const customer = findCustomer(prepared, request.id);
  const findings = [
    ...certainFindings(customer, standpoint),
    ...possibleFindings(prepared, request, customer, standpoint),
  ].sort(
    (a, b) =>
      compareVerdicts(a.verdict, b.verdict) || b.score - a.score || compareRecordIds(a.record, b.record),
  );
  return { verdict: findings[0]?.verdict ?? 'clear', findings, evidence: assembleEvidence(findings) };
}

function leadLookup(prepared: PreparedConflicts): (id: LeadId) => Registration | undefined {
  return (id) => {
    const source = prepared.find(id)?.source;
    return source?.kind === 'registration' ? source.registration : undefined;
  };
}

/**
 * The verdict on one registration against every other registration and all accounts, as of `prepared.today`. The
 * registration may have been decided already: it is then compared all the same. The same answer whatever the order
 * of the records.
 * Throws where the world has no such registration: a defect of the caller.
 * Programme rules, section 3.
 */
export function checkConflicts(prepared: PreparedConflicts, leadId: LeadId): ConflictCheck {
  const request = prepared.find(leadId);
  if (request?.source.kind !== 'registration') throw new Error(`No registration ${leadId} to check`);
  return check(prepared, request, request.source.registration);
}
