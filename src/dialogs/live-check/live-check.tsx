import { useEffect, useRef } from 'preact/hooks';
import type { NotChecked } from '../../contract/outcome.ts';
import { close } from '../kit/bridge.ts';
import { Notice } from '../kit/notices.tsx';
import { Costs } from './costs.tsx';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';
import { Results } from './results.tsx';
import { summarise } from './summary.ts';
import { useLiveCheck } from './use-live-check.ts';

/** Compares the platform with what the registry expects of it, behaviour by behaviour. */
export function LiveCheck({
  steps,
  notChecked,
}: {
  readonly steps: number;
  readonly notChecked: readonly NotChecked[];
}) {
  const check = useLiveCheck();
  const { phase, facts, results, problem, files } = check;
  const summary = summarise(results);
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: whoever works by keyboard goes on where the news is.
    if (phase === 'running') main.current?.querySelector<HTMLElement>('.news')?.focus();
  }, [phase]);
  return (
    <div class="page report live-check">
      <div class="body" ref={main}>
        {phase === 'ready' ? (
          <Introduction steps={steps} />
        ) : (
          <Progress phase={phase} done={results.length} steps={steps} summary={summary} />
        )}
        {problem === '' ? null : (
          <Notice tone="wrong" title={problem} isAlert>
            {results.length === 0 ? null : (
              <p>What was found so far is kept here: go on where it stopped, or start again.</p>
            )}
          </Notice>
        )}
        {phase === 'done' || (phase === 'stopped' && results.length > 0) ? (
          <Report findings={{ facts, results, notChecked, steps }} />
        ) : null}
        {files.length === 0 ? null : <LeftOver files={files} />}
        {results.length === 0 ? null : (
          <>
            <Results summary={summary} notChecked={notChecked} />
            <Costs costs={summary.costs} />
          </>
        )}
      </div>
      <div class="buttons">
        {phase === 'stopped' && results.length > 0 ? (
          <button type="button" class="button primary" onClick={check.goOn}>
            Go on
          </button>
        ) : null}
        {phase === 'running' ? null : (
          <button type="button" class={phase === 'ready' ? 'button primary' : 'button'} onClick={check.start}>
            {phase === 'ready' ? 'Start the check' : 'Start again'}
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
    </div>
  );
}

function Introduction({ steps }: { readonly steps: number }) {
  return (
    <section>
      <p>
        The registry was built against a local copy of Google Workspace. This compares the two: it shows the
        same behaviours on Google, says which differ, and measures how long calls take, in {steps} steps.
      </p>
      <p>
        It works in a spreadsheet and a form of its own, which it makes in your Drive and leaves for you to
        delete. It neither reads nor changes anything in the registry, and the report names nobody.
      </p>
      <p>It takes about ten minutes. Keep this window open meanwhile.</p>
    </section>
  );
}

function LeftOver({ files }: { readonly files: readonly string[] }) {
  return (
    <Notice tone="plain" title="These files may be deleted now">
      <ul>
        {files.map((file) => (
          <li key={file}>
            <a href={file} target="_blank" rel="noreferrer">
              {file.includes('/forms/') ? 'The form of the check' : 'The spreadsheet of the check'}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
