const STATUSES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** A request that is not answered as wished, in the form in which Google's APIs say so. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly code: number;
  /** What programs tell it by, where the code does not say enough. */
  readonly reason: string | undefined;

  constructor(code: number, message: string, reason?: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  /** The body of the answer. */
  toJSON(): unknown {
    const { code, message, reason } = this;
    const details =
      reason === undefined
        ? {}
        : { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }] };
    return { error: { code, message, status: STATUSES[code] ?? 'UNKNOWN', ...details } };
  }
}
