import { useEffect } from 'preact/hooks';
import { close } from './bridge.ts';

/** Below a report: on paper it is the same without them. Nothing is lost with a report, so Escape closes it. */
export function ReportButtons({ canPrint }: { readonly canPrint: boolean }) {
  useEffect(() => {
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="buttons">
      {canPrint ? (
        <button type="button" class="button" onClick={() => window.print()}>
          Print
        </button>
      ) : null}
      <button type="button" class="button" onClick={close}>
        Close
      </button>
    </div>
  );
}
