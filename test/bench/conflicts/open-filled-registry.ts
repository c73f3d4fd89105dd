import {
  displayName,
  isCompany,
  type Organisation,
  otherNames,
} from '../../../scripts/matching/organisations.ts';
import type { World } from '../../../scripts/replay/world.ts';
import type { AccountId, LeadId } from '../../../src/core/model/ids.ts';
import type { AccountRecord, LeadRecord } from '../../../src/registry/records.ts';
import { formatId } from '../../../src/registry/state/record-key.ts';
import { fillRecords, readState } from '../../support/fill-records.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';

/** Who runs everything. */
export const HEAD = 'head@one.example';
const MANAGER = 'ana@one.example';

interface Customer {
  readonly name: string;
  readonly website: string;
  readonly country: string;
}

/** Customers under the names of real organisations; where there are too few, under those with a word of their own added. */
function* customersOf(organisations: readonly Organisation[]): Iterable<Customer> {
  const companiesFirst = [...organisations].sort((a, b) => Number(isCompany(b)) - Number(isCompany(a)));
  const names = companiesFirst.flatMap((organisation) => {
    const { website = '', country } = organisation;
    const display = displayName(organisation);
    const others = otherNames(organisation).filter((name) => name !== display);
    return [{ name: display, website, country }, ...others.map((name) => ({ name, website: '', country }))];
  });
  for (let round = 0; ; round += 1) {
    for (const one of names) {
      yield round === 0 ? one : { ...one, name: `${one.name} ${round.toString(36)}q`, website: '' };
    }
  }
}

function step(minute: number, as: string, command: string, input: object): object {
  return { at: `2026-01-05T09:${String(minute).padStart(2, '0')}`, as, do: command, with: input };
}

/**
 * A registry of so many records, half of them registrations that nobody decided on any more, half accounts, and 100 open
 * requests among them. The clock has struck: what is kept to find customers by is made.
 */
export function openFilledRegistry(
  root: string,
  records: number,
  organisations: readonly Organisation[],
): World {
  const request = {
    partner: 'P-001',
    customer: 'Seed Works',
    website: 'seed-works.example',
    country: 'Germany',
  };
  const world = openFilledWorld(root, [
    step(0, HEAD, 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: MANAGER }),
    step(1, MANAGER, 'registerLead', request),
    step(2, MANAGER, 'registerLead', { ...request, customer: 'Other Works', website: '' }),
    step(3, MANAGER, 'rejectLead', { lead: 'L-0002', reason: 'insufficient-information' }),
    {
      at: '2026-01-05T09:04',
      as: HEAD,
      import: { tab: 'Accounts', rows: [{ Name: 'Third Works', Country: 'Germany', Standing: 'Customer' }] },
    },
  ]);
  const state = readState(world);
  const [open, rejected] = state.list('leads');
  const [account] = state.list('accounts');
  if (!open || !rejected || !account) throw new Error('The registry lacks its first records.');
  const customers = customersOf(organisations)[Symbol.iterator]();
  const next = (): Customer => customers.next().value ?? { name: '', website: '', country: '' };
  const leads = Array.from({ length: records / 2 - 2 }, (_, i): LeadRecord => {
    const id = formatId('leads', i + 3) as LeadId;
    const { name: customer, website, country } = next();
    const { registration, ...rest } = structuredClone(i < 100 ? open : rejected);
    return { ...rest, id, registration: { ...registration, id, customer, website, country } };
  });
  const accounts = Array.from({ length: records / 2 - 1 }, (_, i): AccountRecord => {
    const id = formatId('accounts', i + 2) as AccountId;
    return { id, account: { ...account.account, id, ...next() } };
  });
  fillRecords(world, 'leads', leads);
  fillRecords(world, 'accounts', accounts);
  strikeClock(world);
  return world;
}

/** Lets the clock do what it has to do, as often as it goes on. */
export function strikeClock({ workspace, scriptId }: World): void {
  const { status, error } = workspace.run(scriptId, {
    as: HEAD,
    function: 'whenClockStrikes',
    args: [],
    context: 'editor',
  });
  if (status !== 'done') throw new Error(`The clock ${status}: ${error?.message}`);
}
