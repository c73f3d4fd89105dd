/** One thing that is looked at. */
export interface StatusLine {
  readonly what: string;
  readonly isOk: boolean;
  /** How it is and, where it is not well, what to do. */
  readonly says: string;
}

/** A line for what is as it should be. */
export function well(what: string, says: string): StatusLine {
  return { what, isOk: true, says };
}

/** A line for what somebody has to do something about. */
export function toDo(what: string, says: string): StatusLine {
  return { what, isOk: false, says };
}

export const SET_UP = 'Open the sheet and choose Lead Registry > Administration > Set up this registry.';
