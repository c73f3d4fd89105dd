import type { Services } from '../services/services.ts';
import type { FormPlan } from './form-plans.ts';
import { repairQuestions } from './repair-questions.ts';
import type { Findings } from './set-up-report.ts';

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Makes a form, or puts right the one there is: questions, collected addresses, published, answers into this workbook.
 * A form that cannot be opened but whose answers arrive belongs to somebody else and is left alone.
 */
export function repairForm(
  services: Services,
  plan: FormPlan,
  heads: readonly string[],
  findings: Findings,
): void {
  const known = services.properties.get(plan.properties.id);
  const opened = known === null ? null : openForm(services, known);
  if (opened === 'closed') {
    findings.warnings.push(
      `The form "${plan.title}" is not open to you, so it was not checked. Ask whoever set up the registry first to share it with you.`,
    );
    return;
  }
  const form = opened ?? makeForm(services, plan);
  const changes = [
    ...repairQuestions(services, plan, form),
    ...repairSwitches(plan, form, opened === null),
    ...linkAnswers(services, plan, form),
    ...shareWithHeads(services, form, heads, findings),
  ];
  const url = form.getPublishedUrl();
  if (services.properties.get(plan.properties.url) !== url) services.properties.set(plan.properties.url, url);
  if (opened === null) {
    findings.made.push(`The form "${plan.title}".`);
    if (known !== null) {
      findings.warnings.push(
        `The form "${plan.title}" was gone and is new now: give partners its new link, ${url}.`,
      );
    }
  } else if (changes.length === 0) findings.leftAlone.push(`The form "${plan.title}".`);
  else findings.repaired.push(`The form "${plan.title}": ${changes.join(', ')}.`);
}

/** The form; null where it is gone, `closed` where only the right to open it is missing. */
function openForm(services: Services, id: string): Form | 'closed' | null {
  try {
    return services.forms.service().openById(id);
  } catch {
    // Google's message is in the reader's language and does not tell a deleted form from one that is not shared.
    return answersTab(services, id) ? 'closed' : null;
  }
}

function makeForm(services: Services, plan: FormPlan): Form {
  // Not published yet: one that is left behind, because the run was cut off before its ID was kept, takes no answers.
  const form = services.forms.service().create(plan.title, false);
  services.properties.set(plan.properties.id, form.getId());
  form.setDescription(plan.description);
  return form;
}

function repairSwitches(plan: FormPlan, form: Form, isNew: boolean): readonly string[] {
  const changes: string[] = [];
  if (!form.collectsEmail()) {
    form.setCollectEmail(true);
    changes.push('collects addresses');
  }
  if (form.getConfirmationMessage() === '') {
    form.setConfirmationMessage(plan.confirmation);
    changes.push('thanks whoever sends it');
  }
  if (!form.isPublished()) {
    form.setPublished(true);
    changes.push('published');
  }
  if (!form.isAcceptingResponses()) {
    form.setAcceptingResponses(true);
    changes.push('takes answers');
  }
  return isNew ? [] : changes;
}

/** The tab that receives the answers of the form, found by its link. */
function answersTab(services: Services, formId: string): Sheet | undefined {
  return services
    .workbook()
    .getSheets()
    .find((sheet) => sheet.getFormUrl()?.includes(formId));
}

function linkAnswers(services: Services, plan: FormPlan, form: Form): readonly string[] {
  const id = form.getId();
  const linked = answersTab(services, id);
  if (linked) return nameAnswers(services, plan, linked);
  form.setDestination(services.forms.service().DestinationType.SPREADSHEET, services.workbook().getId());
  services.spreadsheets.flush();
  const tab = answersTab(services, id);
  if (tab) nameAnswers(services, plan, tab);
  return ['answers arrive here again'];
}

/** Forms names its tab itself and puts it first; the registry's own come before it. */
function nameAnswers(services: Services, plan: FormPlan, tab: Sheet): readonly string[] {
  const workbook = services.workbook();
  const isOurs = tab.getName() === plan.tab;
  if (!isOurs && workbook.getSheetByName(plan.tab)) return [];
  if (!isOurs) tab.setName(plan.tab);
  if (tab.getIndex() === 1) {
    workbook.setActiveSheet(tab);
    workbook.moveActiveSheet(workbook.getNumSheets());
  }
  return isOurs ? [] : ['its tab has its name back'];
}

/** Programme heads may edit the form: whoever takes over the triggers reads its answers. */
function shareWithHeads(
  services: Services,
  form: Form,
  heads: readonly string[],
  findings: Findings,
): readonly string[] {
  const me = services.people.effective();
  const editors = form.getEditors().map((user) => user.getEmail().toLowerCase());
  const missing = heads.filter((head) => head !== me && !editors.includes(head));
  const shared: string[] = [];
  for (const head of missing) {
    try {
      form.addEditor(head);
      shared.push(head);
    } catch (error) {
      // Sharing may be forbidden by the company's own rules; the form works without it.
      const why = error instanceof Error ? error.message : String(error);
      findings.warnings.push(`The form "${form.getTitle()}" could not be shared with ${head}: ${why}`);
    }
  }
  return shared.length === 0 ? [] : [`shared with ${shared.join(', ')}`];
}
