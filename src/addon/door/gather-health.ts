import type { HealthFacts } from '../../registry/commands/clock/health-problems.ts';
import { listResponses } from '../../registry/commands/forms/list-responses.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { FORM_PLANS } from '../setup/form-plans.ts';
import { findTriggerProblems } from '../setup/repair-triggers.ts';
import type { JournalCheck } from './check-journal.ts';
import { STRANGER_FIRED, TRIGGER_OWNER } from './owner.ts';
import { CLOSED_SNAPSHOT } from './settle-snapshots.ts';

/** What the self-check judges besides the records: everything that only the platform can tell. */
export function gatherHealth(
  services: Services,
  records: RecordsView,
  { breaks, differing }: JournalCheck,
  failures: readonly string[],
): HealthFacts {
  const notes = services.properties.all();
  const named = (start: string) =>
    Object.keys(notes).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  const strangers = named(STRANGER_FIRED);
  // Noted again as soon as one fires again: who removed theirs is not named for ever.
  for (const stranger of strangers) services.properties.remove(`${STRANGER_FIRED}${stranger}`);
  const { timeZone } = readSettings(records);
  const forms = lookAtForms(services, records, notes);
  return {
    journal: breaks,
    differing,
    failures,
    triggers: findTriggerProblems(services, timeZone),
    triggerOwner: notes[TRIGGER_OWNER] ?? '',
    strangers,
    zones: findZones(services, timeZone),
    quotaLeft: services.mail.quotaLeft(),
    ...forms,
    sharing: named(CLOSED_SNAPSHOT),
  };
}

function findZones(services: Services, timeZone: string): readonly string[] {
  const zones = [
    ['spreadsheet', services.workbook().getSpreadsheetTimeZone()],
    ['script', services.tools.scriptTimeZone()],
  ] as const;
  return zones.filter(([, zone]) => zone !== timeZone).map(([what, zone]) => `the ${what} ${zone}`);
}

/** A form answers in its own words what is wrong; one that cannot be opened may belong to somebody else. */
function lookAtForms(
  services: Services,
  records: RecordsView,
  notes: { readonly [key: string]: string },
): Pick<HealthFacts, 'forms' | 'responses'> {
  const known = listResponses(records);
  const forms: string[] = [];
  const responses: string[] = [];
  for (const { title, properties } of FORM_PLANS) {
    const id = notes[properties.id];
    if (id === undefined) {
      forms.push(`The form "${title}" is not set up`);
      continue;
    }
    try {
      const form = services.forms.service().openById(id);
      if (!form.isPublished() || !form.isAcceptingResponses())
        forms.push(`The form "${title}" takes no answers`);
      if (!form.collectsEmail()) forms.push(`The form "${title}" does not say who answers it`);
      for (const response of form.getResponses()) {
        const responseId = response.getId();
        if (!known.has(responseId)) responses.push(`${responseId} of "${title}"`);
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      forms.push(`The form "${title}" cannot be opened by the owner of the triggers: ${why}`);
    }
  }
  return { forms, responses };
}
