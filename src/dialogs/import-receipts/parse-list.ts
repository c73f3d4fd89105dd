import Papa from 'papaparse';

/** A row of the bank's list by its headers. */
export type ListRow = { readonly [header: string]: string };

/**
 * The rows of a list with headers, separated by commas, semicolons or tabs as files and copied cells are. What its cells
 * mean is the registry's to say.
 */
export function parseList(text: string): readonly ListRow[] {
  const { data } = Papa.parse<ListRow>(text.trim().replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim(),
  });
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => typeof cell === 'string')),
  );
}
