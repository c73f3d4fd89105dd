/** The object that a JSON text writes; null for any other text and for what is no text. */
export function parseObject(json: unknown): { readonly [field: string]: unknown } | null {
  if (typeof json !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null;
}
