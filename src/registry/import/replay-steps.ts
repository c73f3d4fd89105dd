import type { PlainDate } from '../../core/calendar/dates.ts';
import { mintPlainDate } from '../../core/calendar/mint-dates.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import type { Deal } from '../../core/model/deal.ts';
import type { DealId, Email, LeadId } from '../../core/model/ids.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import type { Issue } from '../../core/result.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import type { Bundle, Owned, Owner } from './bundle.ts';
import type { BundleWorld } from './bundle-world.ts';
import { type LeadPlan, registrationOf } from './check-lead.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import { payStep } from './pay-step.ts';
import type { Step } from './run-step.ts';

/** What a step decides besides its day, which orders the steps; null where there is nothing to do. */
export type StepInput = Pick<Step, 'command' | 'input'> & Partial<Pick<Step, 'actor' | 'rate' | 'check'>>;

/** Something that happened, as a command that a row asks for. */
export interface ReplayStep {
  readonly row: ImportRow;
  readonly day: PlainDate;
  /** Of two on one day the lower goes first. */
  readonly rank: number;
  /** The local time, where it is known. */
  readonly time?: string;
  /** Of what the row belongs to. */
  readonly owner: Owner<LeadId> | Owner<DealId> | null;
  readonly describe: (played: BundleWorld) => StepInput | null;
  /** The record is remembered as the row's. */
  readonly makes: 'lead' | 'deal' | 'other' | null;
}

/** All that happened to a bundle's leads, in the order in which it did. */
export function orderSteps(desk: ImportDesk, bundle: Bundle): readonly ReplayStep[] {
  const plans = new Map(bundle.plans.map((plan) => [plan.row, plan]));
  const begun = (owner: Owner<LeadId>): PlainDate => beginningOf(desk, plans, owner);
  const signed = new Map<ImportRow, PlainDate>(
    bundle.deals.map(({ row, owner }) => [row, latest(begun(owner), row.get('signedOn'))]),
  );
  const signing = (owner: Owner<DealId>): PlainDate =>
    'row' in owner ? (signed.get(owner.row) ?? desk.today) : signedThere(desk, owner.id);
  return [
    ...bundle.plans.flatMap((plan) => leadSteps(plan)),
    ...bundle.introductions.flatMap((one) => introductionSteps(one, plans, desk)),
    ...bundle.deals.map((one) => dealStep(one, signed.get(one.row) ?? desk.today)),
    ...bundle.ofDeals.map((one) => cashStep(desk, one, signing(one.owner))),
  ].sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.rank - b.rank));
}

/** The first day on which deals may be entered. */
function beginningOf(
  desk: ImportDesk,
  plans: ReadonlyMap<ImportRow, LeadPlan>,
  owner: Owner<LeadId>,
): PlainDate {
  if ('row' in owner) {
    const plan = plans.get(owner.row);
    return plan?.window?.from ?? plan?.registeredOn ?? desk.today;
  }
  const registration = desk.records.get('leads', owner.id)?.registration;
  return registration && isApproved(registration) ? registration.approval.approvedOn : desk.today;
}

function signedThere(desk: ImportDesk, id: DealId): PlainDate {
  const deal = desk.records.get('deals', id)?.deal;
  return deal?.status === 'Signed' ? deal.signedOn : desk.today;
}

/** The later of a day and what a row says, if it says one. */
function latest(day: PlainDate, said: string): PlainDate {
  return said > day ? mintPlainDate(said) : day;
}

function leadSteps(plan: LeadPlan): readonly ReplayStep[] {
  const { row, end, registeredOn, registeredAt, window, releasedOn, decidedOn, rate } = plan;
  const common = { row, owner: null, makes: null } as const;
  const id = (played: BundleWorld) => ({ lead: played.leadOf.get(row) ?? '' });
  const register: ReplayStep = {
    ...common,
    makes: 'lead',
    day: registeredOn,
    rank: 0,
    time: registeredAt,
    describe: (played) => ({
      command: 'registerLead',
      input: { ...registrationOf(row, registeredAt), previousLead: previousOf(row, played) },
    }),
  };
  const steps = [register];
  if (window) {
    const input = { salesOwner: row.get('salesOwner'), override: row.get('override') };
    const how = { actor: plan.approvedBy, ...(rate === null ? {} : { rate }) };
    steps.push({
      ...common,
      day: window.from,
      rank: 2,
      describe: (played) => ({ command: 'approveLead', input: { ...id(played), ...input }, ...how }),
    });
  }
  if (window && releasedOn) {
    const reason = row.get('reason');
    steps.push({
      ...common,
      day: releasedOn,
      rank: 9,
      describe: (played) => ({ command: 'releaseLead', input: { ...id(played), reason } }),
    });
  }
  if (decidedOn && end !== 'approved' && end !== 'Submitted') {
    steps.push({
      ...common,
      day: decidedOn,
      rank: 8,
      describe: (played) => ({
        ...decisionOf(row, end),
        input: { ...decisionOf(row, end).input, ...id(played) },
      }),
    });
  }
  return steps;
}

function decisionOf(row: ImportRow, end: 'Returned' | 'Rejected' | 'Withdrawn'): StepInput {
  const reason = row.get('reason');
  const note = row.get('noteToPartner');
  if (end === 'Withdrawn') return { command: 'withdrawLead', input: { reason } };
  if (end === 'Rejected') return { command: 'rejectLead', input: { reason, note } };
  return { command: 'returnLead', input: { reason, note, fields: row.get('fields') } };
}

/** The lead that this one renews, where the file names it. */
function previousOf(row: ImportRow, { leadOf, world }: BundleWorld): string {
  const named = row.get('previousLead').trim().toLowerCase();
  if (named === '') return '';
  for (const [other, id] of leadOf) if (other.get('reference').trim().toLowerCase() === named) return id;
  return world.list('leads').find(({ id }) => id.toLowerCase() === named)?.id ?? '';
}

function introductionSteps(
  { row, owner }: Owned<LeadId>,
  plans: ReadonlyMap<ImportRow, LeadPlan>,
  desk: ImportDesk,
): readonly ReplayStep[] {
  const { title = '', name = '', email = '', relation = '', decisionMaker = '' } = row.values;
  const { introducedOn = '', introducedTo = '', confirmedOn = '' } = row.values;
  const registered = registeredOnOf(desk, plans, owner);
  const day = latest(registered, introducedOn);
  const facts = { name, title, email, relation, decisionMaker, introducedOn, introducedTo };
  const record: ReplayStep = {
    row,
    owner,
    day,
    rank: 3,
    makes: 'other',
    describe: (played) => {
      const lead = leadIdOf(owner, played);
      return { command: 'recordIntroduction', input: { lead, ...facts } };
    },
  };
  if (confirmedOn === '') return [record];
  const confirm: ReplayStep = {
    row,
    owner,
    day: latest(day, confirmedOn),
    rank: 4,
    makes: null,
    describe: () => ({
      command: 'confirmIntroduction',
      input: { introduction: row.id },
      actor: actorIn(row, 'confirmedBy', desk),
    }),
  };
  return [record, confirm];
}

function registeredOnOf(
  desk: ImportDesk,
  plans: ReadonlyMap<ImportRow, LeadPlan>,
  owner: Owner<LeadId>,
): PlainDate {
  if ('row' in owner) return plans.get(owner.row)?.registeredOn ?? desk.today;
  const at = desk.records.get('leads', owner.id)?.registration.registeredAt;
  return at === undefined ? desk.today : toPlainDate(at, desk.timeZone);
}

function actorIn(row: ImportRow, field: string, { importer }: ImportDesk): Email {
  return parseEmail(row.get(field)) ?? importer;
}

function leadIdOf(owner: Owner<LeadId>, { leadOf }: BundleWorld): LeadId | '' {
  return 'id' in owner ? owner.id : (leadOf.get(owner.row) ?? '');
}

function dealStep({ row, owner }: Owned<LeadId>, day: PlainDate): ReplayStep {
  const { kind = '', status = '', signedOn = '', currency = '', name = '' } = row.values;
  const { gross = '', deductions = '' } = row.values;
  return {
    row,
    owner,
    day,
    rank: 5,
    makes: 'deal',
    describe: (played) => ({
      command: 'enterDeal',
      input: { lead: leadIdOf(owner, played), kind, status, signedOn, currency, gross, deductions, name },
    }),
  };
}

function cashStep(desk: ImportDesk, { row, owner }: Owned<DealId>, signedOn: PlainDate): ReplayStep {
  const dealId = ({ dealOf }: BundleWorld): string =>
    'id' in owner ? owner.id : (dealOf.get(owner.row) ?? '');
  const common = { row, owner, makes: 'other' } as const;
  const {
    amount = '',
    reference = '',
    reason = '',
    receivedOn = '',
    creditedOn = '',
    paidOn = '',
  } = row.values;
  switch (row.place.kind) {
    case 'credits':
      return {
        ...common,
        day: latest(signedOn, creditedOn),
        rank: 7,
        describe: (played) => ({
          command: 'creditDeal',
          input: { deal: dealId(played), amount, creditedOn, reason },
        }),
      };
    case 'payments':
      return {
        ...common,
        day: latest(signedOn, paidOn),
        rank: 8,
        describe: (played) => payStep(desk, played, row, dealId(played)),
      };
    default:
      return {
        ...common,
        day: latest(signedOn, receivedOn),
        rank: 6,
        describe: (played) => ({
          command: 'recordReceipt',
          input: { deal: dealId(played), receivedOn, amount, reference },
          check: ({ draft }) => checkCurrency(row, draft.get('deals', dealId(played))?.deal),
        }),
      };
  }
}

/** A bank's list may name the currency: it has to be the deal's. */
function checkCurrency(row: ImportRow, deal: Deal | undefined): readonly Issue[] {
  const said = row.get('currency').toUpperCase();
  const currency = deal?.revenue?.gross.currency;
  if (said === '' || currency === undefined || said === currency) return [];
  const message = `The deal is in ${currency}, not in ${said}: cash is recorded by its amount in ${currency}.`;
  return [{ code: 'invalid', field: 'currency', message }];
}
