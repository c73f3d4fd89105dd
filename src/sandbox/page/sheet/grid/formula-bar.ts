import {
  DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY,
  FOCUSING_FX_BAR_EDITOR,
  IContextService,
  type Injector,
} from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';
import { IEditorBridgeService } from '@univerjs/sheets-ui';

/** Longer than the grid takes the focus back for its cell editor, which is two frames. */
const FOCUS_DELAY_MS = 60;

/**
 * Lets people edit in the formula bar: opening the cell editor takes the focus from the bar that was clicked, so it
 * is given back. Ends with the signal.
 */
export function keepFormulaBarFocused(container: HTMLElement, injector: Injector, signal: AbortSignal): void {
  const refocus = (): void => {
    if (signal.aborted || !injector.get(IEditorBridgeService).isVisible().visible) return;
    injector.get(IContextService).setContextValue(FOCUSING_FX_BAR_EDITOR, true);
    injector.get(IEditorService).getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY)?.focus();
  };
  const onPointerUp = ({ target }: Event): void => {
    const isInBar =
      target instanceof Element && target.closest('[data-u-comp="formula-bar"] canvas') !== null;
    if (isInBar) setTimeout(refocus, FOCUS_DELAY_MS);
  };
  container.addEventListener('pointerup', onPointerUp, { signal, capture: true });
}
