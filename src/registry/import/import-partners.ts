import { mintPlainDate } from '../../core/calendar/mint-dates.ts';
import type { RawInput } from '../commands/command-spec.ts';
import type { PeopleCommand } from '../commands/command-table.ts';
import { checkFields } from '../commands/decide-command.ts';
import { foldName } from '../commands/find-records.ts';
import type { PartnerRecord } from '../records.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { ImportUnit } from './import-unit.ts';
import { runStep } from './run-step.ts';

/** Admits each partner on its day, with the country, and suspends it where it is suspended. */
export function importPartners(desk: ImportDesk, rows: readonly ImportRow[]): readonly ImportUnit[] {
  const seen = new Map<string, ImportRow>();
  return rows.flatMap((row) => {
    const name = foldName(row.get('partner'));
    const first = seen.get(name);
    if (name !== '' && first)
      row.refuse('partner', `${first.name} is of the same partner: keep one of them.`);
    seen.set(name, first ?? row);
    const known = desk.findPartner(row.get('partner'));
    if (known && !row.isRefused) {
      row.found(known.id);
      return [];
    }
    const unit = importPartner(desk, row);
    if (unit === null && !known) desk.refusePartner(row);
    return unit ?? [];
  });
}

function importPartner(desk: ImportDesk, row: ImportRow): ImportUnit | null {
  const joinedOn = row.get('joinedOn');
  if (joinedOn > desk.today) row.refuse('joinedOn', `Joined on is ${joinedOn}, in the future.`);
  const admission = {
    partner: row.get('partner'),
    contacts: row.get('contacts'),
    manager: row.get('manager'),
  };
  const steps: (readonly [PeopleCommand, RawInput])[] = [['admitPartner', admission]];
  if (row.get('country') !== '') {
    steps.push(['updatePartner', { partner: row.get('partner'), country: row.get('country') }]);
  }
  if (row.get('status') === 'Suspended') {
    steps.push(['suspendPartner', { partner: row.get('partner'), reason: row.get('reason') }]);
  }
  const calendar = { today: desk.today, now: desk.now, timeZone: desk.timeZone };
  for (const [command, input] of steps) row.refuseAll(checkFields(command, input, calendar));
  if (row.isRefused) return null;
  const mark = desk.numbers.mark();
  const world = desk.openWorld();
  for (const partner of desk.partners) world.take('partners', partner);
  const now = desk.noonOf(mintPlainDate(joinedOn));
  for (const [command, input] of steps) {
    const done = runStep(world, { command, input, now, actor: desk.importer });
    if (done.ok) continue;
    row.refuseAll(done.issues);
    desk.numbers.backTo(mark);
    return null;
  }
  const changes = world.changes();
  for (const { after } of changes) {
    row.become(after.id);
    desk.addPartner(after as PartnerRecord);
  }
  return { rows: [row], changes, leads: new Map(), deals: new Map() };
}
