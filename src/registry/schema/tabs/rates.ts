import type { RateRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed, typed } from '../column-builders.ts';

/** One row for each exchange rate of a day. */
export const RATES: Tab<RateRecord> = {
  kind: 'rates',
  name: 'Rates',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning:
    'One row for each exchange rate of a day. Totals are converted at the latest one; nothing is ever paid at one.',
  columns: [
    computed('id', 'Rate ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 80 }),
    typed(
      'currency',
      'Currency',
      'text',
      'ISO 4217 code of the currency that is converted.',
      (r) => r.rate.currency,
      {
        width: 90,
      },
    ),
    typed(
      'into',
      'Into',
      'text',
      'ISO 4217 code of the currency that it is converted into.',
      (r) => r.rate.into,
      {
        width: 80,
      },
    ),
    typed('on', 'Date', 'date', 'The day of the rate; it holds until a later one.', (r) => r.rate.on),
    typed(
      'rate',
      'Rate',
      'rate',
      'How much of the other currency one unit is, such as 1.0842.',
      (r) => r.rate.rate,
      { width: 110 },
    ),
    computed('by', 'Entered by', 'text', 'Who entered it.', (r) => r.by, { width: 200 }),
  ],
};
