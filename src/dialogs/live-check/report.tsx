import { useId, useRef, useState } from 'preact/hooks';
import { type Findings, writeReport } from './report-text.ts';

/** The report to send back: to download, to copy, or to select by hand where the browser allows neither. */
export function Report({ findings }: { readonly findings: Findings }) {
  const [told, setTold] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = writeReport(findings);
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied.');
    } catch {
      // A frame of another origin may be denied the clipboard; the text is selected by now.
      area.current?.focus();
      setTold('The text is selected: copy it with the keys of your system.');
    }
  };
  return (
    <section>
      <h2>Report</h2>
      <p>
        It holds the results above and the facts about this installation that explain them: time zones,
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
      <div class="field">
        <label class="label" for={id}>
          The report as text
        </label>
        <textarea id={id} ref={area} class="input" rows={6} readOnly spellcheck={false} value={text} />
      </div>
    </section>
  );
}
