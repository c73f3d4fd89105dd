import { close } from './bridge.ts';

/** Below a report: on paper it is the same without them. */
export function ReportButtons({ canPrint }: { readonly canPrint: boolean }) {
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
