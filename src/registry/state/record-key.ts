import { ID_SHAPES, type Kind, type NumberedKind } from '../records.ts';

/** Names a record in the journal and in `_state`: its kind and its ID, such as `leads/L-0001`. */
export type RecordKey = `${Kind}/${string}`;

export function recordKey(kind: Kind, id: string): RecordKey {
  return `${kind}/${id}`;
}

/** The parts of a record key; the ID may contain slashes. */
export function splitRecordKey(key: RecordKey): { readonly kind: Kind; readonly id: string } {
  const slash = key.indexOf('/');
  return { kind: key.slice(0, slash) as Kind, id: key.slice(slash + 1) };
}

/** The number in an ID such as `L-0012`; 0 where there is none. */
export function idNumber(id: string): number {
  const digits = /-(\d+)$/.exec(id)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

/** The ID of this number: `formatId('leads', 12)` is `L-0012`. */
export function formatId(kind: NumberedKind, number: number): string {
  const { prefix, digits } = ID_SHAPES[kind];
  return `${prefix}-${String(number).padStart(digits, '0')}`;
}
