import { answerQuestion } from './door/answer-question.ts';
import { answerRequest } from './door/answer-request.ts';
import { goOnLater } from './door/go-on-later.ts';
import { actsForOwner } from './door/owner.ts';
import { reconcile } from './door/reconcile.ts';
import { sendOutbox, sendOutboxAs, workOff } from './door/send-outbox.ts';
import { goOnWithWork, strikeClock } from './door/strike-clock.ts';
import { takeEdit } from './door/take-edit.ts';
import { takeForms } from './door/take-forms.ts';
import { openServices } from './services/open-services.ts';

export * from './dialogs/dialog-entries.ts';
export { runLiveCheck, showLiveCheck } from './live-check/entries.ts';
export { onOpen } from './menu/menu.ts';
export { setUp, takeOver } from './setup/entries.ts';

/** Installable edit trigger. */
export function whenEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const services = openServices();
  if (!actsForOwner(services)) return;
  const author = event.user ? event.user.getEmail() : '';
  const { range, value, oldValue } = event;
  if (takeEdit(services, range, { author, value, oldValue })) workOff(services);
}

/** Structural changes that rows may have been lost or moved by; edits and formats have triggers of their own or none. */
const CHANGES_TO_LOOK_AT = [
  'INSERT_ROW',
  'REMOVE_ROW',
  'INSERT_COLUMN',
  'REMOVE_COLUMN',
  'INSERT_GRID',
  'REMOVE_GRID',
  'OTHER',
];

/** Installable change trigger. */
export function whenChanged(event: GoogleAppsScript.Events.SheetsOnChange): void {
  const services = openServices();
  if (!CHANGES_TO_LOOK_AT.includes(event.changeType) || !actsForOwner(services)) return;
  reconcile(services);
}

/** Installable form trigger of the workbook: both forms. */
export function whenFormSubmitted(): void {
  const services = openServices();
  if (!actsForOwner(services)) return;
  const { mailQueued, left } = takeForms(services);
  if (left) goOnLater(services);
  if (mailQueued) sendOutbox(services);
}

/** Time-driven trigger, at most every six hours. */
export function whenClockStrikes(): void {
  const services = openServices();
  if (actsForOwner(services)) strikeClock(services);
}

/** One-shot trigger: goes on with what an earlier execution had no time for. */
export function whenWorkGoesOn(): void {
  const services = openServices();
  if (actsForOwner(services)) goOnWithWork(services);
}

/** Dialog endpoint: a request as JSON, an answer as JSON. The actor's role is checked inside. */
export function execute(request: string): string {
  return answerRequest(openServices(), request);
}

/** Dialog endpoint: a question as JSON, an answer as JSON. The actor's role is checked inside. */
export function ask(question: string): string {
  return answerQuestion(openServices(), question);
}

/** Dialog endpoint: sends the mail that a command has queued. */
export function sendOutboxNow(): string {
  return JSON.stringify(sendOutboxAs(openServices()));
}
