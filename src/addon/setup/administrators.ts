import { SETTINGS } from '../../core/settings/setting-table.ts';
import { heads } from '../../registry/commands/heads.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { STATE_TAB } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { TRIGGER_OWNER } from '../door/owner.ts';
import { RegistryError } from '../door/registry-error.ts';
import { readState } from '../door/state-book.ts';
import type { Services } from '../services/services.ts';
import type { Administrators } from './repair-protection.ts';

/** What the registry's records say about who administers it, and when. */
export interface Administration extends Administrators {
  /** The account whose triggers act; null before the first set-up. */
  readonly triggerOwner: string | null;
  readonly timeZone: string;
}

/** Reads who administers the registry; before its first set-up there are no heads and the settings are the defaults. */
export function readAdministration(services: Services): Administration {
  const workbook = services.workbook();
  const records = readRecords(services);
  return {
    heads: records === null ? [] : heads(records.list('team').map(({ member }) => member)),
    timeZone: records === null ? SETTINGS.timeZone.default : readSettings(records).timeZone,
    me: services.people.effective(),
    // A file of a shared drive has no owner.
    owner: workbook.getOwner()?.getEmail().toLowerCase() ?? '',
    triggerOwner: services.properties.get(TRIGGER_OWNER),
  };
}

/** The records as `_state` has them; null where set-up has to make or repair that tab first. */
function readRecords(services: Services): RecordsView | null {
  const sheet = services.workbook().getSheetByName(STATE_TAB.name);
  if (!sheet) return null;
  try {
    return readState(sheet).state;
  } catch (error) {
    if (error instanceof RegistryError) return null;
    throw error;
  }
}

/**
 * Why this person may not set up or take over; null where they may. Programme heads may. Before the first set-up
 * whoever may edit the workbook may; a registry whose books are lost can be rebuilt by the owner of the triggers or of the file.
 */
export function whyNotAdministrator({ heads, me, owner, triggerOwner }: Administration): string | null {
  if (me === '') {
    return 'Google does not say who you are, so nothing was done. Sign in with an account of the company and try again.';
  }
  if (heads.length > 0) {
    return heads.includes(me) ? null : `Only a programme head may do this. Ask ${heads.join(' or ')}.`;
  }
  if (triggerOwner === null || me === triggerOwner || me === owner) return null;
  return `The registry’s books are gone: only ${triggerOwner} or the owner of the file may rebuild them.`;
}
