import { useState } from 'preact/hooks';
import type { DialogView, PageEvent } from '../../server/pages/page-events.ts';
import { useEvents, useSession } from '../session/session.ts';
import { QuestionWindow } from './question-window.tsx';
import { ScriptDialog, ScriptSidebar } from './script-windows.tsx';

type Question = Extract<PageEvent, { readonly kind: 'question' }>;

/** What scripts put before the person: questions, one dialog at a time, one sidebar. */
export function ScriptStage({
  id,
  fileName,
  focusEditor,
  show,
}: {
  readonly id: string;
  readonly fileName: string;
  readonly focusEditor: () => void;
  readonly show: (tab: string, a1: string) => void;
}) {
  const { connection, calls } = useSession();
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [dialog, setDialog] = useState<DialogView>();
  const [sidebar, setSidebar] = useState<DialogView>();
  useEvents(
    (event) => {
      // After a lost connection the server says again what is open; one started anew knows of nothing.
      if (event.kind === 'hello') setQuestions([]);
      else if (event.kind === 'question') {
        setQuestions((old) => [...old.filter((one) => one.id !== event.id), event]);
      } else if (event.kind === 'question-closed') {
        setQuestions((old) => old.filter((one) => one.id !== event.id));
      } else if (event.kind === 'dialog') {
        if (event.dialog.kind === 'sidebar') setSidebar(event.dialog);
        else setDialog(event.dialog);
      } else if (event.kind === 'selected' && event.spreadsheetId === id) show(event.tab, event.a1);
    },
    [id],
  );
  const [question] = questions;
  return (
    <>
      {sidebar === undefined ? null : (
        <ScriptSidebar
          key={sidebar.id}
          dialog={sidebar}
          calls={calls}
          close={() => setSidebar(undefined)}
          focusEditor={focusEditor}
        />
      )}
      {dialog === undefined ? null : (
        <ScriptDialog
          key={dialog.id}
          dialog={dialog}
          calls={calls}
          close={() => setDialog(undefined)}
          focusEditor={focusEditor}
        />
      )}
      {question === undefined ? null : (
        <QuestionWindow
          key={question.id}
          asked={question.asked}
          fileName={fileName}
          answer={(button, text) => {
            setQuestions((old) => old.filter((one) => one.id !== question.id));
            connection.call('answerQuestion', { id: question.id, button, text }).catch(() => undefined);
          }}
        />
      )}
    </>
  );
}
