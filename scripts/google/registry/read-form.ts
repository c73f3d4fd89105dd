import type { GoogleClient } from '../client/google-client.ts';

/** How a form is set, as Forms tells its editors. */
export interface FormStanding {
  readonly id: string;
  readonly title: string;
  readonly isVerified: boolean;
  readonly isPublished: boolean;
  /** The spreadsheet that takes the answers; '' where none does. */
  readonly linkedTo: string;
}

/** Asks how a form is set. Throws GoogleProblem. */
export async function readForm(client: GoogleClient, formId: string): Promise<FormStanding> {
  const form = await client.read(`the form ${formId}`, () =>
    client.forms.forms.get({ formId, fields: 'info,settings,publishSettings,linkedSheetId' }),
  );
  const state = form.publishSettings?.publishState;
  return {
    id: formId,
    title: form.info?.title ?? '',
    isVerified: form.settings?.emailCollectionType === 'VERIFIED',
    // A form from before there was publishing has no such settings and takes answers.
    isPublished: state === undefined || (state.isPublished === true && state.isAcceptingResponses === true),
    linkedTo: form.linkedSheetId ?? '',
  };
}
