/** A problem as the script names it. */
export interface Issue {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}

/** What the script answers to a command or a question. */
export type Answer<Value> =
  | {
      readonly ok: true;
      readonly id?: string;
      readonly value?: Value;
      readonly mailQueued?: boolean;
      readonly warnings?: readonly string[];
    }
  | { readonly ok: false; readonly code: string; readonly issues: readonly Issue[] };

/** The script could not be reached, or its answer was lost: whether it did something is not known. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

function call(send: (run: ScriptRun) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    send(
      google.script.run
        .withSuccessHandler(resolve)
        .withFailureHandler((error) => reject(new LostAnswer(error.message))),
    );
  });
}

async function read<Value>(sent: Promise<string>): Promise<Answer<Value>> {
  const answer: unknown = JSON.parse(await sent);
  if (typeof answer !== 'object' || answer === null) throw new LostAnswer('The answer is empty.');
  // The script and this page are built from the same sources.
  return answer as Answer<Value>;
}

/** Asks the script something that changes nothing. */
export function ask<Value>(question: string, given: object = {}): Promise<Answer<Value>> {
  return read(call((run) => run.ask(JSON.stringify({ question, with: given }))));
}

/** Gives a command. The same `requestId` again does it once: the answer is that of the first time. */
export function execute(
  command: string,
  input: object,
  requestId: string,
): Promise<Answer<Record<string, unknown>>> {
  return read(call((run) => run.execute(JSON.stringify({ command, input, requestId }))));
}

/** Takes the live check on by as much as one execution has time for. */
export function runLiveCheck<Value>(request: object): Promise<Answer<Value>> {
  return read(call((run) => run.runLiveCheck(JSON.stringify(request))));
}

/** Has the mail sent that a command queued. It waits for nothing: what fails now goes out with the clock. */
export function sendMail(): void {
  call((run) => run.sendOutboxNow()).catch(() => undefined);
}

/** Closes the dialog or sidebar that this page is in. */
export function close(): void {
  google.script.host.close();
}

/** What the page was opened with. */
export function readStart(): { readonly [name: string]: unknown } {
  const text = document.getElementById('start')?.textContent ?? '{}';
  const start: unknown = JSON.parse(text);
  return typeof start === 'object' && start !== null ? { ...start } : {};
}

/** A name for a click that no other click has. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What to say of a call that failed. */
export function describeLoss(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `The registry did not answer: ${why}`;
}
