/** Parts of a person's Google account that a command may need. */
export type Area =
  | 'spreadsheets'
  | 'spreadsheets.readonly'
  | 'drive.file'
  | 'drive'
  | 'drive.metadata.readonly'
  | 'script.projects'
  | 'script.projects.readonly'
  | 'forms.body';

const REASONS: Readonly<Record<Area, string>> = {
  spreadsheets: 'read and write your spreadsheets: to write what the command lists into the registry',
  'spreadsheets.readonly': 'read your spreadsheets: to read the registry',
  'drive.file': 'see and change the files that this programme makes: to put the spreadsheet in its place',
  drive: 'see and change all your files in Drive: to give and take access to the registry and its snapshots',
  'drive.metadata.readonly': 'see names and sharing of your files: to tell who can open the registry',
  'script.projects': 'read and write your Apps Script projects: to make the script that belongs to the sheet',
  'script.projects.readonly': 'read your Apps Script projects: to tell whether the pushed script is this one',
  'forms.body': 'read and write your forms: to have them collect verified addresses and be published',
};

/** The scope under which Google knows an area. */
export function scopeOf(area: Area): string {
  return `https://www.googleapis.com/auth/${area}`;
}

/** What is asked for and why, a line each, to be read before the sign-in. */
export function explainAreas(areas: readonly Area[]): readonly string[] {
  return areas.map((area) => `  ${area}: ${REASONS[area]}`);
}
