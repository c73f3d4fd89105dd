import { text } from '../field-builders.ts';
import { form } from '../form-spec.ts';

export const beginImport = form({
  command: 'beginImport',
  title: 'Begin an import',
  intro:
    'Closes the registry for everybody while an import writes from outside: commands, forms and typed cells wait until it has ended, and nothing of theirs is lost.',
  subject: null,
  fields: () => ({
    fields: [text('what', 'What is imported', { help: 'Whoever is kept waiting reads it.' })],
  }),
  confirm: 'Close the registry',
  done: 'The registry is closed for the import.',
  next: 'Run the import now. It opens the registry again when it is done.',
});

export const endImport = form({
  command: 'endImport',
  title: 'End an import',
  intro:
    'Opens the registry again after an import that was given up. Stop the import first: one that is still running notices, and stops as well.',
  subject: null,
  fields: () => ({ fields: [] }),
  confirm: 'Open the registry',
  done: 'The registry is open again.',
  next: 'What the import wrote stays. Importing the same files again goes on where it stopped.',
});
