import { type ConflictCheck, checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import type { ConflictRegistration, ConflictWorld } from '../../../src/core/conflict/conflict-world.ts';
import { fingerprintFacts } from '../../../src/core/conflict/fingerprint-facts.ts';
import { type PreparedConflicts, prepareConflicts } from '../../../src/core/conflict/prepare-conflicts.ts';
import type { Account } from '../../../src/core/model/account.ts';
import type { LeadId } from '../../../src/core/model/ids.ts';
import type { Judgement } from '../../../src/core/model/judgement.ts';
import type {
  ActiveRegistration,
  ConvertedRegistration,
  ExpiredRegistration,
  Registration,
  RegistrationFacts,
  RejectedRegistration,
  ReleasedRegistration,
  ReturnedRegistration,
  SubmittedRegistration,
  WithdrawnRegistration,
} from '../../../src/core/model/registration.ts';
import { approved, day, email, facts } from '../support/builders.ts';

export const ACME = 'P-001';
export const BOREALIS = 'P-002';
/** A day inside the window of a registration approved on 2026-01-10, unless a test says otherwise. */
export const TODAY = '2026-06-01';

type Changes = Partial<RegistrationFacts>;

export function submitted(changes: Changes): SubmittedRegistration {
  return { ...facts(changes), status: 'Submitted' };
}

export function returned(changes: Changes): ReturnedRegistration {
  return {
    ...facts(changes),
    status: 'Returned',
    returnedOn: day('2026-01-06'),
    reason: 'insufficient-information',
    fields: ['website'],
    noteToPartner: '',
  };
}

export function rejected(changes: Changes): RejectedRegistration {
  const rest = { rejectedOn: day('2026-01-06'), reason: 'not-a-fit', noteToPartner: '' } as const;
  return { ...facts(changes), status: 'Rejected', ...rest };
}

export function withdrawn(changes: Changes): WithdrawnRegistration {
  return { ...facts(changes), status: 'Withdrawn', withdrawnOn: day('2026-01-06'), withdrawalReason: '' };
}

/** Approved on 2026-01-10, so active until 2027-01-10. */
export function active(changes: Changes): ActiveRegistration {
  return approved(changes);
}

export function expired(changes: Changes): ExpiredRegistration {
  return { ...approved(changes), status: 'Expired' };
}

export function released(changes: Changes, releasedOn: string): ReleasedRegistration {
  return { ...approved(changes), status: 'Released', releasedOn: day(releasedOn), releaseReason: 'agreed' };
}

export function converted(changes: Changes, releasedOn: string | null = null): ConvertedRegistration {
  const on = releasedOn === null ? null : day(releasedOn);
  return { ...approved(changes), status: 'Converted', releasedOn: on, releaseReason: '' };
}

export function account(changes: Partial<Account>): Account {
  return {
    id: 'A-0001',
    name: 'Globex GmbH',
    website: '',
    country: '',
    standing: 'Customer',
    owner: '',
    lastActivity: null,
    sources: [],
    ...changes,
  };
}

export interface WorldParts {
  readonly registrations?: readonly (Registration | ConflictRegistration)[];
  readonly accounts?: readonly Account[];
  readonly judgements?: readonly Judgement[];
  readonly today?: string;
}

/** A world of registrations, without own mail domains where they are not said; refuses an ID given twice. */
export function world({
  registrations = [],
  accounts = [],
  judgements = [],
  today = TODAY,
}: WorldParts): ConflictWorld {
  const entries = registrations.map((entry) =>
    'registration' in entry ? entry : { registration: entry, ownDomains: [] },
  );
  const ids = [...entries.map(({ registration }) => registration.id), ...accounts.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) throw new Error(`An ID is given twice: ${ids.join(', ')}`);
  return { registrations: entries, accounts, judgements, today: day(today) };
}

export function prepare(parts: WorldParts): PreparedConflicts {
  return prepareConflicts(world(parts));
}

/** The check of a lead in a world of these parts. */
export function check(parts: WorldParts, lead: LeadId): ConflictCheck {
  return checkConflicts(prepare(parts), lead);
}

function factsOf(record: Registration | Account): string {
  const name = 'customer' in record ? record.customer : record.name;
  return fingerprintFacts(name, record.website, record.country);
}

/** A judgement made on the records as they are. */
export function judged(same: boolean, a: Registration | Account, b: Registration | Account): Judgement {
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return {
    left: left.id,
    right: right.id,
    same,
    reason: 'asked both',
    by: email('ana@one.example'),
    on: day('2026-01-08'),
    leftFacts: factsOf(left),
    rightFacts: factsOf(right),
  };
}
