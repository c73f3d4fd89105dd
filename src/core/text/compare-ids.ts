/**
 * Negative, 0 or positive as the record `a` was created before, is, or was created after `b`. Compares the
 * numbers in the IDs, not their texts: `L-10000` comes after `L-9999`. Both must be IDs of one kind.
 */
export function compareIds<Id extends `${string}-${string}`>(a: Id, b: Id): number {
  return numberOf(a) - numberOf(b);
}

function numberOf(id: string): number {
  return Number(id.slice(id.indexOf('-') + 1));
}
