import type { Effect } from '../../registry/journal/journal-entry.ts';
import { SETTINGS_TAB, TEAM } from '../../registry/schema/tabs/people.ts';
import type { Services } from '../services/services.ts';
import { followTimeZone } from '../setup/follow-time-zone.ts';
import { FORM_PROPERTIES } from './form-properties.ts';
import { oweSharing } from './owed-sharing.ts';
import { TRIGGER_OWNER } from './owner.ts';

/**
 * Does what entries owe outside the tables. Doing it twice does no harm. What Google refuses (a domain that forbids
 * sharing, say) is told and does not keep the registry from going on.
 */
export function performEffects(services: Services, effects: readonly Effect[]): readonly string[] {
  const warnings: string[] = [];
  for (const effect of effects) {
    try {
      performEffect(services, effect);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const warning = `${describeEffect(effect)} did not work: ${why}. Please do it by hand.`;
      services.tools.log(warning);
      warnings.push(warning);
      // Whoever rolls another's entry forward may have no right to it: the clock runs as somebody who has.
      if (effect.do === 'let-edit' || effect.do === 'stop-editing') oweSharing(services, effect.person);
    }
  }
  return warnings;
}

/** Does what one entry owes; throws what Google throws. */
export function performEffect(services: Services, effect: Effect): void {
  switch (effect.do) {
    case 'share-file':
      shareFile(services, effect);
      return;
    case 'set-time-zone':
      services.workbook().setSpreadsheetTimeZone(effect.timeZone);
      followTimeZone(services, effect.timeZone);
      return;
    case 'let-edit':
      services.workbook().addEditor(effect.person);
      for (const protection of hardProtections(services)) {
        if (effect.head) protection.addEditor(effect.person);
        else protection.removeEditor(effect.person);
      }
      // Only a head may take over the triggers, and whoever owns them reads the forms.
      for (const form of forms(services)) {
        if (effect.head) form.addEditor(effect.person);
        else dropEditor(form, effect.person);
      }
      return;
    case 'stop-editing':
      services.workbook().removeEditor(effect.person);
      for (const form of forms(services)) dropEditor(form, effect.person);
      return;
    case 'close-books':
    case 'open-books':
    case 'migrate':
    // The mark says it, which is written with the entry.
  }
}

/** A file of somebody else's stays open to the owner of the triggers, who looks after its sharing later. */
function shareFile(services: Services, { fileId, viewers }: Extract<Effect, { do: 'share-file' }>): void {
  const file = services.spreadsheets.open(fileId);
  file.addViewers([...viewers]);
  const owner = services.properties.get(TRIGGER_OWNER);
  if (owner !== null && owner !== services.people.effective()) file.addEditor(owner);
}

/** A form's owner stays, and whoever was never let in needs no call. */
function dropEditor(form: GoogleAppsScript.Forms.Form, person: string): void {
  const isEditor = form.getEditors().some((user) => user.getEmail().toLowerCase() === person);
  if (isEditor) form.removeEditor(person);
}

function forms(services: Services): readonly GoogleAppsScript.Forms.Form[] {
  return Object.values(FORM_PROPERTIES).flatMap(({ id }) => {
    const formId = services.properties.get(id);
    return formId === null ? [] : [services.forms.service().openById(formId)];
  });
}

/** The protections of the tabs that only programme heads may type into. */
function hardProtections(services: Services): readonly GoogleAppsScript.Spreadsheet.Protection[] {
  const { SHEET } = services.spreadsheets.protectionType();
  return [TEAM.name, SETTINGS_TAB.name].flatMap((name) =>
    (services.workbook().getSheetByName(name)?.getProtections(SHEET) ?? []).filter(
      (protection) => !protection.isWarningOnly(),
    ),
  );
}

/** What an effect does, for a sentence on it. */
export function describeEffect(effect: Effect): string {
  switch (effect.do) {
    case 'share-file':
      return `Sharing the snapshot with ${effect.viewers.join(', ')}`;
    case 'set-time-zone':
      return `Setting the spreadsheet’s time zone to ${effect.timeZone}`;
    case 'let-edit':
      return `Sharing the registry with ${effect.person}`;
    case 'stop-editing':
      return `Ending the sharing of the registry with ${effect.person}`;
    case 'close-books':
      return 'Closing the registry for an import';
    case 'open-books':
      return 'Opening the registry again';
    case 'migrate':
      return `Bringing the records to version ${effect.to}`;
  }
}
