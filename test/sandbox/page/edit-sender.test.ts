import { describe, expect, test } from 'vitest';
import { EditSender } from '../../../src/sandbox/page/sheet/edit-sender.ts';
import type { EditAnswer } from '../../../src/sandbox/page/sheet/port.ts';
import type { SheetEdit } from '../../../src/sandbox/server/sheet/sheet-edit.ts';
import type { TabView } from '../../../src/sandbox/server/sheet/spreadsheet-view.ts';
import { newSheet } from '../../../src/sandbox/store/sheet-state.ts';

const WARNED = { row: 5, col: 1, rows: 1, cols: 2 };

function tabView(): TabView {
  const { tabColor, ...sheet } = newSheet(1, 'Sheet1', 10, 5);
  const protections = [{ box: WARNED, except: [], effect: 'warns', description: '' } as const];
  return { ...sheet, color: tabColor, rows: [['a', 'b']], filter: null, protections };
}

/** A sender whose server answers when it is told to; what happens is written down. */
function makeSender(answers: { readonly confirm?: { edit: boolean; forAWhile: boolean } } = {}) {
  const happened: string[] = [];
  const open: ((answer: EditAnswer) => void)[] = [];
  const sender = new EditSender({
    edit: (edit) => {
      happened.push(`sent ${edit.kind}`);
      return new Promise((answer) => open.push(answer));
    },
    tab: tabView,
    restore: (_tab, box) => happened.push(`restored row ${box.row}`),
    preview: (_tab, box, textAt) => happened.push(`showed "${textAt(box.row, box.col)}"`),
    refused: (message) => happened.push(`refused: ${message}`),
    confirm: async () => {
      happened.push('asked');
      return answers.confirm ?? { edit: true, forAWhile: false };
    },
    changed: () => undefined,
  });
  const answer = async (given: EditAnswer = { ok: true }) => {
    await expect.poll(() => open.length).toBeGreaterThan(0);
    open.shift()?.(given);
  };
  return { sender, happened, answer };
}

const typed = (text: string, row = 1): SheetEdit => ({ kind: 'type', tab: 1, row, column: 1, text });

describe('Sending edits', () => {
  test('shows each at once and sends them one after the other; the last answer restores the cell', async () => {
    const { sender, happened, answer } = makeSender();
    const all = [sender.send(typed('x')), sender.send(typed('y'))];
    expect(happened).toEqual(['showed "x"', 'showed "y"']);
    await answer();
    await answer();
    await Promise.all(all);
    expect(happened.slice(2)).toEqual(['sent type', 'sent type', 'restored row 1']);
  });

  test('tells a refusal, shows what is there, and has nothing to undo', async () => {
    const { sender, happened, answer } = makeSender();
    const sent = sender.send(typed('x'));
    await answer({ ok: false, message: 'No.' });
    await sent;
    expect(happened).toEqual(['showed "x"', 'sent type', 'refused: No.', 'restored row 1']);
    expect(sender.canUndo).toBe(false);
  });

  test('asks before cells that warn, and sends nothing when told not to', async () => {
    const { sender, happened } = makeSender({ confirm: { edit: false, forAWhile: false } });
    await sender.send(typed('x', 5));
    expect(happened).toEqual(['showed "x"', 'asked', 'restored row 5']);
  });

  test('asks once in a while when that is wished', async () => {
    const { sender, happened, answer } = makeSender({ confirm: { edit: true, forAWhile: true } });
    const all = [sender.send(typed('x', 5)), sender.send(typed('y', 5))];
    await answer();
    await answer();
    await Promise.all(all);
    expect(happened.filter((line) => line === 'asked')).toHaveLength(1);
  });

  test('undoes what was done last, even if it is not answered yet', async () => {
    const { sender, happened, answer } = makeSender();
    const all = [sender.send(typed('x')), sender.undo()];
    await answer();
    await answer();
    await Promise.all(all);
    expect(happened.filter((line) => line.startsWith('showed'))).toEqual(['showed "x"', 'showed "a"']);
    expect([sender.canUndo, sender.canRedo]).toEqual([false, true]);
  });
});
