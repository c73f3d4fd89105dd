import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { FormState } from '../world-state.ts';
import { editableFile, visibleFile } from './spreadsheet-access.ts';

function formOf(execution: Execution, id: string): FormState {
  const form = execution.world.state.forms[id];
  if (form === undefined) throw new ServiceError('No item with the given ID could be found.');
  return form;
}

/** The form if the execution's user may see it. */
export function visibleForm(execution: Execution, id: string): FormState {
  visibleFile(execution, id, 'form');
  return formOf(execution, id);
}

/** The form if the execution's user may change it. */
export function editableForm(execution: Execution, id: string): FormState {
  editableFile(execution, id);
  return formOf(execution, id);
}
