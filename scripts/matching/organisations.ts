import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An organisation of the Research Organization Registry (CC0), as the data beside the project holds it. */
export interface Organisation {
  readonly id: string;
  readonly names: readonly (readonly [name: string, kind: string, language: string])[];
  readonly website?: string;
  readonly country: string;
  readonly types: readonly string[];
  readonly related?: readonly (readonly [kind: string, id: string])[];
}

/** The organisations in the folder of the data. */
export function readOrganisations(folder: string): readonly Organisation[] {
  const text = readFileSync(join(folder, 'organisations/dev.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): Organisation => JSON.parse(line));
}

export function isCompany({ types }: Organisation): boolean {
  return types.includes('company');
}

/** The name under which an organisation is on file. */
export function displayName({ id, names }: Organisation): string {
  const display = names.find(([, kind]) => kind === 'display');
  if (display === undefined) throw new Error(`${id} has no display name.`);
  return display[0];
}

/** Its other names, each once; bare acronyms are none. */
export function otherNames({ names }: Organisation): readonly string[] {
  return [...new Set(names.flatMap(([name, kind]) => (kind === 'label' || kind === 'alias' ? [name] : [])))];
}

/** Weights are tuned on one half and reported on the other; which half is a well-mixed hash of the ID. */
export function halfOf({ id }: Organisation): 'tune' | 'report' {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'report';
}

/** The registry's own addition to many display names: the country in parentheses. */
export function withoutCountry(name: string): string {
  return name.replace(/\s*\([^()]*\)$/, '') || name;
}
