import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { readForm } from '../registry/read-form.ts';
import type { RegistryForm } from '../registry/read-settings.ts';
import { SET_UP, type StatusLine, toDo, well } from './status-line.ts';

/** Whether each form answers into the spreadsheet, is published and takes verified addresses. */
export function lookAtForms(
  client: GoogleClient,
  spreadsheetId: string,
  forms: readonly RegistryForm[],
): Promise<readonly StatusLine[]> {
  return Promise.all(forms.map((form) => lookAtForm(client, spreadsheetId, form)));
}

async function lookAtForm(
  client: GoogleClient,
  spreadsheetId: string,
  { title, id }: RegistryForm,
): Promise<StatusLine> {
  const what = `Form "${title}"`;
  if (id === undefined) return toDo(what, `The Settings tab does not say where it is. ${SET_UP}`);
  try {
    const { isVerified, isPublished, linkedTo } = await readForm(client, id);
    const problems = [
      ...(linkedTo === spreadsheetId ? [] : [`its answers do not arrive in this spreadsheet: ${SET_UP}`]),
      ...(isPublished ? [] : ['it takes no answers: run npm run google -- create.']),
      ...(isVerified
        ? []
        : [
            'it takes addresses that people type, so anybody could register in a partner’s name: run npm run google -- create.',
          ]),
    ];
    return problems.length === 0
      ? well(what, 'linked, published, verified addresses')
      : toDo(what, problems.join(' And '));
  } catch (error) {
    if (!(error instanceof GoogleProblem)) throw error;
    return toDo(what, error.message);
  }
}
