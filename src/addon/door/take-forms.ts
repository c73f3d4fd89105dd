import { toInstant } from '../../core/calendar/to-instant.ts';
import type { Email } from '../../core/model/ids.ts';
import { findResponse } from '../../registry/commands/forms/take-lead-form.ts';
import type { Services } from '../services/services.ts';
import { readBooks } from './books.ts';
import { runSystemCommand } from './door.ts';
import { FORM_PROPERTIES } from './form-properties.ts';

/** Responses are looked through from this long before the last one taken: they may arrive out of order. */
const OVERLAP_MS = 3 * 24 * 60 * 60 * 1000;

/** Script property that remembers the time of the newest response taken. */
const TAKEN_UNTIL = 'FORMS_TAKEN_UNTIL';

interface Response {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly answers: { readonly [question: string]: string };
  readonly command: 'takeLeadForm' | 'takeJoinForm';
}

/**
 * Takes every form response that no record has come from yet, in the order of arrival. The form's own store is asked,
 * not the event: a lost event is made up for, a doubled one does nothing. Returns whether mail was queued.
 */
export function takeForms(services: Services): boolean {
  const until = Number(services.properties.get(TAKEN_UNTIL) ?? '0');
  const since = Math.max(0, until - OVERLAP_MS);
  const responses = [
    ...readResponses(services, FORM_PROPERTIES.lead.id, 'takeLeadForm', since),
    ...readResponses(services, FORM_PROPERTIES.join.id, 'takeJoinForm', since),
  ].sort((a, b) => a.at - b.at);
  if (responses.length === 0) return false;
  const { state } = readBooks(services.workbook());
  const open = responses.filter(({ id }) => findResponse(state, id) === null);
  let mailQueued = false;
  for (const { id, at, from, answers, command } of open) {
    const input = { response: id, at: toInstant(at), from, answers };
    const answer = runSystemCommand(services, command, input, {
      kind: 'respondent',
      email: from.toLowerCase() as Email,
    });
    if (!answer.ok) {
      services.tools.log(`Response ${id} waits: ${answer.issues.map(({ message }) => message).join(' ')}`);
      return mailQueued;
    }
    mailQueued ||= answer.mailQueued === true;
  }
  const newest = Math.max(...responses.map(({ at }) => at));
  if (newest > until) services.properties.set(TAKEN_UNTIL, String(newest));
  return mailQueued;
}

function readResponses(
  services: Services,
  property: string,
  command: Response['command'],
  since: number,
): readonly Response[] {
  const id = services.properties.get(property);
  if (id === null) return [];
  const form = services.forms.service().openById(id);
  const responses = since > 0 ? form.getResponses(new Date(since)) : form.getResponses();
  return responses.map((response) => ({
    id: response.getId(),
    at: response.getTimestamp().getTime(),
    from: response.getRespondentEmail(),
    answers: Object.fromEntries(
      response.getItemResponses().map((item) => [item.getItem().getTitle(), String(item.getResponse())]),
    ),
    command,
  }));
}
