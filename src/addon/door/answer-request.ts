import { parseText } from '../../core/text/clean-text.ts';
import { findResponse } from '../../registry/commands/forms/take-lead-form.ts';
import { readGiven } from '../../registry/commands/read-given.ts';
import type { Services } from '../services/services.ts';
import type { Answer } from './answer.ts';
import { askAsMember, refusal } from './ask-as-member.ts';
import { runCommand } from './door.ts';
import { FORM_PROPERTIES } from './form-properties.ts';
import { parseObject } from './parse-object.ts';
import { RegistryError } from './registry-error.ts';

/** What a dialog sends: the command, its input, and a name for the click so that it cannot be done twice. */
interface Request {
  readonly command: string;
  readonly input: { readonly [field: string]: unknown };
  readonly requestId: string;
}

/**
 * The endpoint of dialogs and menu items: a request as JSON, an answer as JSON. What people have to put right comes
 * back as an answer; a defect is thrown.
 */
export function answerRequest(services: Services, json: unknown): string {
  const request = readRequest(json);
  if (request === null) {
    return JSON.stringify(refusal('invalid', 'A request needs a command and its input, as JSON.'));
  }
  try {
    return JSON.stringify(answer(services, request));
  } catch (error) {
    if (error instanceof RegistryError) return JSON.stringify(refusal('illegal-state', error.message));
    throw error;
  }
}

function readRequest(json: unknown): Request | null {
  const parsed = parseObject(json);
  if (parsed === null) return null;
  const { command, input = {}, requestId = '' } = parsed;
  if (typeof command !== 'string' || typeof input !== 'object' || input === null || Array.isArray(input))
    return null;
  const key = readGiven(requestId);
  return key === null ? null : { command, input: { ...input }, requestId: key };
}

function answer(services: Services, { command, input, requestId }: Request): Answer {
  switch (command) {
    case 'describeRegistry':
      return askAsMember(services, () => describeRegistry(services));
    case 'describeResponse':
      return askAsMember(services, ({ state }) => ({
        ok: true,
        value: { id: findResponse(state, readGiven(input.responseId) ?? '') },
      }));
    default:
      return runCommand(services, command, input, keepableKey(services, requestId));
  }
}

/** The name of a click as the journal can keep it: one that is too long or too strange for a cell by its digest. */
function keepableKey({ tools }: Services, requestId: string): string {
  const kept = parseText(requestId, 'reference', '');
  return kept.ok ? kept.value : tools.digest(JSON.stringify(requestId));
}

function describeRegistry(services: Services): Answer {
  const form = ({ id, url }: { readonly id: string; readonly url: string }) => ({
    id: services.properties.get(id) ?? '',
    url: services.properties.get(url) ?? '',
  });
  return {
    ok: true,
    value: { forms: { lead: form(FORM_PROPERTIES.lead), join: form(FORM_PROPERTIES.join) } },
  };
}
