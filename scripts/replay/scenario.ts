/** A value of a scenario's `settings`: people write numbers and yes/no without quotes too. */
export type SettingValue = string | number | boolean;

/** What may go wrong while a step is played. */
export interface Faults {
  /** How often the platform tells the add-on of the event: lost, once or twice. */
  readonly deliver?: 0 | 1 | 2;
  /** The execution ends at its n-th service call, n counted from 1. */
  readonly stopAfterCalls?: number;
  /** How many of the writes that were not flushed survive the stop. */
  readonly keepWrites?: number;
  /** What a person does to the sheet between two calls of the execution. */
  readonly during?: During;
}

export interface CellEdit {
  readonly tab: string;
  /** The record's ID, whatever row it stands in. */
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

export interface During {
  readonly afterCalls: number;
  readonly as?: string;
  readonly edit?: CellEdit;
  readonly sort?: { readonly tab: string; readonly column: string; readonly ascending: boolean };
  readonly insertRow?: { readonly tab: string; readonly row: string };
}

/** One thing that one person does. */
export type Action =
  | {
      readonly kind: 'do';
      readonly as: string;
      readonly command: string;
      readonly input: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'form';
      readonly as: string;
      readonly form: FormName;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'edit'; readonly as: string; readonly edit: CellEdit }
  | {
      readonly kind: 'paste';
      readonly as: string;
      readonly paste: Omit<CellEdit, 'value'> & { readonly values: readonly (readonly string[])[] };
    }
  | {
      readonly kind: 'import';
      readonly as: string;
      readonly tab: string;
      readonly rows: readonly Readonly<Record<string, unknown>>[];
    }
  | { readonly kind: 'time' }
  | { readonly kind: 'parallel'; readonly steps: readonly InnerStep[] };

export type FormName = 'Register a lead' | 'Request to join';

/** One of several steps that run at the same time: it has no time of its own. */
export interface InnerStep {
  /** Where in the file it stands, such as `steps[2].parallel[0]`. */
  readonly place: string;
  readonly action: Action;
  readonly faults: Faults;
}

export interface Step extends InnerStep {
  /** Milliseconds since 1970 UTC; never earlier than the step before. */
  readonly atEpochMs: number;
}

/** A scenario that was checked: who does what when. */
export interface Scenario {
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** One thing wrong with a scenario file, and where. */
export interface Problem {
  /** Such as `steps[3].with.lead`; '' for the file as a whole. */
  readonly place: string;
  readonly message: string;
}
