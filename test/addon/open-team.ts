import { ANA, HEAD, openRegistry, type Registry } from './open-registry.ts';

export const BO = 'bo@one.example';
export const SAM = 'sam@one.example';
export const FAY = 'fay@one.example';

const TEAM = [
  [ANA, 'Ana Keller', 'manager'],
  [BO, 'Bo Lindqvist', 'manager'],
  [SAM, 'Sam Okafor', 'sales'],
  [FAY, 'Fay Moreau', 'finance'],
] as const;

/** A registry with its team and P-001 Acme Consulting, a partner of Ana's. */
export async function openTeam(): Promise<Registry> {
  const registry = await openRegistry();
  for (const [person, name, role] of TEAM) {
    registry.give(HEAD, 'setTeamMember', { person, name, role, active: true });
  }
  registry.give(HEAD, 'admitPartner', {
    partner: 'Acme Consulting',
    contacts: ['kim@acme.example'],
    manager: ANA,
  });
  return registry;
}

/** As `openTeam`, with the open request L-0001 of Acme's for Globex GmbH. */
export async function openRequest(): Promise<Registry> {
  const registry = await openTeam();
  registry.give(ANA, 'registerLead', {
    partner: 'P-001',
    customer: 'Globex GmbH',
    website: 'https://globex.example',
  });
  return registry;
}
