import { defineService } from './define.ts';
import { userHandle } from './handles.ts';

/** Session. Source: apps-script/reference/base/session. */
export const sessionMethods = defineService('Session', (define) => {
  define('free', 'getActiveUser', [], (execution) => userHandle(execution.start.visibleUser));
  define('free', 'getEffectiveUser', [], (execution) => {
    // A simple trigger runs without authorisation, so it doesn't learn anybody's address.
    return userHandle(execution.authMode === 'LIMITED' ? '' : execution.start.effectiveUser);
  });
  define('free', 'getScriptTimeZone', [], (execution) => execution.start.script.manifest.timeZone);
  define('free', 'getActiveUserLocale', [], () => 'en');
  define('free', 'getTemporaryActiveUserKey', [], (execution) => {
    return Buffer.from(`${execution.world.state.seed}:${execution.start.activeUser}`).toString('base64');
  });
});
