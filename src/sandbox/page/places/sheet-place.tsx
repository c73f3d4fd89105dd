import { FileX2, Table } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { BoundMenu } from '../../server/api/spreadsheets.ts';
import { Header } from '../parts/header.tsx';
import { MenuBar } from '../parts/menu-bar.tsx';
import { RunBanner, type RunState } from '../parts/run-banner.tsx';
import { ScriptStage } from '../parts/script-stage.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { messageOf } from '../session/connection.ts';
import { useSession } from '../session/session.ts';
import { useSpreadsheet } from './use-spreadsheet.ts';

/** A spreadsheet with the menus, dialogs and sidebars of its script. */
export function SheetPlace({ isShown }: { readonly isShown: boolean }) {
  const { places, location, go } = useSession();
  // What was open stays open while the page is elsewhere.
  const last = useRef('');
  if (isShown) last.current = location.item !== '' ? location.item : (places.home?.id ?? '');
  const id = last.current;
  return (
    <main class="place" hidden={!isShown} aria-label="Sheet">
      {id === '' ? (
        <>
          <Header title="Sheet" />
          <Empty icon={Table} title="There is no spreadsheet here for you">
            <p>The spreadsheet with the script is not shared with {location.viewer}.</p>
            <p>
              <button type="button" class="button" onClick={() => go({ place: 'drive' })}>
                See the files that are
              </button>
            </p>
          </Empty>
        </>
      ) : (
        <OpenSheet key={id} id={id} />
      )}
    </main>
  );
}

function OpenSheet({ id }: { readonly id: string }) {
  const { connection, calls, go } = useSession();
  const [run, setRun] = useState<RunState>({ kind: 'none' });
  const sheet = useSpreadsheet(id, (error) => setRun({ kind: 'failed', error }));
  const isEditor = sheet.info?.canEdit ?? true;
  const start = async (scriptId: string, name: string, caption: string): Promise<void> => {
    setRun({ kind: 'running', caption, executionId: undefined });
    try {
      const selection = sheet.selection();
      const ended = await calls.run(
        () =>
          connection.call('runFromMenu', {
            scriptId,
            function: name,
            ...(selection === undefined ? {} : { selection: { id, ...selection } }),
          }),
        (executionId) => setRun({ kind: 'running', caption, executionId }),
      );
      const isFailed = ended.error !== null && ended.status !== 'stopped';
      setRun(isFailed && ended.error !== null ? { kind: 'failed', error: ended.error } : { kind: 'none' });
    } catch (error) {
      setRun({ kind: 'failed', error: { name: '', message: messageOf(error), stack: '' } });
    }
  };
  const cancel = (): void => {
    if (run.kind !== 'running' || run.executionId === undefined) return;
    connection.call('stopExecution', { executionId: run.executionId }).catch(() => undefined);
  };
  if (sheet.problem?.isFinal) {
    return (
      <>
        <Header title="Sheet" />
        <Empty icon={FileX2} title="This spreadsheet cannot be opened">
          <p>{sheet.problem.message}</p>
          <p>
            <button type="button" class="button" onClick={() => go({ place: 'drive' })}>
              See the files that can
            </button>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <Header title={sheet.info?.name ?? 'Sheet'} badge={isEditor ? undefined : 'View only'}>
        <MenuBarOr menus={sheet.menus} choose={start} />
      </Header>
      <RunBanner run={run} cancel={cancel} dismiss={() => setRun({ kind: 'none' })} />
      <div class="sheet-row">
        <div class="sheet-area">
          <div ref={sheet.container} class="sheet-container" />
          {sheet.problem !== undefined ? (
            <Failed message={sheet.problem.message} retry={sheet.retry} />
          ) : null}
          {sheet.info === undefined && sheet.problem === undefined ? (
            <Loading what="the spreadsheet" />
          ) : null}
        </div>
        <ScriptStage fileName={sheet.info?.name ?? ''} focusEditor={sheet.focus} show={sheet.show} id={id} />
      </div>
    </>
  );
}

/** Nothing moves when the menus come a moment later. */
function MenuBarOr({
  menus,
  choose,
}: {
  readonly menus: readonly BoundMenu[] | undefined;
  readonly choose: (scriptId: string, name: string, caption: string) => void;
}) {
  if (menus === undefined || menus.length === 0) return <div class="menu-bar" />;
  return <MenuBar menus={menus} choose={choose} />;
}
