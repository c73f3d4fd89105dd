/** A list's values with their places as keys, for lists that only grow or are shown as they are. */
export function numbered<T>(list: readonly T[]): readonly { readonly key: number; readonly value: T }[] {
  return list.map((value, key) => ({ key, value }));
}
