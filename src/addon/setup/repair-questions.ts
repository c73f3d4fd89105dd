import type { Services } from '../services/services.ts';
import type { FormPlan, QuestionPlan } from './form-plans.ts';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/**
 * Adds the questions that a form lacks, each at its place, and makes required what is. Questions that people added stay.
 * Returns what was changed, in words.
 */
export function repairQuestions(services: Services, plan: FormPlan, form: Form): readonly string[] {
  removeUntitled(services, form);
  const titles = form.getItems().map((item) => item.getTitle());
  const items = new Map(form.getItems().map((item) => [item.getTitle(), item]));
  const changes: string[] = [];
  let place = 0;
  for (const question of plan.questions) {
    const found = items.get(question.title);
    if (found) {
      place = titles.indexOf(question.title) + 1;
      if (question.required && !requires(services, found)) changes.push(`"${question.title}" is required`);
      continue;
    }
    addQuestion(form, question);
    if (place < titles.length) form.moveItem(titles.length, place);
    titles.splice(place, 0, question.title);
    place += 1;
    changes.push(`added the question "${question.title}"`);
  }
  return changes;
}

/** A question without a title is one that an interrupted run was adding; people cannot ask anything by it. */
function removeUntitled(services: Services, form: Form): void {
  const { TEXT, PARAGRAPH_TEXT } = services.forms.service().ItemType;
  for (const item of form.getItems()) {
    const isText = item.getType() === TEXT || item.getType() === PARAGRAPH_TEXT;
    if (isText && item.getTitle() === '') form.deleteItem(item);
  }
}

function addQuestion(form: Form, { title, help, required, long }: QuestionPlan): void {
  const item = long ? form.addParagraphTextItem() : form.addTextItem();
  item.setTitle(title);
  item.setHelpText(help);
  if (required) item.setRequired(true);
}

/** Makes a question required; returns whether it was. Questions that people turned into another kind stay as they are. */
function requires(services: Services, item: Item): boolean {
  const { TEXT, PARAGRAPH_TEXT } = services.forms.service().ItemType;
  const type = item.getType();
  const asked =
    type === TEXT ? item.asTextItem() : type === PARAGRAPH_TEXT ? item.asParagraphTextItem() : null;
  if (asked === null || asked.isRequired()) return true;
  asked.setRequired(true);
  return false;
}
