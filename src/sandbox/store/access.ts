import type { FileState, WorldState } from '../world-state.ts';

/** True if the person may see the file. Folders pass their sharing on to what lies in them. */
export function canView(state: WorldState, file: FileState, email: string): boolean {
  return holds(state, file, email, (one) => one.editors.includes(email) || one.viewers.includes(email));
}

/** True if the person may change the file. */
export function canEdit(state: WorldState, file: FileState, email: string): boolean {
  return holds(state, file, email, (one) => one.editors.includes(email));
}

function holds(
  state: WorldState,
  file: FileState,
  email: string,
  test: (file: FileState) => boolean,
): boolean {
  for (let one: FileState | undefined = file; one !== undefined; ) {
    if (one.owner === email || test(one)) return true;
    one = one.parent === null ? undefined : state.files[one.parent];
  }
  return false;
}

/** Addresses are compared as Google does: without regard to case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Gives a person a role on a file. An editor stays one when made a viewer; the owner stays the owner. */
export function grant(file: FileState, email: string, role: 'editor' | 'viewer'): void {
  const who = normalEmail(email);
  if (file.owner === who || file.editors.includes(who)) return;
  if (role === 'editor') {
    file.editors = [...file.editors, who];
    file.viewers = file.viewers.filter((viewer) => viewer !== who);
  } else if (!file.viewers.includes(who)) file.viewers = [...file.viewers, who];
}

/** Takes a role away from a person. */
export function revoke(file: FileState, email: string, role: 'editor' | 'viewer'): void {
  const who = normalEmail(email);
  if (role === 'editor') file.editors = file.editors.filter((editor) => editor !== who);
  else file.viewers = file.viewers.filter((viewer) => viewer !== who);
}
