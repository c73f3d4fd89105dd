/** A condition on another field of the form: it holds one of these values. */
export interface Condition {
  readonly field: string;
  readonly is: readonly string[];
}

/** One thing to choose: what is sent, what is read, and what helps to tell it from the others. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface FieldBase {
  /** The field of the command; of a `form-only` one a name of the form's own. */
  readonly name: string;
  readonly label: string;
  /** A sentence below the label: what is meant, with an example where its form matters. */
  readonly help?: string;
  readonly required?: boolean | Condition;
  /** Shown only where this holds. */
  readonly when?: Condition;
  /** Shown once the command was refused with this code. */
  readonly whenRefused?: string;
  /** Steers the form and is not sent. */
  readonly isFormOnly?: boolean;
}

/** How a field is asked for. Every value travels as text but for `choices` and `contacts`. */
export type FieldDescription = FieldBase &
  (
    | { readonly kind: 'text' | 'email' | 'emails' | 'date' | 'local-time' | 'currency' }
    | { readonly kind: 'long-text'; readonly limit: number }
    /** The currency is known, or stands in another field. */
    | { readonly kind: 'amount'; readonly currency: string | { readonly field: string } }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly look: 'radio' | 'list' }
    | { readonly kind: 'choices'; readonly options: readonly Option[] }
    /** A search over options; with `isOpen` other texts may be written as well. */
    | {
        readonly kind: 'search';
        readonly options: readonly Option[];
        readonly isOpen: boolean;
        readonly placeholder: string;
      }
    | { readonly kind: 'contacts'; readonly most: number }
  );

/** A person named in a request. */
export interface ContactValue {
  readonly name: string;
  readonly title: string;
  readonly email: string;
}

export type FieldValue = string | readonly string[] | readonly ContactValue[];

/** One line of what is known of a record. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A record as lists and headings name it. */
export interface RecordLine {
  readonly id: string;
  /** The kind in words, such as `lead`. */
  readonly kind: string;
  readonly label: string;
  readonly hint: string;
}

/** The record that a form is about. */
export interface SubjectDescription {
  readonly field: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  /** How many more fit than are listed: they are found by searching. */
  readonly more: number;
  readonly isOpen: boolean;
  /** The record chosen, with what is known of it. */
  readonly chosen: (RecordLine & { readonly facts: readonly Fact[] }) | null;
}

/** Everything that a form shows and sends; words and rules come from here, never from the page. */
export interface FormDescription {
  readonly form: string;
  readonly command: string;
  readonly title: string;
  readonly intro: string;
  readonly subject: SubjectDescription | null;
  readonly fields: readonly FieldDescription[];
  /** What the fields hold at first. */
  readonly values: { readonly [field: string]: FieldValue };
  /** `changed`: only what differs from `values` is sent, an emptied field as ''. Otherwise what is filled in. */
  readonly sends: 'filled' | 'changed';
  /** The button that does it. */
  readonly confirm: string;
  /** What is said once it is done; `{id}` stands for the record. */
  readonly done: string;
  readonly next: string;
  /** The button that begins the same form anew, null where that makes no sense. */
  readonly another: string | null;
}

/** What would become of one record. */
export interface PlannedChange {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly isNew: boolean;
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** What a command would do, in words. */
export interface PlanDescription {
  readonly changes: readonly PlannedChange[];
  readonly mails: readonly {
    readonly to: readonly string[];
    readonly subject: string;
    readonly body: string;
  }[];
  /** What happens outside the tables. */
  readonly effects: readonly string[];
}

/** One request that waits for its decision. */
export interface ReviewLine {
  readonly lead: string;
  readonly customer: string;
  readonly website: string;
  readonly country: string;
  readonly partnerName: string;
  readonly registeredAt: string;
  /** The decision target. */
  readonly decideBy: string;
  readonly urgency: 'overdue' | 'today' | 'soon' | 'later';
  /** The time left, in words. */
  readonly timeLeft: string;
  readonly verdict: string;
  readonly note: string;
  readonly contacts: string;
  readonly objections: readonly string[];
  readonly attention: string;
  /** Whether it is this person's to decide. */
  readonly isMine: boolean;
  /** Whether this person may decide it at all. */
  readonly mayDecide: boolean;
  readonly mayObject: boolean;
}

/** The requests that wait, most urgent first. */
export interface ReviewQueue {
  readonly reviews: readonly ReviewLine[];
  /** How many more there are than are listed. */
  readonly more: number;
  /** How many wait for their partner. */
  readonly returned: number;
}
