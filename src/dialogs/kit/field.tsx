import type { ComponentChildren } from 'preact';

/** What every kind of field is given. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  readonly problems: readonly string[];
}

/** The attributes that tie a control to what is said about it. */
export function describedBy({ id, help, problems, required }: FieldProps) {
  const ids = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(problems.length === 0 ? [] : [`${id}-problem`]),
  ];
  return {
    id,
    'aria-required': required,
    'aria-invalid': problems.length > 0,
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
  };
}

/** A control below its label and help, with what is wrong with it below. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="label" for={props.id}>
        {props.label}
        <Optional required={props.required} />
      </label>
      <Help {...props} />
      {props.children}
      <FieldProblems {...props} />
    </div>
  );
}

/** Several controls below one legend. */
export function FieldGroup(props: FieldProps & { readonly children: ComponentChildren }) {
  const { 'aria-describedby': description } = { 'aria-describedby': undefined, ...describedBy(props) };
  return (
    <fieldset class="field" id={props.id} tabIndex={-1} aria-describedby={description}>
      <legend class="label">
        {props.label}
        <Optional required={props.required} />
      </legend>
      <Help {...props} />
      {props.children}
      <FieldProblems {...props} />
    </fieldset>
  );
}

function Optional({ required }: { readonly required: boolean }) {
  return required ? null : <span class="optional"> – optional</span>;
}

function Help({ id, help }: FieldProps) {
  return help === undefined ? null : (
    <p class="help" id={`${id}-help`}>
      {help}
    </p>
  );
}

function FieldProblems({ id, problems }: FieldProps) {
  return problems.length === 0 ? null : (
    <div id={`${id}-problem`}>
      {problems.map((problem) => (
        <p class="problem" key={problem}>
          {problem}
        </p>
      ))}
    </div>
  );
}
