import * as v from 'valibot';
import { STATUS_ROWS } from '../../../core/settings/status-rows.ts';
import { command } from '../command-spec.ts';
import { someText } from '../fields.ts';

/** Says on the Settings tab as whom the triggers run and where both forms are. Nothing is written where it stands there. */
export const noteSetUp = command({
  name: 'noteSetUp',
  schema: () => v.strictObject({ triggers: someText(), leadForm: someText(), joinForm: someText() }),
  find: () => ({}),
  decide: (input, _found, { draft }) => {
    for (const key of ['triggers', 'leadForm', 'joinForm'] as const) {
      const { name } = STATUS_ROWS[key];
      const value = input[key] ?? '';
      if ((draft.get('settings', name)?.value ?? '') !== value) draft.put('settings', { id: name, value });
    }
    return { subject: 'Settings' };
  },
});
