import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire, WireObject } from '../realm/wire.ts';
import { spendDaily } from './daily-use.ts';
import { defineService } from './define.ts';
import { record, text } from './shapes.ts';

const MAX_RECIPIENTS = 50;
const MAX_SUBJECT = 250;
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;
const OPTIONS = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'name', 'replyTo', 'noReply']);

function addresses(value: Wire): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value !== 'string') throw new ServiceError(`Invalid argument: ${JSON.stringify(value)}`);
  return value.split(',').map((part) => {
    const address = (/<([^<>]+)>\s*$/.exec(part)?.[1] ?? part).trim();
    if (!ADDRESS.test(address)) throw new ServiceError(`Invalid email: ${part.trim()}`);
    return address;
  });
}

const optionalText = (value: Wire): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Sends one message, or throws and sends none. Quotas count recipients, not messages. */
function send(execution: Execution, message: WireObject): undefined {
  for (const key of Object.keys(message)) {
    if (!OPTIONS.has(key))
      throw new ServiceError(`not available in the local Workspace: MailApp.sendEmail ${key}`);
  }
  const [to, cc, bcc] = [addresses(message.to), addresses(message.cc), addresses(message.bcc)];
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) throw new ServiceError('Failed to send email: no recipient');
  if (recipients > MAX_RECIPIENTS) throw new ServiceError('Limit exceeded: Email Recipients Per Message.');
  const { state } = execution.world;
  const body = String(message.body ?? '');
  const htmlBody = optionalText(message.htmlBody);
  const subject = String(message.subject ?? '');
  const maxBody = state.mailQuota > 100 ? 400_000 : 200_000;
  if (Math.max(Buffer.byteLength(body), Buffer.byteLength(htmlBody ?? '')) > maxBody) {
    throw new ServiceError('Limit exceeded: Email Body Size.');
  }
  if (subject.length > MAX_SUBJECT) throw new ServiceError('Argument too large: subject');
  if (addresses(message.replyTo).length > 1) throw new ServiceError('Invalid argument: replyTo');
  const sender = execution.start.effectiveUser;
  if (!spendDaily(state.mailUse, sender, recipients, state.mailQuota, execution.now)) {
    throw new ServiceError('Service invoked too many times for one day: email.');
  }
  state.mail.push({
    at: execution.now,
    from: sender,
    to,
    cc,
    bcc,
    subject,
    body,
    htmlBody,
    replyTo: optionalText(message.replyTo),
    name: optionalText(message.name),
  });
}

/** MailApp. Source: apps-script/reference/mail/mail-app; apps-script/guides/services/quotas. */
export const mailMethods = defineService('MailApp', (define) => {
  define('write', 'sendEmail', [record], (execution, _on, message) => send(execution, message));
  define('write', 'sendEmail', [text, text, text], (execution, _on, to, subject, body) => {
    send(execution, { to, subject, body });
  });
  define('write', 'sendEmail', [text, text, text, record], (execution, _on, to, subject, body, options) => {
    send(execution, { ...options, to, subject, body });
  });
  define('read', 'getRemainingDailyQuota', [], (execution) => {
    const { state } = execution.world;
    const use = state.mailUse[execution.start.effectiveUser];
    const fresh = use === undefined || execution.now - use.since >= 86_400_000;
    return state.mailQuota - (fresh ? 0 : use.used);
  });
});
