import { toInstant } from '../../core/calendar/to-instant.ts';
import type { Email } from '../../core/model/ids.ts';
import { listResponses } from '../../registry/commands/forms/list-responses.ts';
import type { Services } from '../services/services.ts';
import { readBooks } from './books.ts';
import { runSystemCommand } from './door.ts';
import { FORM_PROPERTIES } from './form-properties.ts';
import { hasTime } from './work-time.ts';

type FormResponse = GoogleAppsScript.Forms.FormResponse;

/** Responses are looked through from this long before the last one taken: they may arrive out of order. */
const OVERLAP_MS = 3 * 24 * 60 * 60 * 1000;

/** Script property that remembers the time of the newest response taken. */
const TAKEN_UNTIL = 'FORMS_TAKEN_UNTIL';

interface OpenResponse {
  readonly response: FormResponse;
  readonly id: string;
  readonly at: number;
  readonly command: 'takeLeadForm' | 'takeJoinForm';
}

/** What became of the responses that were there. */
export interface TakenForms {
  /** Whether mail waits in the outbox because of them. */
  readonly mailQueued: boolean;
  /** Whether some have to be taken by a later execution: there was no time, or somebody held the workbook. */
  readonly left: boolean;
}

/**
 * Takes every form response that no record has come from yet, in the order of arrival, as many as there is time for.
 * The form's own store is asked, not the event: a lost event is made up for, a doubled one does nothing.
 */
export function takeForms(services: Services): TakenForms {
  const until = Number(services.properties.get(TAKEN_UNTIL) ?? '0');
  const since = Math.max(0, until - OVERLAP_MS);
  const found = [
    ...readForm(services, FORM_PROPERTIES.lead.id, since),
    ...readForm(services, FORM_PROPERTIES.join.id, since),
  ];
  if (found.length === 0) return { mailQueued: false, left: false };
  const known = listResponses(readBooks(services.workbook()).state);
  // Everything but the ID is a call of its own: known responses are told apart before they are read.
  const open = found
    .filter(({ id }) => !known.has(id))
    .map(({ response, id, isLead }): OpenResponse => {
      const at = response.getTimestamp().getTime();
      return { response, id, at, command: isLead ? 'takeLeadForm' : 'takeJoinForm' };
    })
    .sort((a, b) => a.at - b.at);
  let mailQueued = false;
  let newest = until;
  let isStuck = false;
  for (const one of open) {
    if (!hasTime(services)) return { mailQueued, left: true };
    const answer = takeResponse(services, one);
    if (!answer.ok) {
      services.tools.log(
        `Response ${one.id} waits: ${answer.issues.map(({ message }) => message).join(' ')}`,
      );
      if (answer.code === 'busy') return { mailQueued, left: true };
      // The others don't wait for it; it is looked at again with every run.
      isStuck = true;
      continue;
    }
    mailQueued ||= answer.mailQueued === true;
    if (!isStuck) newest = Math.max(newest, one.at);
  }
  if (newest > until) services.properties.set(TAKEN_UNTIL, String(newest));
  return { mailQueued, left: false };
}

function takeResponse(services: Services, { response, id, at, command }: OpenResponse) {
  const from = response.getRespondentEmail();
  const answers = Object.fromEntries(
    response.getItemResponses().map((item) => [item.getItem().getTitle(), String(item.getResponse())]),
  );
  const input = { response: id, at: toInstant(at), from, answers };
  return runSystemCommand(services, command, input, {
    kind: 'respondent',
    email: from.toLowerCase() as Email,
  });
}

function readForm(
  services: Services,
  property: string,
  since: number,
): readonly { readonly response: FormResponse; readonly id: string; readonly isLead: boolean }[] {
  const formId = services.properties.get(property);
  if (formId === null) return [];
  const form = services.forms.service().openById(formId);
  const responses = since > 0 ? form.getResponses(new Date(since)) : form.getResponses();
  const isLead = property === FORM_PROPERTIES.lead.id;
  return responses.map((response) => ({ response, id: response.getId(), isLead }));
}
