/** What the page of a dialog tells its host. */
export type FrameMessage =
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly function: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'focus' }
  | { readonly kind: 'size'; readonly width?: number; readonly height?: number };

/** What the host tells the page of a dialog: what came of a call, or the message of its error. */
export interface HostMessage {
  readonly kind: 'returned';
  readonly call: number;
  readonly value: unknown;
  readonly error: string | null;
}
