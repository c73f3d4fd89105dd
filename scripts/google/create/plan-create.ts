import type { FoundParts } from './find-parts.ts';

/** One thing that is to be made or set. */
export type CreateChange =
  | { readonly kind: 'make-spreadsheet'; readonly title: string }
  | { readonly kind: 'make-script'; readonly title: string }
  | { readonly kind: 'make-folder'; readonly title: string }
  | { readonly kind: 'verify-addresses'; readonly formId: string; readonly title: string }
  | { readonly kind: 'publish-form'; readonly formId: string; readonly title: string };

/** What is missing of a registry, in the order in which it is made; nothing where all is there. */
export function planCreate(found: FoundParts, title: string): readonly CreateChange[] {
  const name = found.spreadsheet?.title ?? title;
  const changes: CreateChange[] = [];
  if (found.spreadsheet === undefined) changes.push({ kind: 'make-spreadsheet', title });
  if (found.scriptId === undefined) changes.push({ kind: 'make-script', title: name });
  if (found.folder === undefined) changes.push({ kind: 'make-folder', title: `${name} snapshots` });
  for (const { id, title: form, isVerified, isPublished } of found.forms ?? []) {
    if (!isVerified) changes.push({ kind: 'verify-addresses', formId: id, title: form });
    if (!isPublished) changes.push({ kind: 'publish-form', formId: id, title: form });
  }
  return changes;
}

/** A change in a sentence. */
export function describeChange(change: CreateChange): string {
  switch (change.kind) {
    case 'make-spreadsheet':
      return `make    the spreadsheet "${change.title}"`;
    case 'make-script':
      return `make    the script that belongs to "${change.title}"`;
    case 'make-folder':
      return `make    the folder "${change.title}", shared with nobody`;
    case 'verify-addresses':
      return `set     the form "${change.title}": it takes the addresses of signed-in accounts, not typed ones`;
    case 'publish-form':
      return `set     the form "${change.title}": published, and takes answers`;
  }
}

/** What stays as it is, a sentence each. */
export function describeKept({ spreadsheet, scriptId, folder, forms }: FoundParts): readonly string[] {
  return [
    ...(spreadsheet === undefined
      ? []
      : [`keep    the spreadsheet "${spreadsheet.title}", ${spreadsheet.url}`]),
    ...(scriptId === undefined ? [] : [`keep    the script ${scriptId}`]),
    ...(folder === undefined ? [] : [`keep    the folder "${folder.name}"`]),
    ...(forms ?? [])
      .filter(({ isVerified, isPublished }) => isVerified && isPublished)
      .map(({ title }) => `keep    the form "${title}": verified addresses, published`),
  ];
}

/** What people have to do next, a sentence each. */
export function listNextSteps(hasForms: boolean, url: string): readonly string[] {
  if (hasForms) return ['Next: npm run google -- status says whether anything is left to do.'];
  return [
    'Next: 1. npm run google -- push --yes brings the add-on into the script.',
    `      2. Open ${url}, reload it, and choose Lead Registry > Administration > Set up this registry. It makes tabs, forms and triggers, and they belong to whoever chooses it.`,
    '      3. Run this again: it has the forms take verified addresses, which only Google’s API or page can set.',
  ];
}
