import * as v from 'valibot';
import { fingerprintFacts } from '../../../core/conflict/fingerprint-facts.ts';
import { isCertainPair } from '../../../core/conflict/is-certain-pair.ts';
import type { Email } from '../../../core/model/ids.ts';
import type { CustomerRecordId } from '../../../core/model/judgement.ts';
import type { AccountRecord, LeadRecord } from '../../records.ts';
import { command, type RawInput } from '../command-spec.ts';
import { actorEmail, type Context } from '../context.ts';
import { text, yesNo } from '../fields.ts';
import { findAccount, findLead, namedIn, partnerOf } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { guardHolders, recheckVerdicts } from '../record-verdict.ts';

/** Says of a pair of records whether they are one customer; the answer is remembered. Programme rules, section 3. */
export const judgeMatch = command({
  name: 'judgeMatch',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      other: text('The other record'),
      same: yesNo('Same'),
      reason: text('The reason', 'reason'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context), other: findOther(raw, context, problems) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  decide: (input, { lead, other }, context, problems) => {
    if (!lead || !other) return {};
    if (lead.id === other.id)
      problems.add('invalid', 'other', 'Name another record: this is the lead itself.');
    else if (!input.same && isCertainPair(context.customers.prepared(), lead.id, other.id)) {
      problems.add(
        'illegal-state',
        'other',
        `${lead.id} and ${other.id} match for certain: correct the name or website of one of them instead.`,
      );
    }
    if (problems.any) return {};
    const pair = [factsOf(lead), factsOf(other)].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [left, right] = pair;
    if (!left || !right) return {};
    const known = context.draft
      .list('judgements')
      .find(({ judgement }) => judgement.left === left.id && judgement.right === right.id);
    const id = known?.id ?? context.draft.nextId('judgements');
    context.draft.put('judgements', {
      id,
      judgement: {
        left: left.id,
        right: right.id,
        same: input.same,
        reason: input.reason,
        by: actorEmail(context.actor) as Email,
        on: context.today,
        leftFacts: left.facts,
        rightFacts: right.facts,
      },
    });
    context.customers.forget();
    if (input.same) guardHolders(context, problems, 'other');
    if (problems.any) return {};
    recheckVerdicts(context, [lead.id, other.id]);
    return { id, subject: lead.id, reason: input.reason };
  },
});

function findOther(
  raw: RawInput,
  context: Context,
  problems: Problems,
): LeadRecord | AccountRecord | undefined {
  return namedIn(raw, 'other').toUpperCase().startsWith('A-')
    ? findAccount(raw, context, problems, 'other')
    : findLead(raw, context, problems, 'other');
}

function factsOf(record: LeadRecord | AccountRecord): {
  readonly id: CustomerRecordId;
  readonly facts: string;
} {
  if ('registration' in record) {
    const { customer, website, country } = record.registration;
    return { id: record.id, facts: fingerprintFacts(customer, website, country) };
  }
  const { name, website, country } = record.account;
  return { id: record.id, facts: fingerprintFacts(name, website, country) };
}
