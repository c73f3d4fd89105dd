import type { FileState } from '../world-state.ts';
import { type Box, intersection } from './a1.ts';
import type { ProtectionState, SheetState } from './sheet-state.ts';

/** What the platform says to whoever may not change a protected cell. */
export const PROTECTED_MESSAGE =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** True if a protection lets the person through: warnings always do, and the owner always may. */
export function isOpenTo(
  protection: ProtectionState,
  file: FileState,
  email: string,
  domain: string,
): boolean {
  if (protection.warningOnly || file.owner === email || protection.editors === null) return true;
  if (protection.editors.includes(email)) return true;
  return protection.domainEdit && email.endsWith(`@${domain}`) && file.editors.includes(email);
}

/**
 * The protections of a tab that refuse the person a change to `box`, or to the tab as a whole when it is
 * null. Any one of them blocks. Source: apps-script/reference/spreadsheet/protection.
 */
export function refusingProtections(
  sheet: SheetState,
  box: Box | null,
  file: FileState,
  email: string,
  domain: string,
): readonly ProtectionState[] {
  return sheet.protections.filter((protection) => {
    if (isOpenTo(protection, file, email, domain)) return false;
    if (protection.type === 'SHEET') return box === null || !isInside(box, protection.unprotected);
    return box === null || protection.box === null || intersection(box, protection.box) !== undefined;
  });
}

function isInside(box: Box, areas: readonly Box[]): boolean {
  return areas.some((area) => {
    const shared = intersection(box, area);
    return shared !== undefined && shared.rows === box.rows && shared.cols === box.cols;
  });
}
