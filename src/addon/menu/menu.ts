import { answerRequest } from '../door/answer-request.ts';
import { sendOutboxAs } from '../door/send-outbox.ts';
import { openServices } from '../services/open-services.ts';
import { buildMenu } from './build-menu.ts';
import { MENU_COMMANDS, type MenuCommand } from './menu-commands.ts';
import { runMenuCommand } from './run-menu-command.ts';

/** Simple trigger: shows the menu. Runs without authorisation, so it touches nothing else. */
export function onOpen(): void {
  buildMenu(openServices().spreadsheets.ui());
}

/** Menu item: registers a lead on a partner's behalf. */
export function showRegisterLead(): void {
  run(MENU_COMMANDS.registerLead);
}

/** Menu item: approves the request in the selected row. */
export function showApproveLead(): void {
  run(MENU_COMMANDS.approveLead);
}

/** Menu item: sends the request in the selected row back for more information. */
export function showReturnLead(): void {
  run(MENU_COMMANDS.returnLead);
}

/** Menu item: rejects the request in the selected row. */
export function showRejectLead(): void {
  run(MENU_COMMANDS.rejectLead);
}

/** Menu item: enters a deal on the lead in the selected row. */
export function showEnterDeal(): void {
  run(MENU_COMMANDS.enterDeal);
}

function run(command: MenuCommand): void {
  const services = openServices();
  runMenuCommand(
    services,
    {
      execute: (request) => answerRequest(services, request),
      sendQueuedMail: () => {
        sendOutboxAs(services);
      },
    },
    command,
  );
}
