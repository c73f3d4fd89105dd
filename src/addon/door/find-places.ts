import { RegistryError } from './registry-error.ts';

/** A tab of the registry's own, with its headers in the order of their declaration. */
interface BookTab {
  readonly name: string;
  readonly headers: readonly string[];
}

/** Where the columns of a book stand, by header, in the order of their declaration; a missing one is named. */
export function findPlaces({ name, headers }: BookTab, row: readonly unknown[]): readonly number[] {
  const texts = row.map((cell) => String(cell).trim());
  const missing = headers.filter((header) => !texts.includes(header));
  if (missing.length === 0) return headers.map((header) => texts.indexOf(header));
  const named = missing.map((header) => `"${header}"`).join(', ');
  throw new RegistryError(
    `The tab "${name}" lacks the header ${named} in row 1. Choose Lead Registry > Administration > Set up this registry.`,
  );
}
