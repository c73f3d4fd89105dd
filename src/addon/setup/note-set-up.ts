import { STATUS_ROWS } from '../../core/settings/status-rows.ts';
import type { Books } from '../door/books.ts';
import { openBooks } from '../door/commit-plan.ts';
import { passLocked, runSystemCommand, systemTask } from '../door/door.ts';
import { FORM_PROPERTIES } from '../door/form-properties.ts';
import { TRIGGER_OWNER } from '../door/owner.ts';
import type { Services } from '../services/services.ts';
import type { Findings } from './set-up-report.ts';

/**
 * Says on the Settings tab as whom the triggers run and where the forms are: script properties are shown to nobody, nor to
 * programs outside of this script.
 */
export function noteSetUp(services: Services, findings: Findings): void {
  const answer = runSystemCommand(services, 'noteSetUp', factsOf(services));
  if (!answer.ok) findings.warnings.push(...answer.issues.map(({ message }) => message));
}

/**
 * As `noteSetUp`, for the clock, which holds the lock: a set-up or take-over before it may have been cut off, or of a version
 * that did not say it. Answers the books as they then are.
 */
export function settleSetUpNote(services: Services, books: Books): Books {
  const facts = factsOf(services);
  const isNoted = (['triggers', 'leadForm', 'joinForm'] as const).every(
    (key) => (books.state.get('settings', STATUS_ROWS[key].name)?.value ?? '') === facts[key],
  );
  if (isNoted) return books;
  passLocked(services, systemTask('noteSetUp', facts), books);
  return openBooks(services);
}

function factsOf(services: Services) {
  const notes = services.properties.all();
  const formOf = (id: string | undefined) =>
    id === undefined ? '' : `https://docs.google.com/forms/d/${id}/edit`;
  return {
    triggers: notes[TRIGGER_OWNER] ?? '',
    leadForm: formOf(notes[FORM_PROPERTIES.lead.id]),
    joinForm: formOf(notes[FORM_PROPERTIES.join.id]),
  };
}
