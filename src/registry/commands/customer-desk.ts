import type { PlainDate } from '../../core/calendar/dates.ts';
import type { ConflictRegistration } from '../../core/conflict/conflict-world.ts';
import type { NameBook } from '../../core/conflict/name-book.ts';
import { partnerSign } from '../../core/conflict/name-signs.ts';
import { type PreparedConflicts, prepareConflicts } from '../../core/conflict/prepare-conflicts.ts';
import type { Account } from '../../core/model/account.ts';
import type { AccountId, LeadId } from '../../core/model/ids.ts';
import type { CustomerRecordId } from '../../core/model/judgement.ts';
import type { Registration } from '../../core/model/registration.ts';
import type { RecordsView } from '../state/records-view.ts';
import { withOwnDomains } from './own-domains.ts';

/**
 * The conflict check over a draft's records: prepared when it is first asked for, and told of every customer that
 * changes afterwards.
 */
export class CustomerDesk {
  readonly #records: RecordsView;
  readonly #today: PlainDate;
  readonly #nameBook: () => NameBook | null;
  #prepared: PreparedConflicts | null = null;

  /** `nameBook` is asked for once the check is needed; null where there is none, and all records are compared. */
  constructor(records: RecordsView, today: PlainDate, nameBook: () => NameBook | null = () => null) {
    this.#records = records;
    this.#today = today;
    this.#nameBook = nameBook;
  }

  prepared(): PreparedConflicts {
    this.#prepared ??= this.#prepare();
    return this.#prepared;
  }

  #prepare(): PreparedConflicts {
    const book = this.#nameBook();
    const judgements = this.#records.list('judgements').map(({ judgement }) => judgement);
    const today = this.#today;
    if (book === null) {
      const registrations = this.#records
        .list('leads')
        .map(({ registration }) => withOwnDomains(this.#records, registration));
      const accounts = this.#records.list('accounts').map(({ account }) => account);
      return prepareConflicts({ registrations, accounts, judgements, today });
    }
    return prepareConflicts({
      registrations: this.#leadsSince(book).flatMap((id) => {
        const lead = this.#records.get('leads', id);
        return lead === undefined ? [] : [withOwnDomains(this.#records, lead.registration)];
      }),
      accounts: this.#records.changedSince('accounts', book.facts.upTo).flatMap((id) => {
        return this.#records.get('accounts', id)?.account ?? [];
      }),
      judgements,
      today,
      library: {
        book,
        load: (id) => this.#load(id),
        registrations: () => this.#records.list('leads').map(({ registration }) => registration),
      },
    });
  }

  /** Leads of which the book does not know what counts: changed ones, and those of partners whose addresses may have. */
  #leadsSince(book: NameBook): readonly string[] {
    const { upTo } = book.facts;
    const partners = this.#records.changedSince('partners', upTo);
    const booked = partners.flatMap((partner) => book.find(partnerSign(partner)));
    return [...new Set<string>([...this.#records.changedSince('leads', upTo), ...booked])];
  }

  #load(id: CustomerRecordId): ConflictRegistration | { readonly account: Account } | undefined {
    const lead = this.#records.get('leads', id);
    return lead === undefined
      ? this.#records.get('accounts', id)
      : withOwnDomains(this.#records, lead.registration);
  }

  noteLead(id: LeadId): void {
    const lead = this.#records.get('leads', id);
    if (lead && this.#prepared)
      this.#prepared.upsertRegistration(withOwnDomains(this.#records, lead.registration));
  }

  noteAccount(id: AccountId): void {
    const account = this.#records.get('accounts', id)?.account;
    if (account && this.#prepared) this.#prepared.upsertAccount(account);
  }

  /** Adds a registration that is not recorded, to see what it would be; `forget` drops it. */
  probe(registration: Registration): void {
    this.prepared().upsertRegistration(withOwnDomains(this.#records, registration));
  }

  /** Begins again: after judgements, after a partner's addresses changed, and after a draft was dropped. */
  forget(): void {
    this.#prepared = null;
  }
}
