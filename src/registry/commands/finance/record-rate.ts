import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import { type ExchangeRate, parseExchangeRate } from '../../../core/money/exchange-rates.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { pastDate, someCurrency, someText, text } from '../fields.ts';
import { namedIn } from '../find-records.ts';

/**
 * Keeps the exchange rate of a day, into the reporting currency unless another is named; entered again for the same day
 * it corrects that one. Rates only convert totals that are shown; nothing is ever paid at one.
 */
export const recordRate = command({
  name: 'recordRate',
  schema: (calendar) =>
    v.strictObject({
      id: someText(),
      currency: someCurrency('The currency'),
      into: someCurrency('The currency to convert into'),
      on: pastDate('The day of the rate', calendar),
      rate: text('The rate'),
    }),
  find: (raw, context, problems) => {
    const id = namedIn(raw, 'id').toUpperCase();
    const found = id === '' ? undefined : context.draft.get('rates', id);
    if (id !== '' && !found)
      problems.add('not-found', 'id', 'There is no rate with this ID in the Rates tab.');
    return { found };
  },
  decide: (input, { found }, context, problems) => {
    const { currency, on } = input;
    const into = input.into ?? context.settings.reportingCurrency;
    if (currency === null) problems.add('required', 'currency', 'Name the currency, for example EUR.');
    if (into === '') {
      problems.add(
        'required',
        'into',
        'Name the currency to convert into, or choose a reporting currency in the settings.',
      );
    }
    if (currency !== null && currency === into) {
      problems.add('invalid', 'into', `${currency} is not converted into itself.`);
    }
    const parsed = problems.take(parseExchangeRate(input.rate, 'rate'));
    if (currency === null || parsed === null || problems.any) return {};
    const rate: ExchangeRate = { currency, into, on, rate: parsed };
    const same = context.draft
      .list('rates')
      .find((one) => one.rate.currency === currency && one.rate.into === into && one.rate.on === on);
    if (found && same && same.id !== found.id) {
      problems.add('invalid', 'on', `${same.id} is the rate of ${currency} into ${into} on ${on} already.`);
      return {};
    }
    const id = found?.id ?? same?.id ?? context.draft.nextId('rates');
    context.draft.put('rates', { id, rate, by: actorEmail(context.actor) as Email });
    return { id };
  },
});
