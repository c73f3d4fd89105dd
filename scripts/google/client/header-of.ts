/** A header of an answer; null where it has none of that name. */
export function headerOf(headers: unknown, name: string): string | null {
  // Not `instanceof Headers`: the library brings a fetch of its own.
  const { get } = (headers ?? {}) as { readonly get?: unknown };
  const text: unknown = typeof get === 'function' ? get.call(headers, name) : null;
  return typeof text === 'string' && text !== '' ? text : null;
}
