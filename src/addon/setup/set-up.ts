import { TAB_ORDER, TABS, type TabKind } from '../../registry/schema/schema.ts';
import { FINANCE_TAB } from '../../registry/schema/tabs/finance.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { aloneUnlessClosed, BooksClosed } from '../door/books-closed.ts';
import { openBooks } from '../door/commit-plan.ts';
import { runSystemCommand } from '../door/door.ts';
import { TRIGGER_OWNER } from '../door/owner.ts';
import { showFinance } from '../door/show-finance.ts';
import { showRecords } from '../door/show-records.ts';
import type { Services } from '../services/services.ts';
import { type Administration, readAdministration, whyNotAdministrator } from './administrators.ts';
import { assembleTabPlans } from './assemble-tab-plans.ts';
import { bringUpToDate, type Confirm } from './bring-up-to-date.ts';
import { FORM_PLANS } from './form-plans.ts';
import { nameOf } from './name-of.ts';
import { noteSetUp } from './note-set-up.ts';
import { placeTabs } from './place-tabs.ts';
import { repairForm } from './repair-form.ts';
import { type ProtectionOutcome, repairProtection } from './repair-protection.ts';
import { type RepairedTab, repairTab } from './repair-tab.ts';
import { checkScriptTimeZone, repairLocale } from './repair-time-zone.ts';
import { removeTriggers, repairTriggers } from './repair-triggers.ts';
import { type Findings, openFindings, refuseSetUp, type SetUpReport } from './set-up-report.ts';
import { SHOWING } from './showing.ts';

/** Script property: `yes` while protections are made, which begin without the description that says whose they are. */
const PROTECTING = 'PROTECTING';

const BUSY = 'Somebody else is working with the registry right now. Nothing was done: try again in a minute.';

/**
 * Builds the registry in this workbook, or puts right what has gone wrong with it; running it again is safe. Whoever runs
 * it first becomes programme head and owner of the triggers; later only programme heads may. Records of an earlier version
 * are brought up to date first, behind a backup, if `confirm` answers yes.
 */
export function setUpRegistry(services: Services, confirm: Confirm): SetUpReport {
  try {
    return setUp(services, confirm);
  } catch (error) {
    if (error instanceof BooksClosed) return refuseSetUp(error.message);
    throw error;
  }
}

function setUp(services: Services, confirm: Confirm): SetUpReport {
  const findings = openFindings();
  const stopped = bringUpToDate(services, confirm, findings);
  if (stopped !== null) return refuseSetUp(stopped);
  const built = services.lock.alone(() => buildTabs(services, findings));
  if (built === null) return refuseSetUp(BUSY);
  const { value } = built;
  if ('refused' in value) return refuseSetUp(value.refused);
  const { me } = value.administration;
  const seeded = runSystemCommand(services, 'seedRegistry', { head: me, name: nameOf(me) });
  if (!seeded.ok) return refuseSetUp(seeded.issues.map(({ message }) => message).join('\n'));
  const finished = aloneUnlessClosed(services, () => finish(services, value.tabs, findings));
  if (finished === null)
    findings.warnings.push('Forms and triggers still have to be set up. Choose set-up again in a minute.');
  else noteSetUp(services, findings);
  return { ...findings, done: true };
}

function buildTabs(
  services: Services,
  findings: Findings,
):
  | { readonly refused: string }
  | { readonly administration: Administration; readonly tabs: readonly RepairedTab[] } {
  const administration = readAdministration(services);
  const refused = whyNotAdministrator(administration);
  if (refused !== null) return { refused };
  // Before anything is written: moments in cells are local times, and would mean others afterwards.
  repairLocale(services, administration.timeZone, findings);
  const tabs = placeTabs(services.workbook(), assembleTabPlans()).map((tab) =>
    repairTab(services, tab, findings),
  );
  tell(
    findings.made,
    'The tab',
    tabs.filter(({ isNew }) => isNew),
  );
  tell(
    findings.leftAlone,
    'The tab',
    tabs.filter(({ wasRight }) => wasRight),
  );
  return { administration, tabs };
}

function finish(services: Services, tabs: readonly RepairedTab[], findings: Findings): void {
  const { state } = openBooks(services);
  // A run before this one may have been cut off behind the headers.
  const lacking = new Set(
    tabs
      .filter(({ lacksValues, sheet }) => lacksValues || sheet.getLastRow() < 2)
      .map(({ plan }) => plan.name),
  );
  showLacking(services, state, lacking);
  const administration = readAdministration(services);
  protectTabs(services, tabs, administration, findings);
  for (const plan of FORM_PLANS) repairForm(services, plan, administration.heads, findings);
  settleTriggers(services, administration, findings);
  checkScriptTimeZone(services, administration.timeZone, findings);
  const [first] = tabs;
  if (first && findings.made.length > 0) services.workbook().setActiveSheet(first.sheet);
}

/** Shows the records in these tabs, and in all of them where a run before this one was cut off while it did. */
function showLacking(services: Services, state: RecordsView, lacking: ReadonlySet<string>): void {
  // Without records it is written by the first change.
  if (lacking.has(FINANCE_TAB.name)) showFinance(services, state);
  const wasCutOff = services.properties.get(SHOWING) === 'yes';
  if (lacking.size === 0 && !wasCutOff) return;
  services.properties.set(SHOWING, 'yes');
  const kinds = TAB_ORDER.filter((kind: TabKind) => wasCutOff || lacking.has(TABS[kind].name));
  showRecords(services, state, kinds, { explain: false });
  services.spreadsheets.flush();
  services.properties.set(SHOWING, 'no');
}

function protectTabs(
  services: Services,
  tabs: readonly RepairedTab[],
  administration: Administration,
  findings: Findings,
): void {
  const wasCutOff = services.properties.get(PROTECTING) === 'yes';
  services.properties.set(PROTECTING, 'yes');
  const outcomes = tabs.map((tab) => ({
    tab,
    outcome: repairProtection(services, tab, { ...administration, wasCutOff }, findings),
  }));
  // A property is durable at once: what it says is done has to be durable before.
  services.spreadsheets.flush();
  services.properties.set(PROTECTING, 'no');
  const those = (wanted: ProtectionOutcome) =>
    outcomes.filter(({ outcome }) => outcome === wanted).map(({ tab }) => tab);
  tell(findings.made, 'The protection of the tab', those('made'));
  tell(findings.repaired, 'The protection of the tab', those('repaired'));
  tell(findings.leftAlone, 'The protection of the tab', those('kept'));
}

/** One sentence for all of these tabs. */
function tell(lines: string[], what: string, tabs: readonly RepairedTab[]): void {
  const names = tabs.map(({ plan }) => plan.name);
  if (names.length > 0) lines.push(`${what}${names.length === 1 ? '' : 's'} ${names.join(', ')}.`);
}

/** One account owns the triggers: with two, everything would be done twice and neither could see the other's. */
function settleTriggers(
  services: Services,
  { me, triggerOwner, timeZone }: Administration,
  findings: Findings,
): void {
  if (triggerOwner !== null && triggerOwner !== me) {
    const removed = removeTriggers(services);
    if (removed > 0)
      findings.repaired.push(`${removed} triggers of yours that had nothing left to do are removed.`);
    findings.leftAlone.push(
      `The triggers belong to ${triggerOwner}. If they should be yours, choose Administration > Take over the triggers.`,
    );
    return;
  }
  repairTriggers(services, timeZone, findings);
  if (triggerOwner === null) services.properties.set(TRIGGER_OWNER, me);
}
