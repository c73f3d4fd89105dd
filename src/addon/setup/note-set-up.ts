import { runSystemCommand } from '../door/door.ts';
import { FORM_PROPERTIES } from '../door/form-properties.ts';
import { TRIGGER_OWNER } from '../door/owner.ts';
import type { Services } from '../services/services.ts';
import type { Findings } from './set-up-report.ts';

/**
 * Says on the Settings tab as whom the triggers run and where the forms are: script properties are shown to nobody, nor to
 * programs outside of this script.
 */
export function noteSetUp(services: Services, findings: Findings): void {
  const notes = services.properties.all();
  const formOf = (id: string | undefined) =>
    id === undefined ? '' : `https://docs.google.com/forms/d/${id}/edit`;
  const answer = runSystemCommand(services, 'noteSetUp', {
    triggers: notes[TRIGGER_OWNER] ?? '',
    leadForm: formOf(notes[FORM_PROPERTIES.lead.id]),
    joinForm: formOf(notes[FORM_PROPERTIES.join.id]),
  });
  if (!answer.ok) findings.warnings.push(...answer.issues.map(({ message }) => message));
}
