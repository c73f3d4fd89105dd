import type { Instant, PlainDate } from '../../core/calendar/dates.ts';
import { parseLocalTime } from '../../core/calendar/parse-local-time.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import type { Email } from '../../core/model/ids.ts';
import { foldName } from '../commands/find-records.ts';
import { gatherLeadFacts } from '../commands/lead-facts.ts';
import { readSettings } from '../commands/open-context.ts';
import type { PartnerRecord, TeamRecord } from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';
import { indexAccounts } from './bundle-world.ts';
import type { ImportRow } from './import-row.ts';
import { KnownReferences } from './known-references.ts';
import { PaidReferences } from './paid-references.ts';
import { Numbers, SmallWorld } from './small-world.ts';

/** What an import decides on: the registry as it stands, who imports, and what has been decided so far. */
export class ImportDesk {
  readonly records: RecordsView;
  readonly now: Instant;
  readonly today: PlainDate;
  readonly timeZone: string;
  /** Who imports: what the files don't say who did is put down to them. */
  readonly importer: Email;
  readonly numbers: Numbers;
  readonly references: KnownReferences;
  /** What is recorded under each lead of the registry. */
  readonly factsOf: ReturnType<typeof gatherLeadFacts>;
  /** The accounts that a lead of the registry has made. */
  readonly accountsOf: ReturnType<typeof indexAccounts>;
  readonly paidReferences: PaidReferences;
  /** Everybody of the team as still active: whoever owned a lead then may have left since. */
  readonly #team: readonly TeamRecord[];
  readonly #partners = new Map<string, PartnerRecord>();
  /** Rows of partners that are refused: what belongs to them says so. */
  readonly #refusedPartners = new Map<string, ImportRow>();

  constructor(records: RecordsView, { now, importer }: { readonly now: Instant; readonly importer: Email }) {
    this.records = records;
    this.now = now;
    this.importer = importer;
    this.timeZone = readSettings(records).timeZone;
    this.today = toPlainDate(now, this.timeZone);
    this.numbers = new Numbers(records);
    this.references = new KnownReferences(records);
    this.factsOf = gatherLeadFacts(records);
    this.accountsOf = indexAccounts(records.list('accounts'));
    this.paidReferences = new PaidReferences(records.list('commissions').map(({ line }) => line));
    this.#team = records
      .list('team')
      .map((record) => ({ ...record, member: { ...record.member, active: true, away: null } }));
    for (const record of records.list('partners')) this.addPartner(record);
  }

  /** The team as it counts for what happened in the past. */
  get team(): readonly TeamRecord[] {
    return this.#team;
  }

  addPartner(record: PartnerRecord): void {
    this.#partners.set(foldName(record.partner.name), record);
    this.#partners.set(foldName(record.id), record);
  }

  /** All partners of the registry and of this import. */
  get partners(): ReadonlySet<PartnerRecord> {
    return new Set(this.#partners.values());
  }

  refusePartner(row: ImportRow): void {
    this.#refusedPartners.set(foldName(row.get('partner')), row);
  }

  /** The partner of that name or ID, of the registry or of this import. */
  findPartner(named: string): PartnerRecord | undefined {
    return this.#partners.get(foldName(named));
  }

  findRefusedPartner(named: string): ImportRow | undefined {
    return this.#refusedPartners.get(foldName(named));
  }

  /** A world with team, settings and nothing else. */
  openWorld(): SmallWorld {
    const world = new SmallWorld(this.numbers);
    for (const member of this.#team) world.take('team', member);
    for (const setting of this.records.list('settings')) world.take('settings', setting);
    return world;
  }

  /** Noon of that day, by which what has a date and no time is decided; for today not later than now. */
  noonOf(day: PlainDate): Instant {
    const noon = parseLocalTime(`${day}T12:00`, this.timeZone) ?? this.now;
    return noon < this.now ? noon : this.now;
  }
}
