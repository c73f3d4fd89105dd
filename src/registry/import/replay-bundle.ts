import type { Instant } from '../../core/calendar/dates.ts';
import { parseLocalTime } from '../../core/calendar/parse-local-time.ts';
import type { DealId, LeadId } from '../../core/model/ids.ts';
import type { Issue } from '../../core/result.ts';
import type { Bundle, Owner } from './bundle.ts';
import { type BundleWorld, openBundleWorld } from './bundle-world.ts';
import { FIELD_NAMES } from './check-lead.ts';
import { findThere } from './find-there.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { ImportUnit } from './import-unit.ts';
import { orderSteps, type ReplayStep } from './replay-steps.ts';
import { refreshWorld, runStep } from './run-step.ts';

/**
 * Decides a bundle as if each thing had been recorded on its day, by the commands that record it today: what they would
 * have refused is refused. A refused row leaves no trace; null where nothing is left to write.
 */
export function replayBundle(desk: ImportDesk, bundle: Bundle): ImportUnit | null {
  const steps = orderSteps(desk, bundle);
  for (;;) {
    const mark = desk.numbers.mark();
    const played = openBundleWorld(desk, bundle);
    const outcome = new Replay(desk, played).play(steps);
    if (outcome === 'whole') {
      finish(desk, bundle, played);
      if (checkEnds(bundle, played)) return assembleUnit(desk, bundle, played);
    }
    desk.numbers.backTo(mark);
  }
}

class Replay {
  readonly #desk: ImportDesk;
  readonly #played: BundleWorld;
  /** Rows of which something was recorded. */
  readonly #begun = new Set<ImportRow>();
  #clock: Instant | '' = '';

  constructor(desk: ImportDesk, played: BundleWorld) {
    this.#desk = desk;
    this.#played = played;
  }

  /** `spoilt` where a row was refused after a part of it had been recorded: then all is played again without it. */
  play(steps: readonly ReplayStep[]): 'whole' | 'spoilt' {
    for (const step of steps) {
      if (step.row.verdict === 'already there') this.#remember(step, step.row.id);
      if (this.#isBlocked(step)) continue;
      if (!this.#playStep(step) && this.#begun.has(step.row)) return 'spoilt';
    }
    return 'whole';
  }

  /** Whether the row is settled, or what it belongs to is refused, which it then says. */
  #isBlocked({ row, owner }: ReplayStep): boolean {
    if (owner !== null && 'row' in owner && owner.row.isRefused) {
      const [field, what] = row.get('lead') === '' ? ['deal', 'deal'] : ['lead', 'lead'];
      row.refuse(field, `Its ${what}, ${owner.row.name}, is refused.`);
    }
    return row.verdict !== 'added';
  }

  #playStep(step: ReplayStep): boolean {
    const { row, day, time } = step;
    const there = this.#findThere(step);
    if (there !== null) {
      row.found(there);
      this.#remember(step, there);
      return true;
    }
    const input = step.describe(this.#played);
    if (input === null) return !row.isRefused;
    const now = this.#moveTo(time === undefined ? this.#desk.noonOf(day) : this.#momentOf(time));
    const done = runStep(this.#played.world, { actor: this.#desk.importer, ...input, now });
    if (!done.ok) {
      row.refuseAll(
        done.issues.map((issue) => this.#inWordsOfTheFiles(issue)),
        FIELD_NAMES,
      );
      return false;
    }
    this.#begun.add(row);
    if (step.makes !== null) row.become(done.id);
    this.#remember(step, done.id);
    return true;
  }

  #findThere({ row, owner, makes }: ReplayStep): string | null {
    if (owner === null || makes === null || makes === 'lead') return null;
    const id = this.#idOf(owner);
    return id === '' ? null : findThere(this.#desk, row, this.#played, id);
  }

  #idOf(owner: Owner<LeadId> | Owner<DealId>): LeadId | DealId | '' {
    if ('id' in owner) return owner.id;
    const { leadOf, dealOf } = this.#played;
    return leadOf.get(owner.row) ?? dealOf.get(owner.row) ?? '';
  }

  #remember({ row, makes }: ReplayStep, id: string): void {
    if (makes === 'lead') this.#played.leadOf.set(row, id as LeadId);
    if (makes === 'deal') this.#played.dealOf.set(row, id as DealId);
  }

  #momentOf(local: string): Instant {
    const at = parseLocalTime(local, this.#desk.timeZone) ?? this.#desk.now;
    return at < this.#desk.now ? at : this.#desk.now;
  }

  /** Time never runs backwards. */
  #moveTo(at: Instant): Instant {
    if (this.#clock === '' || at > this.#clock) this.#clock = at;
    return this.#clock;
  }

  /** Records that are not there yet have no IDs for people: the files' own references stand for them. */
  #inWordsOfTheFiles(issue: Issue): Issue {
    const { leadOf, dealOf, world } = this.#played;
    const names = new Map<string, string>();
    for (const [row, id] of leadOf) names.set(id, `lead ${row.get('reference')}`);
    for (const [row, id] of dealOf) names.set(id, `deal ${row.get('reference')}`);
    for (const { id, line } of world.list('commissions')) {
      const deal = names.get(line.deal);
      if (deal !== undefined) names.set(id, `the commission of ${deal}`);
    }
    const message = issue.message.replace(/\b[LDC]-\d+\b/g, (id) => names.get(id) ?? id);
    return { ...issue, message };
  }
}

/** Brings the leads to today, on which a suspended partner is suspended again. */
function finish(desk: ImportDesk, { there }: Bundle, { world, partners, leadOf }: BundleWorld): void {
  for (const partner of partners) world.take('partners', partner);
  const leads = [...new Set([...there, ...leadOf.values()])];
  if (world.changes().length > 0) refreshWorld(world, leads, desk.now);
}

/** Whether the leads came to what their rows say; a row that says otherwise is refused. */
function checkEnds({ plans }: Bundle, { world, leadOf }: BundleWorld): boolean {
  let isRight = true;
  for (const { row } of plans) {
    const lead = world.get('leads', leadOf.get(row) ?? '');
    if (row.isRefused || lead === undefined) continue;
    const { status } = lead.registration;
    const said = row.get('status');
    if (said === 'Converted' && status !== 'Converted') {
      row.refuse(
        'status',
        'It cannot be Converted: no SaaS licence deal among these files was signed inside its window.',
      );
      isRight = false;
    } else if (said !== '' && said !== status) row.remark(`Becomes ${status} by its dates and deals.`);
  }
  return isRight;
}

function assembleUnit(desk: ImportDesk, bundle: Bundle, played: BundleWorld): ImportUnit | null {
  const { world, leadOf, dealOf } = played;
  const changes = world.changes();
  if (changes.length === 0) return null;
  desk.paidReferences.addAll(world.list('commissions').map(({ line }) => line));
  const all = [bundle.plans, bundle.introductions, bundle.deals, bundle.ofDeals].flat();
  const rows = all.map(({ row }) => row).filter(({ verdict }) => verdict === 'added');
  const references = <Id extends string>(of: ReadonlyMap<ImportRow, Id>) =>
    new Map([...of].filter(([row]) => !row.isRefused).map(([row, id]) => [row.get('reference'), id]));
  return { rows, changes, leads: references(leadOf), deals: references(dealOf) };
}
