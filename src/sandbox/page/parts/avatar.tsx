/** Dark enough for white letters. */
const COLOURS = ['#0b57d0', '#146c2e', '#8f4700', '#7b1fa2', '#00696d', '#b3261e', '#4a4458', '#5c5f00'];

/** The initial of a person in a colour of their own. */
export function Avatar({
  email,
  name,
  size = 32,
}: {
  readonly email: string;
  readonly name: string;
  readonly size?: number;
}) {
  const sum = [...email].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const initial = [...(name === '' ? email : name)][0]?.toUpperCase() ?? '?';
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={{
        width: `${size}px`,
        height: `${size}px`,
        fontSize: `${Math.round(size / 2)}px`,
        background: COLOURS[sum % COLOURS.length] ?? '#0b57d0',
      }}
    >
      {initial}
    </span>
  );
}
