/** What HtmlService gives a page to reach the script with. */
declare const google: {
  readonly script: {
    readonly run: ScriptRun;
    readonly host: { close(): void };
  };
};

interface ScriptRun {
  withSuccessHandler(handler: (answer: string) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
  ask(question: string): void;
  execute(request: string): void;
  sendOutboxNow(): void;
  runLiveCheck(request: string): void;
}

declare module '*.css';
