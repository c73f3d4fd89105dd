import { openServices } from '../services/open-services.ts';
import { buildMenu } from './build-menu.ts';

/** Simple trigger: shows the menu. Runs without authorisation, so it touches nothing else. */
export function onOpen(): void {
  buildMenu(openServices().spreadsheets.ui());
}
