import type { Role } from '../model/team.ts';
import type { Issue } from '../result.ts';
import { type CommandName, type Scope, scopeOf } from './rights.ts';

/** How the actor stands to what the command is about. */
export interface Relation {
  /** The actor is the partner's assigned manager, or covers for that manager today. */
  readonly ownPartner: boolean;
  /** The actor is the sales account owner of the lead. */
  readonly ownLead: boolean;
  /** The lead is a request that nobody has decided yet. */
  readonly openRequest: boolean;
  /** The command is about the actor's own person. */
  readonly self: boolean;
}

/** No relation at all: the start for naming the one that holds. */
export const NO_RELATION: Relation = { ownPartner: false, ownLead: false, openRequest: false, self: false };

const HOLDS: { readonly [S in Scope]: (relation: Relation) => boolean } = {
  any: () => true,
  'own-partner': ({ ownPartner }) => ownPartner,
  'own-lead': ({ ownLead }) => ownLead,
  'open-request': ({ openRequest }) => openRequest,
  self: ({ self }) => self,
};

const LIMITS: { readonly [S in Exclude<Scope, 'any'>]: string } = {
  'own-partner': 'only for partners assigned to you, or as the cover of their manager',
  'own-lead': 'only for leads whose sales account owner you are',
  'open-request': 'only on requests that are still open',
  self: 'only for yourself',
};

/**
 * Whether somebody in that role may call the command about something they stand to in that relation. `actorRole` is
 * null for who is not an active member of the team. Programme rules, section 8.
 */
export function mayAct(command: CommandName, actorRole: Role | null, relation: Relation): boolean {
  const scope = scopeOf(command, actorRole);
  return scope !== null && HOLDS[scope](relation);
}

/** Null where `mayAct`, otherwise `not-allowed` with what the role may and whom to ask. Programme rules, section 8. */
export function checkRight(command: CommandName, actorRole: Role | null, relation: Relation): Issue | null {
  if (mayAct(command, actorRole, relation)) return null;
  const scope = scopeOf(command, actorRole);
  const why =
    scope === null || scope === 'any'
      ? `Your role (${actorRole ?? 'none'}) does not include ${command}`
      : `Your role (${actorRole}) includes ${command} ${LIMITS[scope]}`;
  return { code: 'not-allowed', message: `${why}. Ask the programme head.` };
}
