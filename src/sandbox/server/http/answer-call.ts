import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { AccessDenied, ActionRefused, DialogCallRefused } from '../../errors.ts';
import type { Route, Site } from '../api/define-route.ts';
import { type ApiProblem, ROUTES } from '../api/routes.ts';
import { readCaller } from './read-caller.ts';
import { BadBody, readJson } from './read-json.ts';
import { sendJson, sendProblem } from './respond.ts';

/** How a call waits until what it changed is kept. */
type Saved = () => Promise<void>;

/** Answers one call of a page. */
export async function answerCall(
  site: Site,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  saved: Saved,
): Promise<void> {
  const route = findRoute(name);
  const caller = readCaller(request.headers['x-viewer'], request.headers['x-page']);
  if (route === undefined || caller === undefined) {
    sendProblem(response, 404, 'The server has nothing of that name. Reload the page.');
    return;
  }
  try {
    const input = v.parse(route.input, await readJson(request));
    const value = await route.answer(site, input, caller);
    if (route.changes) await saved();
    sendJson(response, 200, { ok: true, value, seq: site.live.pages.find(caller.page)?.seq ?? 0 });
  } catch (error) {
    const { status, kind, message } = describeProblem(error);
    sendJson(response, status, { ok: false, kind, message });
  }
}

/** Each route takes exactly what its own schema has let through. */
function findRoute(name: string): Route<unknown, unknown> | undefined {
  const entry = Object.entries(ROUTES).find(([known]) => known === name);
  return entry?.[1] as Route<unknown, unknown> | undefined;
}

interface Problem {
  readonly status: number;
  readonly kind: ApiProblem;
  readonly message: string;
}

function describeProblem(error: unknown): Problem {
  if (error instanceof ActionRefused || error instanceof DialogCallRefused) {
    return { status: 409, kind: 'refused', message: error.message };
  }
  if (error instanceof AccessDenied) return { status: 403, kind: 'denied', message: error.message };
  if (error instanceof BadBody) return { status: error.status, kind: 'invalid', message: error.message };
  if (v.isValiError(error)) {
    const issues = error.issues.map((issue) => `${v.getDotPath(issue) ?? 'input'}: ${issue.message}`);
    return { status: 400, kind: 'invalid', message: issues.join('\n') };
  }
  console.error(error);
  const message = 'The local Workspace failed here. What went wrong is printed where it was started.';
  return { status: 500, kind: 'failed', message };
}
