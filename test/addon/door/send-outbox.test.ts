import { describe, expect, it } from 'vitest';
import type { Faults } from '../../../src/sandbox/execution/execution.ts';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Another script of the head's, which sends mail as well. */
const SPENDER = `
function spend(recipients) {
  for (var n = 0; n < recipients; n += 1) MailApp.sendEmail('news@one.example', 'News', 'Something else');
}`;

/** A registry in which the messages of a partner's admission wait, on a day whose quota is ten recipients. */
async function openWithMail(): Promise<Registry> {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  registry.give(HEAD, 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: ANA });
  registry.give(HEAD, 'admitPartner', { partner: 'Beta', contacts: ['joe@beta.example'], manager: ANA });
  return registry.tamper((world) => Object.assign(world, { mailQuota: 10 }));
}

function send({ workspace, scriptId }: Registry, faults: Faults = {}): void {
  const { status, error } = workspace.run(scriptId, {
    as: HEAD,
    function: 'sendOutboxNow',
    args: [],
    context: 'dialog',
    faults,
  });
  if (status !== 'done') throw new Error(error?.message);
}

function recipients(registry: Registry): readonly string[] {
  return registry.workspace.mail
    .filter(({ subject }) => subject !== 'News' && !subject.startsWith('Self-check'))
    .flatMap(({ to }) => to)
    .sort();
}

/** The admission's messages; that they wait is told by the self-check. */
const states = (registry: Registry) =>
  registry.rows('Outbox').flatMap((row) => (row.Kind === 'health' ? [] : [row.State]));

describe('mail whose quota runs out while it is sent', () => {
  it('waits for the next day, and goes out once then', async () => {
    const registry = await openWithMail();
    const { workspace } = registry;
    const other = workspace.createSpreadsheet({ name: 'News', owner: HEAD, timeZone: 'America/Chicago' });
    const spender = workspace.bindScript({
      spreadsheetId: other,
      manifest: { timeZone: 'America/Chicago' },
      files: [{ name: 'Code', source: SPENDER }],
    });
    let sends = 0;
    send(registry, {
      beforeCall: (_n, { method }) => {
        if (method !== 'MailApp.sendEmail') return;
        sends += 1;
        if (sends !== 2) return;
        workspace.run(spender, { as: HEAD, function: 'spend', args: [9], context: 'editor' });
      },
    });
    expect(states(registry)).toEqual(['Sent', 'Queued', 'Queued', 'Queued']);
    expect(recipients(registry)).toEqual(['kim@acme.example']);
    workspace.advanceTo(workspace.now + 2 * DAY_MS);
    expect(states(registry)).toEqual(['Sent', 'Sent', 'Sent', 'Sent']);
    expect(recipients(registry)).toEqual([ANA, ANA, 'joe@beta.example', 'kim@acme.example']);
  });

  it('is failed where Google refuses the message itself', async () => {
    const registry = await openWithMail();
    let sends = 0;
    send(registry, {
      refuseCall: (_n, { method }) => {
        if (method !== 'MailApp.sendEmail') return null;
        sends += 1;
        return sends === 2 ? 'Invalid email: ana@one.example' : null;
      },
    });
    expect(states(registry)).toEqual(['Sent', 'Failed', 'Sent', 'Sent']);
    expect(registry.rows('Outbox')[1]?.Problem).toBe('Invalid email: ana@one.example');
  });
});

it('mail goes out as text and HTML in the programme’s name, and answers reach the partner’s manager', async () => {
  const registry = await openWithMail();
  send(registry);
  const [welcome, assignment] = registry.workspace.mail;
  expect(welcome).toMatchObject({
    to: ['kim@acme.example'],
    name: 'Referral Partner Programme',
    replyTo: ANA,
  });
  expect(welcome?.htmlBody).toContain('Acme is a referral partner of One Network.');
  expect(welcome?.htmlBody).toMatch(/<a href="https:[^"]+viewform"/);
  expect(assignment).toMatchObject({ to: [ANA], replyTo: null });
});
