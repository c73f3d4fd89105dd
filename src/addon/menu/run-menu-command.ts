import type { Services } from '../services/services.ts';
import { canBeOverridden, describeRefusal, parseEndpointAnswer } from './describe-answer.ts';
import type { Answers, MenuCommand, MenuQuestion } from './menu-commands.ts';
import { askText, parseAnswer } from './parse-answer.ts';
import { readSelectedLead } from './read-selected-lead.ts';

type Ui = GoogleAppsScript.Base.Ui;

/** What a menu item needs of the door: the endpoint of the dialogs, and sending what was queued. */
export interface MenuDoor {
  readonly execute: (request: string) => string;
  readonly sendQueuedMail: () => void;
}

const OVERRIDE: MenuQuestion = {
  field: 'override',
  text: 'The customer is one of the company’s own. To approve all the same, write why; Cancel leaves it as it is.',
  optional: false,
};

/**
 * Asks what a command needs, one prompt a question, and gives the command through the endpoint that dialogs use. Cancel at
 * any question ends it with nothing done. Then says what came of it.
 */
export function runMenuCommand(services: Services, door: MenuDoor, menuCommand: MenuCommand): void {
  const ui = services.spreadsheets.ui();
  const { title, needsLead } = menuCommand;
  const lead = needsLead ? readSelectedLead(services) : '';
  if (lead === null) {
    ui.alert(title, 'Select one row with a Lead ID first, for example on the Leads tab.', ui.ButtonSet.OK);
    return;
  }
  const heading = needsLead ? `${title} ${lead}` : title;
  const answers = askAll(ui, heading, menuCommand.questions);
  if (answers === null) return;
  const input = needsLead ? { lead, ...answers } : answers;
  let answer = give(services, door, menuCommand, input);
  if (menuCommand.command === 'approveLead' && canBeOverridden(answer)) {
    const reason = askAll(ui, heading, [OVERRIDE]);
    if (reason === null) return;
    answer = give(services, door, menuCommand, { ...input, ...reason });
  }
  if (!answer.ok) {
    ui.alert(heading, describeRefusal(answer.issues), ui.ButtonSet.OK);
    return;
  }
  ui.alert(heading, menuCommand.done(lead, answer.id ?? ''), ui.ButtonSet.OK);
  if (answer.mailQueued === true) door.sendQueuedMail();
}

function give(services: Services, door: MenuDoor, { command }: MenuCommand, input: Answers) {
  const requestId = services.tools.uuid();
  return parseEndpointAnswer(door.execute(JSON.stringify({ command, input, requestId })));
}

/** The answers to all questions; null where somebody cancelled. Empty ones are left out. */
function askAll(ui: Ui, heading: string, questions: readonly MenuQuestion[]): Answers | null {
  let answers: Answers = {};
  for (const question of questions) {
    if (question.when && !question.when(answers)) continue;
    const text = ask(ui, heading, question, answers);
    if (text === null) return null;
    if (text !== '') answers = { ...answers, [question.field]: text };
  }
  return answers;
}

function ask(ui: Ui, heading: string, question: MenuQuestion, answers: Answers): string | null {
  let problem = '';
  for (;;) {
    const response = ui.prompt(heading, askText(question, problem), ui.ButtonSet.OK_CANCEL);
    if (response.getSelectedButton() !== ui.Button.OK) return null;
    const parsed = parseAnswer(question, response.getResponseText(), answers);
    if (parsed.ok) return parsed.text;
    problem = parsed.problem;
  }
}
