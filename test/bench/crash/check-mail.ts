import type { MailRecord } from '../../../src/registry/records.ts';
import { STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { State } from '../../../src/registry/state/state.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';

/**
 * Holds the messages that went out against the outbox: a row that is Sent stands for exactly one message, a Failed one
 * for one at most, a Queued one for none, unless it is being sent at this moment. With `isOver`, nothing may wait.
 */
export function checkMail(state: WorldState, spreadsheetId: string, isOver: boolean): readonly string[] {
  const book = state.spreadsheets[spreadsheetId]?.sheets.find(({ name }) => name === STATE_TAB.name);
  const rows = State.parse(book?.rows ?? []).list('outbox');
  const sent = new Map<string, number>();
  for (const { to, subject, body } of state.mail) {
    const key = JSON.stringify([to, subject, body]);
    sent.set(key, (sent.get(key) ?? 0) + 1);
  }
  const problems: string[] = [];
  const byMessage = new Map<string, MailRecord[]>();
  for (const row of rows) {
    const message = JSON.stringify([row.to, row.subject, row.body]);
    byMessage.set(message, [...(byMessage.get(message) ?? []), row]);
  }
  for (const [message, alike] of byMessage) {
    const count = sent.get(message) ?? 0;
    sent.delete(message);
    const must = alike.filter(({ state: said }) => said === 'Sent').length;
    const may = alike.filter(({ state: said, claimedAt }) => said !== 'Queued' || claimedAt !== '').length;
    const ids = alike.map(({ id, state: said }) => `${id} ${said}`).join(', ');
    if (count < must) problems.push(`lost: ${count} messages for ${ids}`);
    if (count > may) problems.push(`doubled: ${count} messages for ${ids}`);
    if (isOver && alike.some(({ state: said }) => said === 'Queued')) problems.push(`still waiting: ${ids}`);
  }
  for (const message of sent.keys())
    problems.push(`a message that no row of the outbox stands for: ${message.slice(0, 200)}`);
  return problems;
}
