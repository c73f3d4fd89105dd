import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { DialogView } from '../../server/pages/page-events.ts';
import type { ScriptCalls } from '../session/script-calls.ts';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { ScriptFrame } from './script-frame.tsx';

interface Props {
  readonly dialog: DialogView;
  readonly calls: ScriptCalls;
  readonly close: () => void;
  readonly focusEditor: () => void;
}

/** A dialog of a script, as large as it asks for and the window allows. */
export function ScriptDialog({ dialog, calls, close, focusEditor }: Props) {
  const [size, setSize] = useState({ width: dialog.width ?? 600, height: dialog.height ?? 400 });
  return (
    <Modal title={dialog.title} isModal={dialog.kind === 'modal'} close={close} class="script-dialog">
      <div class="script-dialog-body" style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        <ScriptFrame
          dialog={dialog}
          calls={calls}
          close={close}
          focusEditor={focusEditor}
          resize={(next) => setSize((old) => ({ ...old, ...onlyNumbers(next) }))}
        />
      </div>
    </Modal>
  );
}

/** A sidebar of a script, at the right of the sheet. */
export function ScriptSidebar({ dialog, calls, close, focusEditor }: Props) {
  return (
    <aside class="sidebar" aria-label={dialog.title === '' ? 'Sidebar' : dialog.title}>
      <header class="sidebar-head">
        <h2 class="sidebar-title">{dialog.title}</h2>
        <button type="button" class="icon-button" aria-label="Close sidebar" onClick={close}>
          <Icon of={X} />
        </button>
      </header>
      <ScriptFrame dialog={dialog} calls={calls} close={close} focusEditor={focusEditor} />
    </aside>
  );
}

/** Sizes come from the dialog's own script: only sensible ones are taken. */
function onlyNumbers(size: { readonly width?: number; readonly height?: number }): {
  readonly width?: number;
  readonly height?: number;
} {
  const { width, height } = size;
  return {
    ...(isSize(width) ? { width } : {}),
    ...(isSize(height) ? { height } : {}),
  };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= 50 && value <= 4000;
}
