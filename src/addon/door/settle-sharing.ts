import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { SHARING_OWED } from './owed-sharing.ts';
import { describeEffect, performEffect } from './perform-effects.ts';

/**
 * Makes the sharing of registry and forms follow the Team tab for everybody for whom it could not be done when it was
 * due. Tried once, as the owner of the triggers: what is refused even then is told in the log.
 */
export function settleSharing(
  services: Services,
  records: RecordsView,
  notes: { readonly [key: string]: string },
): void {
  for (const key of Object.keys(notes)) {
    if (!key.startsWith(SHARING_OWED)) continue;
    const person = key.slice(SHARING_OWED.length);
    settlePerson(services, records, person);
    services.properties.remove(key);
  }
}

function settlePerson(services: Services, records: RecordsView, person: string): void {
  const member = records.get('team', person)?.member;
  const effect = member?.active
    ? ({ do: 'let-edit', person, head: member.role === 'head' } as const)
    : ({ do: 'stop-editing', person } as const);
  try {
    performEffect(services, effect);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    services.tools.log(`${describeEffect(effect)} did not work: ${why}. Please do it by hand.`);
  }
}
