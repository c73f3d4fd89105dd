/** Moves the focus among the buttons of a menu, from its end to its beginning and back. */
export function moveFocus(event: KeyboardEvent, menu: HTMLElement | null, by: number): void {
  const buttons = [...(menu?.querySelectorAll('button') ?? [])];
  const focused = document.activeElement;
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
