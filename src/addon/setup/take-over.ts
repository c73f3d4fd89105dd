import { FORM_PROPERTIES } from '../door/form-properties.ts';
import { TRIGGER_OWNER } from '../door/owner.ts';
import type { Services } from '../services/services.ts';
import { readAdministration, whyNotAdministrator } from './administrators.ts';
import { noteSetUp } from './note-set-up.ts';
import { repairTriggers } from './repair-triggers.ts';
import { type Findings, openFindings, refuseSetUp, type SetUpReport } from './set-up-report.ts';

/**
 * Makes whoever runs this the owner of the triggers. Those of the owner before stay in that account, where nobody else can
 * see them, and return at once whenever they fire. Only programme heads may.
 */
export function takeOverTriggers(services: Services): SetUpReport {
  const taken = services.lock.alone(() => takeOverAlone(services));
  if (taken === null) {
    return refuseSetUp('Somebody else is working with the registry right now. Try again in a minute.');
  }
  const { value } = taken;
  if ('refused' in value) return refuseSetUp(value.refused);
  noteSetUp(services, value);
  return { ...value, done: true };
}

function takeOverAlone(services: Services): Findings | { readonly refused: string } {
  const administration = readAdministration(services);
  const { me, triggerOwner, timeZone } = administration;
  const refused = whyNotAdministrator(administration);
  if (refused !== null) return { refused };
  if (triggerOwner === null)
    return { refused: 'The registry is not set up yet. Choose Administration > Set up this registry.' };
  const findings = openFindings();
  // First the triggers, then whose act: cut off in between, the owner before goes on.
  repairTriggers(services, timeZone, findings);
  services.properties.set(TRIGGER_OWNER, me);
  if (triggerOwner !== me) {
    findings.made.push(`The triggers are yours now. Those of ${triggerOwner} do nothing any more.`);
    if (!canReadForms(services)) {
      findings.warnings.push(
        `You cannot open the forms, so their answers would not be taken. Ask ${triggerOwner} to choose Set up this registry, which shares them with you.`,
      );
    }
  }
  return findings;
}

function canReadForms(services: Services): boolean {
  const ids = [FORM_PROPERTIES.lead.id, FORM_PROPERTIES.join.id].map((key) => services.properties.get(key));
  try {
    for (const id of ids) if (id !== null) services.forms.service().openById(id);
    return true;
  } catch {
    return false;
  }
}
