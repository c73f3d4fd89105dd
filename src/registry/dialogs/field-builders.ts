import type { Role, TeamMember } from '../../core/model/team.ts';
import { TEXT_LIMITS } from '../../core/text/clean-text.ts';
import type { Context } from '../commands/context.ts';
import { ROLE_WORDS } from './describe-record.ts';
import type { FieldDescription, Option } from './form-description.ts';

type Extra = Partial<Pick<FieldDescription, 'help' | 'required' | 'when' | 'whenRefused' | 'isFormOnly'>>;

export const NEEDED = { required: true } as const;

/** A longer text such as a reason. */
export function reason(name: string, label: string, extra: Extra = {}): FieldDescription {
  return { kind: 'long-text', name, label, limit: TEXT_LIMITS.reason, ...extra };
}

/** A note of several lines. */
export function note(name: string, label: string, extra: Extra = {}): FieldDescription {
  return { kind: 'long-text', name, label, limit: TEXT_LIMITS.note, ...extra };
}

export function text(name: string, label: string, extra: Extra = {}): FieldDescription {
  return { kind: 'text', name, label, ...extra };
}

export function date(name: string, label: string, extra: Extra = {}): FieldDescription {
  return { kind: 'date', name, label, ...extra };
}

export function email(name: string, label: string, extra: Extra = {}): FieldDescription {
  return { kind: 'email', name, label, ...extra };
}

/** A few words to choose from, all in sight. */
export function radio(
  name: string,
  label: string,
  options: readonly (Option | string)[],
  extra: Extra = {},
): FieldDescription {
  return { kind: 'choice', look: 'radio', name, label, options: options.map(toOption), ...extra };
}

/** More words to choose from, in a list that opens. */
export function list(
  name: string,
  label: string,
  options: readonly (Option | string)[],
  extra: Extra = {},
): FieldDescription {
  return { kind: 'choice', look: 'list', name, label, options: options.map(toOption), ...extra };
}

/** A person of the team in one of these roles. */
export function person(
  name: string,
  label: string,
  roles: readonly Role[],
  { team }: Context,
  extra: Extra = {},
): FieldDescription {
  const fitting = team.filter(({ active, role }) => active && roles.includes(role));
  return {
    kind: 'search',
    name,
    label,
    options: fitting.map(toPersonOption),
    isOpen: false,
    placeholder: 'Name or address',
    ...extra,
  };
}

function toPersonOption({ person, name, role, away }: TeamMember): Option {
  const absence = away === null ? '' : ` · away ${away.from} to ${away.until}`;
  return { value: person, label: name, hint: `${person} · ${ROLE_WORDS[role]}${absence}` };
}

function toOption(option: Option | string): Option {
  return typeof option === 'string' ? { value: option, label: option } : option;
}
