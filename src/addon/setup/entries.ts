import { openServices } from '../services/open-services.ts';
import type { Services } from '../services/services.ts';
import type { Confirm } from './bring-up-to-date.ts';
import { setUpRegistry } from './set-up.ts';
import { formatReport, type SetUpReport } from './set-up-report.ts';
import { takeOverTriggers } from './take-over.ts';

/** Menu item: builds or repairs the registry and says what was done. */
export function setUp(): void {
  const services = openServices();
  tell(services, setUpRegistry(services, confirmWith(services)), 'Set up this registry');
}

/** Menu item: makes whoever chose it the owner of the triggers. */
export function takeOver(): void {
  const services = openServices();
  tell(services, takeOverTriggers(services), 'Take over the triggers');
}

function tell(services: Services, report: SetUpReport, title: string): void {
  const text = formatReport(report);
  services.tools.log(text);
  const ui = openUi(services);
  ui?.alert(title, text, ui.ButtonSet.OK);
}

/** Asks whoever set up chose; nobody is asked, and so nobody agrees, where no user interface is open. */
function confirmWith(services: Services): Confirm {
  return (title, text) => {
    const ui = openUi(services);
    return ui !== null && ui.alert(title, text, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
  };
}

/** The user interface; null where none is open, as when the script editor runs the function. */
function openUi(services: Services): GoogleAppsScript.Base.Ui | null {
  try {
    return services.spreadsheets.ui();
  } catch {
    return null;
  }
}
