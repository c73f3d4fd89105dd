import { parseSettings } from '../../core/settings/parse-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { migrateRecord } from '../migrations/migrate-records.ts';
import type { RecordFields } from '../migrations/migrations.ts';
import type { Kind, RecordTypes } from '../records.ts';
import { recordKey } from '../state/record-key.ts';
import type { CheckedJournal } from './audit-chain.ts';
import { LeadIndex } from './lead-index.ts';

/** Records by kind and ID. */
export interface Records {
  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined;
  idsOf(kind: Kind): Iterable<string>;
  /** Whether the journal's word on a record cannot be relied on, because entries are missing or were changed. */
  doubts(kind: Kind, id: string): boolean;
}

/** The records as the entries so far have made them. */
export class PlayedRecords implements Records {
  readonly #kinds = new Map<Kind, Map<string, RecordTypes[Kind]>>();
  readonly #doubtful: CheckedJournal['doubtful'];
  readonly #torn = new Set<string>();
  readonly leads = new LeadIndex();

  constructor(doubtful: CheckedJournal['doubtful']) {
    this.#doubtful = doubtful;
  }

  doubts(kind: Kind, id: string): boolean {
    const key = recordKey(kind, id);
    return this.#doubtful === 'all' || this.#doubtful.has(key) || this.#torn.has(key);
  }

  /** Notes that an entry does not follow from those before: something about the record was lost in between. */
  tear(kind: Kind, id: string): void {
    this.#torn.add(recordKey(kind, id));
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    return this.#kinds.get(kind)?.get(id) as RecordTypes[K] | undefined;
  }

  idsOf(kind: Kind): Iterable<string> {
    return this.#kinds.get(kind)?.keys() ?? [];
  }

  /** What a later version adds to records is told by the version alone. */
  migrate(from: number, to: number): void {
    if (from === to) return;
    for (const [kind, records] of this.#kinds) {
      for (const [id, record] of records) {
        const fields = record as unknown as RecordFields;
        const later = migrateRecord(kind, fields, from, to);
        if (later !== fields) records.set(id, later as unknown as RecordTypes[Kind]);
      }
    }
  }

  put(kind: Kind, id: string, record: RecordTypes[Kind]): void {
    const known = this.#kinds.get(kind);
    if (known) known.set(id, record);
    else this.#kinds.set(kind, new Map([[id, record]]));
    this.leads.put(kind, id, record);
  }
}

/** The settings in force at some time; what cannot be read is passed over, since the records are judged elsewhere. */
export class SettingsThen {
  readonly #records: PlayedRecords;
  #known: Settings | null = null;

  constructor(records: PlayedRecords) {
    this.#records = records;
  }

  get(): Settings | null {
    if (this.#known === null) {
      const rows = [...this.#records.idsOf('settings')].flatMap((id) => {
        const record = this.#records.get('settings', id);
        return record === undefined ? [] : [{ name: id, value: record.value }];
      });
      const parsed = parseSettings(rows);
      this.#known = parsed.ok ? parsed.value : null;
    }
    return this.#known;
  }

  forget(): void {
    this.#known = null;
  }
}
