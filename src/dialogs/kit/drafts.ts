const PREFIX = 'lead-registry/';

/** The browser's store for this tab; null where the page may not use it, as in a sandboxed frame. */
function store(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What was typed into a form before it was closed; null where nothing was kept. */
export function readDraft(name: string): unknown {
  try {
    const text = store()?.getItem(PREFIX + name) ?? null;
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps what is typed, so that closing by accident loses nothing. A full or forbidden store keeps nothing. */
export function writeDraft(name: string, draft: unknown): void {
  try {
    store()?.setItem(PREFIX + name, JSON.stringify(draft));
  } catch {
    // The form itself still holds what was typed.
  }
}

export function dropDraft(name: string): void {
  try {
    store()?.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept.
  }
}
