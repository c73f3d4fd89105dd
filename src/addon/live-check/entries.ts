import { showDialog } from '../dialogs/show-page.ts';
import { openServices } from '../services/open-services.ts';
import { readAdministration, whyNotAdministrator } from '../setup/administrators.ts';
import { answerLiveCheck } from './live-check.ts';

const TITLE = 'Check this installation';

/** Menu item: compares how the platform behaves with what the registry expects of it. */
export function showLiveCheck(): void {
  const services = openServices();
  const why = whyNotAdministrator(readAdministration(services));
  if (why !== null) {
    const ui = services.spreadsheets.ui();
    ui.alert(TITLE, why, ui.ButtonSet.OK);
    return;
  }
  const { NOT_CHECKED, countSteps } = services.contract();
  const start = { steps: countSteps(), notChecked: NOT_CHECKED };
  showDialog(services, 'LiveCheck', { title: TITLE, width: 900, height: 640 }, start);
}

/** Dialog endpoint: the check slice by slice. Only who administers the registry may, which is checked inside. */
export function runLiveCheck(request: string): string {
  return answerLiveCheck(openServices(), request);
}
