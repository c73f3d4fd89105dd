import type { PlainDate } from '../calendar/dates.ts';
import type { Account } from '../model/account.ts';
import type { CustomerRecordId, Judgement } from '../model/judgement.ts';
import type { Registration } from '../model/registration.ts';
import {
  assembleAccountRecord,
  assembleRegistrationRecord,
  type ConflictLibrary,
  type ConflictRegistration,
  type ConflictWorld,
  type CustomerRecord,
} from './conflict-world.ts';
import { assembleCustomerKeys, type CustomerKeys } from './customer-keys.ts';
import { createLikenessIndex, type LikenessIndex, type MoreRecords } from './likeness-index.ts';
import { domainSign, nameSign } from './name-signs.ts';
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

/** The record of a library's entry, and whose it is. */
function describeEntry(
  entry: ConflictRegistration | { readonly account: Account },
): readonly [CustomerRecord, RecordSource] {
  if ('account' in entry)
    return [assembleAccountRecord(entry.account), { kind: 'account', account: entry.account }];
  const { registration } = entry;
  return [assembleRegistrationRecord(entry), { kind: 'registration', registration }];
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
  readonly #library: ConflictLibrary | null;
  readonly #nodes = new Map<CustomerRecordId, ConflictNode>();
  /** Records of the library that were looked at; null for those that are gone. */
  readonly #loaded = new Map<CustomerRecordId, ConflictNode | null>();
  readonly #byDomain = new Map<string, CustomerRecordId[]>();
  readonly #byName = new Map<string, CustomerRecordId[]>();
  /** Answers of `isCrowded`, forgotten whenever a record changes. */
  readonly #crowded = new Map<string, boolean>();
  #isIndexed = false;
  #likeness: LikenessIndex<CustomerRecordId> | null = null;

  constructor(world: ConflictWorld, options: PrepareOptions) {
    this.today = world.today;
    this.#library = world.library ?? null;
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
    return this.#nodes.get(id) ?? this.#load(id);
  }

  /** All registrations, in no particular order. */
  *registrations(): Iterable<Registration> {
    for (const { source } of this.#sources.values()) {
      if (source.kind === 'registration') yield source.registration;
    }
    for (const registration of this.#library?.registrations() ?? []) {
      if (!this.#sources.has(registration.id)) yield registration;
    }
  }

  /** IDs of the records with a domain that counts, also where too many share it. */
  withDomain(domain: string): readonly CustomerRecordId[] {
    this.#buildIndex();
    const booked = this.#booked(domainSign(domain), ({ keys }) => keys.domains.includes(domain));
    return [...(this.#byDomain.get(domain) ?? []), ...booked];
  }

  /** IDs of the records of the same name, whatever their country and domains. */
  withName(nameKey: string): readonly CustomerRecordId[] {
    this.#buildIndex();
    if (nameKey === '') return [];
    const booked = this.#booked(nameSign(nameKey), (node) => node.nameKey === nameKey);
    return [...(this.#byName.get(nameKey) ?? []), ...booked];
  }

  /** Whether more than five differently named records share a domain. Programme rules, section 3. */
  isCrowded(domain: string): boolean {
    const known = this.#crowded.get(domain);
    if (known !== undefined) return known;
    const names = new Set(this.withDomain(domain).map((id) => this.find(id)?.nameKey));
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
      this.#likeness = createLikenessIndex(this.#moreRecords());
      for (const { id, keys } of this.#nodes.values()) this.#likeness.put(id, keys);
    }
    return this.#likeness;
  }

  #moreRecords(): MoreRecords<CustomerRecordId> | null {
    if (this.#library === null) return null;
    const { book } = this.#library;
    return {
      names: book.facts.names,
      countOf: (word) => book.countOf(word),
      findCandidates: (own) => book.findCandidates(own),
      keysOf: (id) => this.#load(id)?.keys,
    };
  }

  /** Records of the library that have a sign and are what it stands for. */
  #booked(sign: string, isMeant: (node: ConflictNode) => boolean): readonly CustomerRecordId[] {
    return (this.#library?.book.find(sign) ?? []).filter((id) => {
      const node = this.#sources.has(id) ? undefined : this.#load(id);
      return node !== undefined && isMeant(node);
    });
  }

  /** A record of the library, unless a newer one of that ID was taken in. */
  #load(id: CustomerRecordId): ConflictNode | undefined {
    if (this.#library === null || this.#sources.has(id)) return undefined;
    let known = this.#loaded.get(id);
    if (known === undefined) {
      const entry = this.#library.load(id);
      known = entry === undefined ? null : this.#assembleNode(...describeEntry(entry));
      this.#loaded.set(id, known);
    }
    return known ?? undefined;
  }

  #assembleNode(record: CustomerRecord, source: RecordSource): ConflictNode {
    const keys = this.#options.storedKeys?.(record) ?? assembleCustomerKeys(record);
    return { id: record.id, record, source, keys, nameKey: assembleNameKey(keys.core) };
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
    const node = this.#assembleNode(record, source);
    const { keys } = node;
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
