import { AccessDenied } from '../../errors.ts';
import { canEdit, canView, normalEmail } from '../../store/access.ts';
import { isOpenTo } from '../../store/protections.ts';
import type { ProtectionState, SheetState } from '../../store/sheet-state.ts';
import type { FileState, WorldState } from '../../world-state.ts';
import type { ProtectionView, SpreadsheetView, TabView } from './spreadsheet-view.ts';

/**
 * A spreadsheet as a person sees it. Rows and runs are shared with the state, which replaces and never changes them:
 * a view costs little, stays as it was, and {@link patchesBetween} knows unchanged rows by their identity.
 * Throws AccessDenied when the person may not see the file.
 */
export function viewSpreadsheet(state: WorldState, spreadsheetId: string, viewer: string): SpreadsheetView {
  const file = state.files[spreadsheetId];
  const spreadsheet = state.spreadsheets[spreadsheetId];
  const email = normalEmail(viewer);
  if (file === undefined || spreadsheet === undefined || file.trashed || !canView(state, file, email)) {
    throw new AccessDenied(`${email} may not open this spreadsheet.`);
  }
  return {
    id: spreadsheetId,
    name: file.name,
    locale: spreadsheet.locale,
    timeZone: spreadsheet.timeZone,
    canEdit: canEdit(state, file, email),
    tabs: spreadsheet.sheets
      .filter(({ hidden }) => !hidden)
      .map((sheet) => viewTab(sheet, (one) => viewProtection(one, file, email, state.domain))),
  };
}

function viewTab(sheet: SheetState, protectionFor: (one: ProtectionState) => ProtectionView): TabView {
  return {
    id: sheet.id,
    name: sheet.name,
    color: sheet.tabColor,
    maxRows: sheet.maxRows,
    maxCols: sheet.maxCols,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    columnWidths: sheet.columnWidths,
    hiddenColumns: sheet.hiddenColumns,
    hiddenGridlines: sheet.hiddenGridlines,
    rows: sheet.rows.slice(),
    formats: sheet.formats,
    validations: sheet.validations,
    notes: sheet.notes,
    styles: sheet.styles,
    conditionalRules: sheet.conditionalRules,
    filter: sheet.filter ?? null,
    protections: sheet.protections.map(protectionFor),
  };
}

function viewProtection(
  protection: ProtectionState,
  file: FileState,
  email: string,
  domain: string,
): ProtectionView {
  const open = isOpenTo(protection, file, email, domain);
  return {
    box: protection.type === 'SHEET' ? null : protection.box,
    except: protection.type === 'SHEET' ? protection.unprotected : [],
    effect: protection.warningOnly ? 'warns' : open ? 'allows' : 'refuses',
    description: protection.description,
  };
}
