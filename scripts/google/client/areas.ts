/** Parts of a person's Google account that a command may need, each the narrowest that Google has for it. */
export type Area = keyof typeof REASONS;

const REASONS = {
  spreadsheets: 'read and write your spreadsheets: to write what the command lists into the registry',
  'spreadsheets.readonly': 'read your spreadsheets: to read the registry',
  drive:
    'see and change all your files in Drive: to give and take access to the registry, its forms and snapshots',
  'drive.file':
    'make files in your Drive and change those alone: the spreadsheet and the folder for snapshots',
  'drive.metadata.readonly':
    'see names, places and sharing of your files, not what is in them: to find the folder for snapshots, and to know who owns the registry',
  'script.projects': 'see and change your Apps Script projects: to make the registry’s script and push to it',
  'script.projects.readonly': 'see your Apps Script projects: to compare what is pushed with this build',
  'forms.body':
    'see and change your forms, not their answers: to have addresses verified and the forms published',
  'forms.body.readonly': 'see your forms, not their answers: to look how the registry’s are set',
} as const;

/** The scope under which Google knows an area. */
export function scopeOf(area: Area): string {
  return `https://www.googleapis.com/auth/${area}`;
}

/** Whether what was granted is good for a scope too: itself, or what may be written where it is only to be read. */
export function isCovered(scope: string, granted: readonly string[]): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/(?:\.metadata)?\.readonly$/, ''));
}

/** What is asked for and why, a line each, to be read before the sign-in. */
export function explainAreas(areas: readonly Area[]): readonly string[] {
  return areas.map((area) => `  ${area}: ${REASONS[area]}`);
}
