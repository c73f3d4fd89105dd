import * as v from 'valibot';
import { quoteText } from '../../core/text/quote-text.ts';
import { fieldOf, IMPORT_FIELDS, IMPORT_KINDS, type ImportKind, isImportKind } from './import-kinds.ts';
import { isDateFormat, type Locale } from './read-value.ts';

/** Where a field's values come from: a column by its header, or one value for every row. */
export type FieldSource = string | { readonly value: string };

/** One file, or one tab of a workbook, as rows of one kind. The same file may be of several kinds. */
export interface MappedSource {
  readonly kind: ImportKind;
  readonly file: string;
  /** The tab of a workbook; '' in CSV files, and for the only tab. */
  readonly sheet: string;
  readonly columns: { readonly [field: string]: FieldSource };
  /** Words of the file by field, and what they mean here. */
  readonly words: { readonly [field: string]: { readonly [word: string]: string } };
}

/** How the files of an existing registry are to be read: written by the first run, corrected by people. */
export interface Mapping extends Locale {
  readonly sources: readonly MappedSource[];
}

/** A mapping that can be used, or everything that is wrong with it. */
export type ParsedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly string[] };

const TEXTS = v.record(v.string(), v.string());

const MAPPING = v.strictObject({
  version: v.literal(1),
  dateFormat: v.string(),
  decimal: v.string(),
  thousands: v.optional(v.string(), ''),
  sources: v.pipe(
    v.array(
      v.strictObject({
        kind: v.string(),
        file: v.pipe(v.string(), v.minLength(1)),
        sheet: v.optional(v.string(), ''),
        columns: v.record(v.string(), v.union([v.string(), v.strictObject({ value: v.string() })])),
        words: v.optional(v.record(v.string(), TEXTS), {}),
      }),
    ),
    v.minLength(1),
  ),
});

type WrittenMapping = v.InferOutput<typeof MAPPING>;

/** Reads a mapping file's text; all problems at once, each with its place. */
export function parseMapping(text: string): ParsedMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`The mapping is no JSON: ${why}`] };
  }
  const parsed = v.safeParse(MAPPING, json);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'mapping'}: ${issue.message}.`);
    return { ok: false, problems };
  }
  const problems = [
    ...checkLocale(parsed.output),
    ...parsed.output.sources.flatMap((source, i) => checkSource(source, `sources.${i}`)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, mapping: toMapping(parsed.output) };
}

function checkLocale({ dateFormat, decimal, thousands }: WrittenMapping): readonly string[] {
  const problems: string[] = [];
  if (!isDateFormat(dateFormat)) {
    problems.push(
      `dateFormat: write how dates look in the files, with YYYY, MM and DD, such as DD.MM.YYYY or MM/DD/YYYY; ${quoteText(dateFormat)} does not say it.`,
    );
  }
  if (decimal !== '.' && decimal !== ',') {
    problems.push(
      `decimal: write what stands before the cents in the files, "." or ","; it is ${quoteText(decimal)}.`,
    );
  }
  if (
    !['', '.', ',', ' ', "'", '\u00a0', '\u202f', '’'].includes(thousands) ||
    (thousands !== '' && thousands === decimal)
  ) {
    problems.push(
      `thousands: write what stands between thousands (".", ",", " " or "'"), or "" where nothing does; it is ${quoteText(thousands)}.`,
    );
  }
  return problems;
}

function checkSource(source: WrittenMapping['sources'][number], place: string): readonly string[] {
  const { kind, file, columns, words } = source;
  if (!isImportKind(kind)) {
    return [`${place}.kind: one of ${IMPORT_KINDS.join(', ')}; ${quoteText(kind)} is none.`];
  }
  const problems: string[] = [];
  for (const key of [...Object.keys(columns), ...Object.keys(words)]) {
    if (fieldOf(kind, key) !== undefined) continue;
    const known = IMPORT_FIELDS[kind].map((field) => field.key).join(', ');
    problems.push(`${place} (${file}): ${kind} have no field ${quoteText(key)}. Known are: ${known}.`);
  }
  for (const { key, label, isRequired } of IMPORT_FIELDS[kind]) {
    const from = columns[key];
    if (isRequired && (from === undefined || from === '')) {
      problems.push(
        `${place}.columns.${key} (${file}): name the column with the ${label.toLowerCase()}, or give all rows one with { "value": "…" }.`,
      );
    }
  }
  return problems;
}

function toMapping({ dateFormat, decimal, thousands, sources }: WrittenMapping): Mapping {
  return {
    dateFormat,
    decimal: decimal === ',' ? ',' : '.',
    thousands,
    sources: sources.map((source) => ({
      ...source,
      kind: source.kind as ImportKind,
      columns: Object.fromEntries(Object.entries(source.columns).filter(([, from]) => from !== '')),
    })),
  };
}
