import { FORMS, type FormName } from '../../registry/dialogs/form-table.ts';
import { openServices } from '../services/open-services.ts';
import { readSelectedRow } from './read-selected-row.ts';
import { showDialog } from './show-page.ts';

const WIDTH = 560;
const HEIGHT = 640;

/** A menu item that opens this form, about the record of the selected row. */
export function opens(form: FormName): () => void {
  return () => {
    const services = openServices();
    const look = { title: FORMS[form].title, width: WIDTH, height: HEIGHT };
    showDialog(services, 'FormDialog', look, { form, selected: readSelectedRow(services) });
  };
}
