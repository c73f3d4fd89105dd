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
    const unit = importPartner(desk, row, known !== undefined);
    if (unit === null && !known) desk.refusePartner(row);
    return unit ?? [];
  });
}

/** Null where the row is refused; one of a partner that is there, `isKnown`, is only looked at. */
function importPartner(desk: ImportDesk, row: ImportRow, isKnown: boolean): ImportUnit | null {
  const joinedOn = row.get('joinedOn');
  if (joinedOn > desk.today) row.refuse('joinedOn', `Joined on is ${joinedOn}, in the future.`);
  const calendar = { today: desk.today, now: desk.now, timeZone: desk.timeZone };
  for (const [command, input] of stepsOf(row)) row.refuseAll(checkFields(command, input, calendar));
  if (isKnown) return null;
  const mark = desk.numbers.mark();
  const world = desk.openWorld();
  for (const partner of desk.partners) world.take('partners', partner);
  const now = joinedOn === '' ? desk.now : desk.noonOf(mintPlainDate(joinedOn));
  // A row with a wrong cell is decided all the same, so that it tells what is wrong with the others.
  for (const [command, input] of stepsOf(row)) {
    const done = runStep(world, { command, input, now, actor: desk.importer });
    if (done.ok) continue;
    row.refuseAll(done.issues);
    break;
  }
  if (row.isRefused) {
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

/** The commands that make the partner, of a row with a wrong cell as if it were empty. */
function stepsOf(row: ImportRow): readonly (readonly [PeopleCommand, RawInput])[] {
  const sound = (field: string) => (row.isWrong(field) ? '' : row.get(field));
  // Without a name the rest can be decided by any that is nobody's.
  const partner = row.isWrong('partner') ? row.name : row.get('partner');
  const [country, reason] = [sound('country'), row.get('reason')];
  const admission = { partner, contacts: sound('contacts'), manager: sound('manager') };
  return [
    ['admitPartner', admission],
    ...(country === '' ? [] : [['updatePartner', { partner, country }] as const]),
    ...(row.get('status') === 'Suspended' ? [['suspendPartner', { partner, reason }] as const] : []),
  ];
}
