/** What the keys do in the queue, in the order in which they are shown. */
const KEYS = [
  { keys: ['J', 'K'], does: 'next, previous request' },
  { keys: ['Enter'], does: 'open it' },
  { keys: ['A'], does: 'approve' },
  { keys: ['R'], does: 'return' },
  { keys: ['X'], does: 'reject' },
  { keys: ['O'], does: 'object' },
  { keys: ['S'], does: 'show it in the sheet' },
  { keys: ['Esc'], does: 'back' },
] as const;

/** The keys of the queue; single letters can be turned off, for people whose voice or hands would press them by accident. */
export function Shortcuts({
  isOn,
  onTurn,
}: {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}) {
  return (
    <details class="shortcuts">
      <summary>Keys</summary>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
        />
        <span>Use these keys while this sidebar has the focus</span>
      </label>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
