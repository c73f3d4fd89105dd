import { useSession } from '../session/session.ts';

/** Says that the server is away, or cannot save: nothing else on the page would tell. */
export function LineBanner() {
  const { line, pulse } = useSession();
  if (line === 'lost') {
    return (
      <div class="line-banner" role="alert">
        The connection to the local Workspace is lost. What is shown may be old. Trying again…
      </div>
    );
  }
  const problem = pulse?.saveProblem ?? null;
  if (problem === null) return null;
  return (
    <div class="line-banner line-banner-bad" role="alert">
      The Workspace could not be saved: {problem}. Everything goes on; what is not saved is lost when the
      server ends.
    </div>
  );
}
