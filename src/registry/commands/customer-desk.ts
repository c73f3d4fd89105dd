import type { PlainDate } from '../../core/calendar/dates.ts';
import type { ConflictRegistration } from '../../core/conflict/conflict-world.ts';
import { type PreparedConflicts, prepareConflicts } from '../../core/conflict/prepare-conflicts.ts';
import type { AccountId, LeadId } from '../../core/model/ids.ts';
import type { Registration } from '../../core/model/registration.ts';
import type { LeadRecord } from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';

/**
 * The conflict check over a draft's records: prepared when it is first asked for, and told of every customer that
 * changes afterwards.
 */
export class CustomerDesk {
  readonly #records: RecordsView;
  readonly #today: PlainDate;
  #prepared: PreparedConflicts | null = null;

  constructor(records: RecordsView, today: PlainDate) {
    this.#records = records;
    this.#today = today;
  }

  prepared(): PreparedConflicts {
    this.#prepared ??= prepareConflicts({
      registrations: this.#records.list('leads').map((lead) => this.#registration(lead)),
      accounts: this.#records.list('accounts').map(({ account }) => account),
      judgements: this.#records.list('judgements').map(({ judgement }) => judgement),
      today: this.#today,
    });
    return this.#prepared;
  }

  noteLead(id: LeadId): void {
    const lead = this.#records.get('leads', id);
    if (lead && this.#prepared) this.#prepared.upsertRegistration(this.#registration(lead));
  }

  noteAccount(id: AccountId): void {
    const account = this.#records.get('accounts', id)?.account;
    if (account && this.#prepared) this.#prepared.upsertAccount(account);
  }

  /** Adds a registration that is not recorded, to see what it would be; `forget` drops it. */
  probe(registration: Registration): void {
    this.prepared().upsertRegistration(this.#withOwnDomains(registration));
  }

  /** Begins again: after judgements, after a partner's addresses changed, and after a draft was dropped. */
  forget(): void {
    this.#prepared = null;
  }

  #registration({ registration }: LeadRecord): ConflictRegistration {
    return this.#withOwnDomains(registration);
  }

  #withOwnDomains(registration: Registration): ConflictRegistration {
    const contacts = this.#records.get('partners', registration.partner)?.partner.contacts ?? [];
    const ownDomains = [...new Set(contacts.map((email) => email.slice(email.lastIndexOf('@') + 1)))];
    return { registration, ownDomains };
  }
}
