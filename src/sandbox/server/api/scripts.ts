import * as v from 'valibot';
import { ActionRefused } from '../../errors.ts';
import { changing } from './define-route.ts';
import { PageGone } from './problems.ts';

/** A function that has begun; its end comes as an event. */
export interface StartedRun {
  readonly executionId: string;
}

const SELECTION = v.object({ id: v.string(), tab: v.string(), a1: v.string() });

/** Runs the function of a menu item as the viewer, with what they have selected. */
export const runFromMenu = changing(
  v.object({ scriptId: v.string(), function: v.string(), selection: v.optional(SELECTION) }),
  ({ live }, { scriptId, function: name, selection }, { viewer, page }): StartedRun => {
    if (live.pages.find(page) === undefined) throw new PageGone();
    if (selection !== undefined) {
      live.workspace.selectCell({
        spreadsheetId: selection.id,
        as: viewer,
        tab: selection.tab,
        a1: selection.a1,
      });
    }
    const { executionIds } = live.act(
      (workspace) => workspace.run(scriptId, { as: viewer, function: name, context: 'menu' }),
      page,
    );
    return { executionId: executionIds[0] ?? '' };
  },
);

/** Runs the function that the page of a dialog calls. */
export const callFromDialog = changing(
  v.object({ dialogId: v.string(), function: v.string(), args: v.array(v.unknown()) }),
  ({ live }, { dialogId, function: name, args }, { viewer, page }): StartedRun => {
    const dialog = live.dialog(dialogId);
    if (dialog === undefined || dialog.page !== page) {
      throw new ActionRefused('This dialog is no longer open. Open it again from the menu.');
    }
    const { executionIds } = live.act(
      (workspace) => workspace.run(dialog.scriptId, { as: viewer, function: name, args, context: 'dialog' }),
      page,
    );
    return { executionId: executionIds[0] ?? '' };
  },
);

/** Answers the question of a script. */
export const answerQuestion = changing(
  v.object({ id: v.string(), button: v.string(), text: v.string() }),
  ({ live }, { id, button, text }, { page }): null => {
    if (!live.questions.answer(id, page, { button, text })) {
      throw new ActionRefused('This question is no longer open.');
    }
    return null;
  },
);

/** Ends an execution that the page has started. */
export const stopExecution = changing(
  v.object({ executionId: v.string() }),
  ({ live }, { executionId }, { page }): null => {
    live.executions.stop(executionId);
    live.questions.closeWhere(({ origin }) => origin.executionId === executionId && origin.page === page);
    return null;
  },
);
