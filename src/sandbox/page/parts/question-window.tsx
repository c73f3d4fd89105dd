import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskedQuestion } from '../../services/ui.ts';
import { Modal } from './modal.tsx';

const CAPTIONS: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

/** The question of a script, for which it waits: `ui.alert` or `ui.prompt`. */
export function QuestionWindow({
  asked,
  fileName,
  answer,
}: {
  readonly asked: AskedQuestion;
  /** What stands above a question without a title. */
  readonly fileName: string;
  readonly answer: (button: string, text: string) => void;
}) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    (field.current ?? first.current)?.focus();
  }, []);
  const [main = 'OK', ...others] = asked.buttons;
  return (
    <Modal
      title={asked.title === '' ? fileName : asked.title}
      class="question"
      close={() => answer('CLOSE', '')}
    >
      <form
        class="question-form"
        onSubmit={(event) => {
          event.preventDefault();
          answer(main, text);
        }}
      >
        <p class="question-message" id="question-message">
          {asked.message}
        </p>
        {asked.kind === 'prompt' ? (
          <input
            ref={field}
            class="field"
            aria-labelledby="question-message"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        ) : null}
        <footer class="modal-foot">
          {[...others].reverse().map((button) => (
            <button key={button} type="button" class="button" onClick={() => answer(button, text)}>
              {CAPTIONS[button] ?? button}
            </button>
          ))}
          <button ref={first} type="submit" class="button button-main">
            {CAPTIONS[main] ?? main}
          </button>
        </footer>
      </form>
    </Modal>
  );
}
