import { describe, expect, test } from 'vitest';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';
import { formOf, HANDLERS, handlersOf } from '../world-parts.ts';

function secondHead(registry: Registry): void {
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'head', active: true });
}

describe('A second administrator', () => {
  test('gets no triggers and learns whose they are', async () => {
    const registry = await openRegistry();
    secondHead(registry);
    registry.setUp();
    const report = registry.setUp(ANA);
    expect(report).toContain(`The triggers belong to ${HEAD}`);
    expect(report).not.toContain('Please look');
    expect(handlersOf(registry, ANA)).toEqual([]);
    expect(handlersOf(registry, HEAD)).toEqual(HANDLERS);
  });

  test('takes the triggers over on purpose, and those of the owner before do nothing', async () => {
    const registry = await openRegistry();
    secondHead(registry);
    registry.setUp();
    const [shown] = registry.choose(ANA, 'takeOver');
    expect(shown?.message).toContain(`The triggers are yours now. Those of ${HEAD} do nothing any more.`);
    expect(handlersOf(registry, ANA)).toEqual(HANDLERS);
    expect(registry.rows('Settings')).toContainEqual(
      expect.objectContaining({ Setting: 'Triggers run as', Value: ANA }),
    );
    const { workspace, spreadsheetId } = registry;
    const journal = registry.rows('Journal').length;
    const form = formOf(workspace.toJSON(), 'Request to join');
    workspace.submitForm({
      formId: form.id,
      as: 'kim@acme.example',
      answers: { Company: 'Acme Consulting', 'Your name': 'Kim' },
    });
    expect(registry.rows('Partners')).toMatchObject([{ 'Referral partner': 'Acme Consulting' }]);
    const ran = workspace.executions.filter(({ function: name }) => name === 'whenFormSubmitted');
    expect(ran.map(({ as, status }) => [as, status]).sort()).toEqual([
      [ANA, 'done'],
      [HEAD, 'done'],
    ]);
    // That it fired is noted for the self-check, nothing else.
    const writes = ran.find(({ as }) => as === HEAD)?.calls.writes;
    expect(writes).toBe(1);
    expect(registry.rows('Journal').length).toBeGreaterThan(journal);
    expect(workspace.tabs(spreadsheetId)).toContain('Partners');
  });

  test('is warned on taking over that the forms are not open to them', async () => {
    const registry = await openRegistry();
    secondHead(registry);
    const closed = registry.tamper((world) => {
      for (const file of Object.values(world.files)) if (file.kind === 'form') file.editors = [];
    });
    expect(closed.choose(ANA, 'takeOver')[0]?.message).toContain('You cannot open the forms');
  });

  test('removes idle triggers of the owner before when that one sets up again', async () => {
    const registry = await openRegistry();
    secondHead(registry);
    registry.setUp();
    registry.choose(ANA, 'takeOver');
    registry.setUp(HEAD);
    expect(handlersOf(registry, HEAD)).toEqual([]);
    expect(handlersOf(registry, ANA)).toEqual(HANDLERS);
  });

  test('may be a programme head only to take over', async () => {
    const registry = await openRegistry();
    registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
    expect(registry.choose(ANA, 'takeOver')[0]?.message).toBe(
      `Only a programme head may do this. Ask ${HEAD}.`,
    );
    expect(handlersOf(registry, ANA)).toEqual([]);
  });
});
