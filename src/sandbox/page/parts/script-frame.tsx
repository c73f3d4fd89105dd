import { useEffect, useRef } from 'preact/hooks';
import type { DialogView } from '../../server/pages/page-events.ts';
import type { FrameMessage, HostMessage } from '../frame/messages.ts';
import type { ScriptCalls } from '../session/script-calls.ts';

const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-downloads';

/** The page of a dialog, in an origin of its own, with its line to the script. */
export function ScriptFrame({
  dialog,
  calls,
  close,
  resize,
  focusEditor,
}: {
  readonly dialog: DialogView;
  readonly calls: ScriptCalls;
  readonly close: () => void;
  readonly resize?: (size: { readonly width?: number; readonly height?: number }) => void;
  readonly focusEditor: () => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const acts = useRef({ close, resize, focusEditor });
  acts.current = { close, resize, focusEditor };
  useEffect(() => {
    const received = ({ source, data }: MessageEvent<FrameMessage>): void => {
      const inner = frame.current?.contentWindow;
      if (inner === null || inner === undefined || source !== inner) return;
      switch (data?.kind) {
        case 'close':
          acts.current.close();
          break;
        case 'focus':
          acts.current.focusEditor();
          break;
        case 'size':
          acts.current.resize?.(data);
          break;
        case 'call':
          void calls.call(dialog.id, data.function, data.args).then((outcome) => {
            const message: HostMessage = { kind: 'returned', call: data.call, ...outcome };
            // The origin of a sandboxed frame has no name.
            frame.current?.contentWindow?.postMessage(message, '*');
          });
      }
    };
    addEventListener('message', received);
    return () => removeEventListener('message', received);
  }, [dialog.id, calls]);
  return (
    <iframe
      ref={frame}
      class="script-frame"
      title={dialog.title === '' ? 'Dialog' : dialog.title}
      src={`/frame/${dialog.id}`}
      sandbox={SANDBOX}
      onLoad={() => frame.current?.focus()}
    />
  );
}
