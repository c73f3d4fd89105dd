import { useRef, useState } from 'preact/hooks';
import { type Findings, writeReport } from './report-text.ts';

/** The report to send back: to download, to copy, or to select by hand where the browser allows neither. */
export function Report({ findings }: { readonly findings: Findings }) {
  const [told, setTold] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useRef<HTMLDetailsElement>(null);
  const text = writeReport(findings);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied.');
    } catch {
      // A frame of another origin may be denied the clipboard.
      if (shown.current !== null) shown.current.open = true;
      area.current?.focus();
      area.current?.select();
      setTold('The text is selected: copy it with the keys of your system.');
    }
  };
  return (
    <section>
      <h2>Report to send back</h2>
      <p>
        It holds the results below and the facts about this installation that explain them: time zones,
        locale, language and counts. No record of the registry, no file and no address is in it.
      </p>
      <div class="beside">
        <a
          class="button"
          download="live-check.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Download the report
        </a>
        <button type="button" class="button" onClick={() => void copy()}>
          Copy the report
        </button>
        <output>{told}</output>
      </div>
      <details ref={shown}>
        <summary>Show the report</summary>
        <textarea
          ref={area}
          class="input"
          rows={12}
          readOnly
          spellcheck={false}
          aria-label="The report as text"
          value={text}
        />
      </details>
    </section>
  );
}
