import type { PlainDate } from '../calendar/dates.ts';
import type { Account } from '../model/account.ts';
import type { CustomerRecordId, Judgement } from '../model/judgement.ts';
import type { Registration } from '../model/registration.ts';
import {
  assembleAccountRecord,
  assembleRegistrationRecord,
  type ConflictRegistration,
  type ConflictWorld,
  type CustomerRecord,
} from './conflict-world.ts';
import { assembleCustomerKeys, type CustomerKeys } from './customer-keys.ts';
import { createLikenessIndex, type LikenessIndex } from './likeness-index.ts';
import { assembleNameKey } from './normalise-name.ts';

/** Whose record it is: what the verdict depends on besides the customer. */
export type RecordSource =
  | { readonly kind: 'registration'; readonly registration: Registration }
  | { readonly kind: 'account'; readonly account: Account };

/** A record with its keys, as the index holds it. */
export interface ConflictNode {
  readonly id: CustomerRecordId;
  readonly record: CustomerRecord;
  readonly source: RecordSource;
  readonly keys: CustomerKeys;
  /** Equal names have equal keys; '' equals none. */
  readonly nameKey: string;
}

export interface PrepareOptions {
  /**
   * Keys stored at an earlier time, so that they need not be computed again. Answer undefined for a record whose
   * facts have changed since.
   */
  readonly storedKeys?: (record: CustomerRecord) => CustomerKeys | undefined;
}

/** One record or judgement that is new or has changed. */
export type ConflictChange =
  | { readonly kind: 'registration'; readonly entry: ConflictRegistration }
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'judgement'; readonly judgement: Judgement };

const MANY_NAMES = 5;

function judgementKey(a: CustomerRecordId, b: CustomerRecordId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function addTo<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}

function removeFrom<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const values = index.get(key)?.filter((other) => other !== value) ?? [];
  if (values.length === 0) index.delete(key);
  else index.set(key, values);
}

/**
 * A world made ready to be asked many times. It changes in place: the `upsert…` methods take in a change, `suppose`
 * asks what a change would mean. Indexes are built when first needed and kept up to date from then on.
 */
export class PreparedConflicts {
  readonly today: PlainDate;
  readonly #options: PrepareOptions;
  readonly #sources = new Map<CustomerRecordId, { record: CustomerRecord; source: RecordSource }>();
  readonly #judgements = new Map<string, Judgement>();
  readonly #judged = new Map<CustomerRecordId, CustomerRecordId[]>();
  readonly #nodes = new Map<CustomerRecordId, ConflictNode>();
  readonly #byDomain = new Map<string, CustomerRecordId[]>();
  readonly #byName = new Map<string, CustomerRecordId[]>();
  /** Answers of `isCrowded`, forgotten whenever a record changes. */
  readonly #crowded = new Map<string, boolean>();
  #isIndexed = false;
  #likeness: LikenessIndex<CustomerRecordId> | null = null;

  constructor(world: ConflictWorld, options: PrepareOptions) {
    this.today = world.today;
    this.#options = options;
    for (const entry of world.registrations) this.upsertRegistration(entry);
    for (const account of world.accounts) this.upsertAccount(account);
    for (const judgement of world.judgements) this.upsertJudgement(judgement);
  }

  /** Takes in a new or changed registration, by its ID. */
  upsertRegistration(entry: ConflictRegistration): void {
    const { registration } = entry;
    this.#put(assembleRegistrationRecord(entry), { kind: 'registration', registration });
  }

  /** Takes in a new or changed account, by its ID. */
  upsertAccount(account: Account): void {
    this.#put(assembleAccountRecord(account), { kind: 'account', account });
  }

  /** Takes in a new answer for a pair of records; an earlier one for the pair is forgotten. */
  upsertJudgement(judgement: Judgement): void {
    const { left, right } = judgement;
    const key = judgementKey(left, right);
    if (!this.#judgements.has(key)) {
      addTo(this.#judged, left, right);
      addTo(this.#judged, right, left);
    }
    this.#judgements.set(key, judgement);
  }

  /**
   * What `ask` answers in the world with the changes made; afterwards the world is as before. So a caller sees
   * what a judgement or a new name would do before it is accepted.
   */
  suppose<T>(changes: readonly ConflictChange[], ask: () => T): T {
    const undo = changes.map((change) => this.#undoOf(change));
    try {
      for (const change of changes) this.#upsert(change);
      return ask();
    } finally {
      for (const restore of undo.reverse()) restore();
    }
  }

  /** The record with its keys; undefined where no record has the ID. */
  find(id: CustomerRecordId): ConflictNode | undefined {
    this.#buildIndex();
    return this.#nodes.get(id);
  }

  /** All registrations, in no particular order. */
  *registrations(): Iterable<Registration> {
    for (const { source } of this.#sources.values()) {
      if (source.kind === 'registration') yield source.registration;
    }
  }

  /** IDs of the records with a domain that counts, also where too many share it. */
  withDomain(domain: string): readonly CustomerRecordId[] {
    this.#buildIndex();
    return this.#byDomain.get(domain) ?? [];
  }

  /** IDs of the records of the same name, whatever their country and domains. */
  withName(nameKey: string): readonly CustomerRecordId[] {
    this.#buildIndex();
    return nameKey === '' ? [] : (this.#byName.get(nameKey) ?? []);
  }

  /** Whether more than five differently named records share a domain. Programme rules, section 3. */
  isCrowded(domain: string): boolean {
    const known = this.#crowded.get(domain);
    if (known !== undefined) return known;
    const names = new Set(this.withDomain(domain).map((id) => this.#nodes.get(id)?.nameKey));
    this.#crowded.set(domain, names.size > MANY_NAMES);
    return names.size > MANY_NAMES;
  }

  /** The answer that was given for a pair of records, whether or not its facts still hold. */
  judgementOf(a: CustomerRecordId, b: CustomerRecordId): Judgement | undefined {
    return this.#judgements.get(judgementKey(a, b));
  }

  /** IDs of the records for which an answer was given together with this one. */
  judgedWith(id: CustomerRecordId): readonly CustomerRecordId[] {
    return this.#judged.get(id) ?? [];
  }

  /** The index of likeness over all records. */
  likeness(): LikenessIndex<CustomerRecordId> {
    this.#buildIndex();
    if (this.#likeness === null) {
      this.#likeness = createLikenessIndex();
      for (const { id, keys } of this.#nodes.values()) this.#likeness.put(id, keys);
    }
    return this.#likeness;
  }

  #upsert(change: ConflictChange): void {
    if (change.kind === 'registration') this.upsertRegistration(change.entry);
    else if (change.kind === 'account') this.upsertAccount(change.account);
    else this.upsertJudgement(change.judgement);
  }

  #put(record: CustomerRecord, source: RecordSource): void {
    this.#sources.set(record.id, { record, source });
    if (this.#isIndexed) {
      this.#removeNode(record.id);
      this.#addNode(record, source);
    }
  }

  #remove(id: CustomerRecordId): void {
    this.#sources.delete(id);
    this.#removeNode(id);
  }

  #undoOf(change: ConflictChange): () => void {
    if (change.kind === 'judgement') {
      const { left, right } = change.judgement;
      const before = this.judgementOf(left, right);
      if (before !== undefined) return () => this.upsertJudgement(before);
      return () => {
        this.#judgements.delete(judgementKey(left, right));
        removeFrom(this.#judged, left, right);
        removeFrom(this.#judged, right, left);
      };
    }
    const id = change.kind === 'account' ? change.account.id : change.entry.registration.id;
    const before = this.#sources.get(id);
    return before === undefined ? () => this.#remove(id) : () => this.#put(before.record, before.source);
  }

  #buildIndex(): void {
    if (this.#isIndexed) return;
    this.#isIndexed = true;
    for (const { record, source } of this.#sources.values()) this.#addNode(record, source);
  }

  #addNode(record: CustomerRecord, source: RecordSource): void {
    const keys = this.#options.storedKeys?.(record) ?? assembleCustomerKeys(record);
    const node = { id: record.id, record, source, keys, nameKey: assembleNameKey(keys.core) };
    this.#nodes.set(node.id, node);
    this.#crowded.clear();
    for (const domain of keys.domains) addTo(this.#byDomain, domain, node.id);
    if (node.nameKey !== '') addTo(this.#byName, node.nameKey, node.id);
    this.#likeness?.put(node.id, keys);
  }

  #removeNode(id: CustomerRecordId): void {
    const node = this.#nodes.get(id);
    if (node === undefined) return;
    this.#nodes.delete(id);
    this.#crowded.clear();
    for (const domain of node.keys.domains) removeFrom(this.#byDomain, domain, id);
    removeFrom(this.#byName, node.nameKey, id);
    this.#likeness?.remove(id);
  }
}

/**
 * Makes a world ready for `checkConflicts`, `findDoubleHolders` and `isCertainPair`. Costs almost nothing itself:
 * keys and indexes are computed when the first question is asked.
 */
export function prepareConflicts(world: ConflictWorld, options: PrepareOptions = {}): PreparedConflicts {
  return new PreparedConflicts(world, options);
}
