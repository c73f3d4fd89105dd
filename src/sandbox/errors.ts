/** What a service call throws inside the script, with the platform's own words. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

/** The execution has been ended from outside: by a fault or by the time limit. Scripts cannot catch it. */
export class ExecutionEnd extends Error {
  override readonly name = 'ExecutionEnd';
  readonly status: 'stopped' | 'timed out';

  constructor(status: 'stopped' | 'timed out') {
    super(`The execution is ${status}.`);
    this.status = status;
  }
}

/** A person asked for something that their access to the file does not allow; nothing was run. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
}

/**
 * A dialog called what it may not call, or passed what cannot cross. The browser refuses such a call, so
 * no execution takes place. Source: apps-script/guides/html/communication.
 */
export class DialogCallRefused extends Error {
  override readonly name = 'DialogCallRefused';
}

/** A person's action that the local Workspace refuses, such as a form answer to no question. */
export class ActionRefused extends Error {
  override readonly name = 'ActionRefused';
}
