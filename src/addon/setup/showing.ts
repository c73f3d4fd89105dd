/** Script property: `yes` from when a tab gets a column until its records are shown in it. */
export const SHOWING = 'SHOWING';
