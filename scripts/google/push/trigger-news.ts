import { TRIGGER_HANDLERS } from '../../../src/addon/setup/repair-triggers.ts';
import type { PushedFile } from './pushed-files.ts';

/** What a push means for the triggers that run already. */
export interface TriggerNews {
  /** Handlers of live triggers, which run the new code from the push on. */
  readonly running: readonly string[];
  /** Handlers that set-up makes triggers for and the code before did not have: set-up has to run again. */
  readonly added: readonly string[];
  /** Functions that triggers may call and the new code no longer has: those triggers would fail. */
  readonly gone: readonly string[];
}

/** Functions that Apps Script or this project's triggers call by name. */
const CALLED_BY_TRIGGERS = /^(?:on|when)[A-Z]/;

/**
 * Which triggers a push reaches. Google tells nobody the triggers of another account, so that those are taken for live that
 * set-up makes and the code before had.
 */
export function findTriggerNews(local: readonly PushedFile[], remote: readonly PushedFile[]): TriggerNews {
  const [now, before] = [functionsOf(local), functionsOf(remote)];
  return {
    running: TRIGGER_HANDLERS.filter((name) => before.has(name) && now.has(name)),
    added: TRIGGER_HANDLERS.filter((name) => !before.has(name)),
    gone: [...before].filter((name) => CALLED_BY_TRIGGERS.test(name) && !now.has(name)),
  };
}

function functionsOf(files: readonly PushedFile[]): ReadonlySet<string> {
  const scripts = files.filter(({ type }) => type === 'SERVER_JS');
  return new Set(
    scripts.flatMap(({ source }) =>
      [...source.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name ?? ''),
    ),
  );
}
