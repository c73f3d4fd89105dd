import { describe, expect, test } from 'vitest';
import type { PlanDescription } from '../../../src/registry/dialogs/form-description.ts';
import { TAB_ORDER, TABS } from '../../../src/registry/schema/schema.ts';
import { everyCommand } from '../../support/every-command.ts';
import { ANA, HEAD, type Registry } from '../open-registry.ts';
import { FAY, openRequest, openTeam, SAM } from '../open-team.ts';

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly id?: string;
  readonly value?: Record<string, unknown>;
  readonly issues?: readonly { readonly code: string; readonly field?: string }[];
}

function ask({ workspace, scriptId }: Registry, as: string, question: string, given: object = {}): Answer {
  const args = [JSON.stringify({ question, with: given })];
  const { status, value, error } = workspace.run(scriptId, { as, function: 'ask', args, context: 'dialog' });
  if (status !== 'done') throw new Error(error?.message ?? status);
  return JSON.parse(String(value));
}

function preview(registry: Registry, as: string, command: string, input: object): Answer {
  return ask(registry, as, 'preview', { command, input });
}

describe('A preview', () => {
  test('of every command changes nothing, and what it says is what the cells then hold', async () => {
    const registry = await openTeam();
    let compared = 0;
    for (const [command, input, as = HEAD] of everyCommand({ leads: 0 })) {
      const before = registry.snapshot();
      const mailBefore = registry.rows('Outbox').length;
      const answer = preview(registry, as, command, input);
      expect(answer, command).toMatchObject({ ok: true });
      expect(registry.snapshot(), command).toEqual(before);
      registry.give(as, command, input);
      const { changes, mails } = answer.value as unknown as PlanDescription;
      for (const { id, fields } of changes) {
        const kind = TAB_ORDER.find((one) =>
          registry.rows(TABS[one].name).some((row) => Object.values(row)[0] === id),
        );
        const row = registry.rows(TABS[kind ?? 'leads'].name).find((cells) => Object.values(cells)[0] === id);
        // A file has no link before it is made.
        for (const { label, after } of fields.filter((field) => field.label !== 'File')) {
          compared += 1;
          expect(readable(row?.[label]), `${command}: ${label} of ${id}`).toBe(comparable(after));
        }
      }
      const sent = registry.rows('Outbox').slice(mailBefore);
      expect(
        sent.map(({ Subject }) => Subject),
        command,
      ).toEqual(mails.map(({ subject }) => subject));
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('makes no file for a snapshot, and says with whom it would be shared', async () => {
    const registry = await openTeam();
    const files = registry.workspace.files().length;
    const { value } = preview(registry, ANA, 'shareSnapshot', { partner: 'P-001' });
    expect((value as unknown as PlanDescription).effects.join()).toContain('kim@acme.example');
    expect(registry.workspace.files().length).toBe(files);
  });

  test('answers every problem of the command, and leaves no entry in the journal', async () => {
    const registry = await openRequest();
    const entries = registry.rows('Journal').length;
    const { ok, issues } = preview(registry, ANA, 'rejectLead', {
      lead: 'L-0001',
      reason: 'odd',
      note: 'x'.repeat(6000),
    });
    expect(ok).toBe(false);
    expect(issues?.map(({ field }) => field)).toEqual(['reason', 'note']);
    expect(preview(registry, FAY, 'rejectLead', { lead: 'L-0001', reason: 'other' })).toMatchObject({
      code: 'not-allowed',
    });
    expect(registry.rows('Journal').length).toBe(entries);
  });
});

describe('A question', () => {
  const questions = [
    'describeForm',
    'searchSubjects',
    'findRecords',
    'listReviews',
    'goTo',
    'compareMatches',
  ];
  test.each(questions)('%s is answered to people of the team alone', async (question) => {
    const registry = await openRequest();
    const stranger = 'stranger@one.example';
    registry.workspace.share(registry.spreadsheetId, stranger, 'editor');
    const given = { form: 'approveLead', text: 'Globex', lead: 'L-0001', record: 'L-0001' };
    expect(ask(registry, stranger, question, given)).toMatchObject({ ok: false, code: 'not-allowed' });
    const fitting = question === 'compareMatches' ? { lead: 'L-0001' } : given;
    expect(ask(registry, ANA, question, fitting)).toMatchObject({ ok: true });
  });

  test('gives no command that changes something', async () => {
    const registry = await openRequest();
    const before = registry.snapshot();
    expect(ask(registry, ANA, 'rejectLead', { lead: 'L-0001', reason: 'not-a-fit' })).toMatchObject({
      code: 'invalid',
    });
    expect(registry.snapshot()).toEqual(before);
  });

  test.each([
    '',
    '[]',
    '{',
    '{"question":5}',
    '{"question":"goTo","with":[]}',
  ])('is refused where it is %j', async (text) => {
    const registry = await openTeam();
    const { workspace, scriptId } = registry;
    const { value } = workspace.run(scriptId, { as: ANA, function: 'ask', args: [text], context: 'dialog' });
    expect(JSON.parse(String(value))).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('Going to a record', () => {
  test('selects its row wherever people have sorted it to', async () => {
    const registry = await openRequest();
    registry.give(ANA, 'registerLead', { partner: 'P-001', customer: 'Umbrella' });
    const { workspace, spreadsheetId } = registry;
    workspace.sort({ spreadsheetId, as: ANA, tab: 'Leads', column: 1, ascending: false });
    expect(ask(registry, SAM, 'goTo', { record: 'L-0001' })).toMatchObject({ ok: true, id: 'L-0001' });
    const selection = workspace.toJSON().selections[`${spreadsheetId} ${SAM}`];
    expect(selection).toMatchObject({ row: 3, col: 1 });
  });

  test('says where there is none', async () => {
    const registry = await openRequest();
    for (const record of ['L-0099', 'nonsense', '']) {
      expect(ask(registry, ANA, 'goTo', { record })).toMatchObject({ ok: false, code: 'not-found' });
    }
  });
});

/** A cell as a preview writes it. */
function readable(cell: unknown): string {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) {
    return String(cell.date).slice(0, 16).replace('T', ' ');
  }
  return cell === undefined || cell === null ? '' : String(cell);
}

/** Amounts stand in cells as numbers, whose currency is in another column. */
function comparable(text: string): string {
  const amount = /^(-?[\d,]+(?:\.\d+)?) [A-Z]{3}$/.exec(text)?.[1];
  return amount === undefined ? text : String(Number(amount.replaceAll(',', '')));
}
