/** A person's name as their address has it, such as `Ana Smith` for `ana.smith@one.example`: a start to be corrected. */
export function nameOf(email: string): string {
  const [local = ''] = email.split('@');
  return local
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
