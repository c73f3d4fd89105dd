import { assembleAccountRecord, assembleRegistrationRecord } from '../../core/conflict/conflict-world.ts';
import { assembleCustomerKeys } from '../../core/conflict/customer-keys.ts';
import {
  assembleNameBook,
  type BookedRecord,
  type NameBook,
  type NameBookRow,
} from '../../core/conflict/name-book.ts';
import type { RecordsView } from '../state/records-view.ts';
import { withOwnDomains } from './own-domains.ts';

/** With fewer records than this a book saves less than it costs to read. */
const MANY_RECORDS = 1000;

/** So many records that a book does not know are compared one by one in no time. */
const FEW_CHANGED = 300;

/** With many records, so large a share of them is no reason either to make it anew. */
const FEW_CHANGED_SHARE = 0.02;

/** Whether there are so many customers that a book of their names is worth having. */
export function needsNameBook(records: RecordsView): boolean {
  return countCustomers(records) >= MANY_RECORDS;
}

/** Whether the book is missing, or so much has changed since it was made that a new one is worth its making. */
export function isNameBookDue(records: RecordsView, book: NameBook | null): boolean {
  if (book === null) return true;
  const changed = (['leads', 'accounts'] as const).reduce(
    (sum, kind) => sum + records.changedSince(kind, book.facts.upTo).length,
    0,
  );
  return changed > Math.max(FEW_CHANGED, FEW_CHANGED_SHARE * countCustomers(records));
}

/** The rows of a book of all records as they stand after the journal entry `upTo`. */
export function makeNameBook(records: RecordsView, upTo: number): readonly NameBookRow[] {
  return assembleNameBook(bookedRecords(records), upTo);
}

function* bookedRecords(records: RecordsView): Iterable<BookedRecord> {
  for (const { id, registration } of records.list('leads')) {
    const record = assembleRegistrationRecord(withOwnDomains(records, registration));
    yield { id, keys: assembleCustomerKeys(record), partner: registration.partner };
  }
  for (const { id, account } of records.list('accounts')) {
    yield { id, keys: assembleCustomerKeys(assembleAccountRecord(account)), partner: null };
  }
}

function countCustomers(records: RecordsView): number {
  return records.highestNumber('leads') + records.highestNumber('accounts');
}
