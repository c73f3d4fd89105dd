/** The grid takes the focus at some moments after it says that it is drawn. */
const SETTLES_MS = 1500;

/**
 * Gives the focus back to whoever had it outside of a grid that takes it unasked while it is drawn, until `drawn` and a
 * moment longer. A person who clicks there or goes there by Tab is let in.
 */
export function keepFocusOutside(grid: HTMLElement, drawn: Promise<void>): void {
  const before = document.activeElement;
  let outside = before instanceof HTMLElement && before !== document.body ? before : undefined;
  const focused = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    // Its editor is first made elsewhere on the page.
    if (!grid.contains(target) && !target.isContentEditable) outside = target;
    else if (outside?.isConnected) outside.focus();
  };
  const asked = (event: KeyboardEvent | PointerEvent): void => {
    const isIn = event.target instanceof Node && grid.contains(event.target);
    if (event instanceof KeyboardEvent ? event.key === 'Tab' : isIn) stop();
  };
  const stop = (): void => {
    removeEventListener('focusin', focused, true);
    removeEventListener('keydown', asked, true);
    removeEventListener('pointerdown', asked, true);
  };
  addEventListener('focusin', focused, true);
  addEventListener('keydown', asked, true);
  addEventListener('pointerdown', asked, true);
  drawn.catch(() => undefined).then(() => setTimeout(stop, SETTLES_MS));
}
