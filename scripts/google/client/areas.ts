/** Parts of a person's Google account that a command may need. */
export type Area = 'spreadsheets' | 'spreadsheets.readonly' | 'drive' | 'drive.metadata.readonly';

const REASONS: Readonly<Record<Area, string>> = {
  spreadsheets: 'read and write your spreadsheets: to write what the command lists into the registry',
  'spreadsheets.readonly': 'read your spreadsheets: to read the registry',
  'drive.metadata.readonly':
    'see the names and the sharing of your files, not what is in them: to know who owns the registry',
  drive: 'see and change all your files in Drive: to give and take access to the registry',
};

/** The scope under which Google knows an area. */
export function scopeOf(area: Area): string {
  return `https://www.googleapis.com/auth/${area}`;
}

/** What is asked for and why, a line each, to be read before the sign-in. */
export function explainAreas(areas: readonly Area[]): readonly string[] {
  return areas.map((area) => `  ${area}: ${REASONS[area]}`);
}
