import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoundMenu } from '../../server/api/spreadsheets.ts';
import type { SheetPatch, SpreadsheetView } from '../../server/sheet/spreadsheet-view.ts';
import type { ScriptError } from '../../world-state.ts';
import { CallFailed, messageOf } from '../session/connection.ts';
import { useEvents, useSession } from '../session/session.ts';
import { mountSpreadsheet } from '../sheet/index.ts';
import type { SelectedCells, SpreadsheetHandle } from '../sheet/port.ts';
import { keepFocusOutside } from './keep-focus.ts';

/** What of a spreadsheet stands outside of its grid. */
type SheetInfo = Pick<SpreadsheetView, 'name' | 'canEdit'>;

/** A spreadsheet on the page. */
export interface OpenSpreadsheet {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Undefined until it is there. */
  readonly info: SheetInfo | undefined;
  readonly menus: readonly BoundMenu[] | undefined;
  /** Why it is not there; for good when the viewer may not open it. */
  readonly problem: { readonly message: string; readonly isFinal: boolean } | undefined;
  readonly retry: () => void;
  readonly selection: () => SelectedCells | undefined;
  readonly show: (tab: string, a1: string) => void;
  readonly focus: () => void;
}

interface Early {
  readonly seq: number;
  readonly patches: readonly SheetPatch[];
}

/** Opens a spreadsheet and keeps it up to date; `failed` is told what went wrong in `onOpen`. */
export function useSpreadsheet(id: string, failed: (error: ScriptError) => void): OpenSpreadsheet {
  const { connection, opened } = useSession();
  const container = useRef<HTMLDivElement>(null);
  const handle = useRef<SpreadsheetHandle | undefined>(undefined);
  const early = useRef<Early[] | undefined>([]);
  const [info, setInfo] = useState<SheetInfo>();
  const [menus, setMenus] = useState<readonly BoundMenu[]>();
  const [problem, setProblem] = useState<OpenSpreadsheet['problem']>();
  const [attempt, setAttempt] = useState(0);

  const patch = (patches: readonly SheetPatch[]): void => {
    handle.current?.patch(patches);
    for (const one of patches)
      if (one.kind === 'book') setInfo((old) => (old ? { ...old, ...one.parts } : old));
  };
  useEvents(
    (event, seq) => {
      if (event.kind === 'sheet' && event.spreadsheetId === id) {
        if (early.current === undefined) patch(event.patches);
        else early.current.push({ seq, patches: event.patches });
      } else if (event.kind === 'sheet-closed' && event.spreadsheetId === id) {
        setProblem({ message: event.message, isFinal: true });
      }
    },
    [id],
  );
  const port = usePort(id);

  useEffect(() => {
    let isOver = false;
    early.current = [];
    connection
      .call('openSpreadsheet', { id })
      .then(({ view, since }) => {
        if (isOver || container.current === null) return;
        if (handle.current === undefined) {
          handle.current = mountSpreadsheet(container.current, view, port);
          keepFocusOutside(container.current, handle.current.ready);
        } else handle.current.reload(view);
        setInfo({ name: view.name, canEdit: view.canEdit });
        setProblem(undefined);
        for (const one of early.current ?? []) if (one.seq > since) patch(one.patches);
        early.current = undefined;
      })
      .catch((error: unknown) => {
        const isFinal = error instanceof CallFailed && error.kind === 'denied';
        if (!isOver) setProblem({ message: messageOf(error), isFinal });
      });
    connection
      .call('openMenus', { id })
      .then((found) => !isOver && setMenus(found))
      .catch((error: unknown) => {
        const isKnown = error instanceof CallFailed && (error.kind === 'denied' || error.kind === 'offline');
        if (!isOver && !isKnown) failed({ name: '', message: messageOf(error), stack: '' });
      });
    return () => {
      isOver = true;
    };
  }, [id, opened, attempt]);

  useEffect(
    () => () => {
      handle.current?.dispose();
      handle.current = undefined;
      connection.call('closeSpreadsheet', {}).catch(() => undefined);
    },
    [id],
  );

  return {
    container,
    info,
    menus,
    problem,
    retry: () => setAttempt((one) => one + 1),
    selection: () => handle.current?.selection(),
    show: (tab, a1) => handle.current?.show(tab, a1),
    focus: () =>
      container.current?.querySelector<HTMLElement>('[contenteditable], canvas, [tabindex]')?.focus(),
  };
}

function usePort(id: string) {
  const { connection } = useSession();
  return {
    edit: async (edit: Parameters<Parameters<typeof mountSpreadsheet>[2]['edit']>[0]) => {
      try {
        await connection.call('editSheet', { id, edit });
        return { ok: true } as const;
      } catch (error) {
        return { ok: false, message: messageOf(error) } as const;
      }
    },
    selected: (tab: string, a1: string): void => {
      connection.call('selectCells', { id, tab, a1 }).catch(() => undefined);
    },
  };
}
