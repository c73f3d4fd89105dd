import type { RunChoice } from '../../../core/commission/prepare-payment-run.ts';
import type { CommissionId, PartnerId } from '../../../core/model/ids.ts';
import { minimumPayoutOf } from '../../../core/settings/minimum-payout.ts';
import { quoteText } from '../../../core/text/quote-text.ts';
import type { Context } from '../context.ts';
import { someWords } from '../fields.ts';
import { lookUpPartner } from '../find-records.ts';
import type { Problems } from '../problems.ts';

/** The fields with which people choose what a payment run pays. */
export const CHOICE_FIELDS = {
  partners: someWords('The partners', 'names or IDs of partners'),
  exclude: someWords('What to leave out', 'commission lines or partners'),
} as const;

/**
 * What a run is to pay: all partners or those named, without the lines and partners to leave out, nothing below the
 * minimum payout. `not-found` for every name that there is none of.
 */
export function parseRunChoice(
  named: { readonly partners: readonly string[] | null; readonly exclude: readonly string[] | null },
  { draft, settings }: Context,
  problems: Problems,
): RunChoice {
  const wanted =
    named.partners === null ? draft.list('partners').map(({ id }) => id) : findAll(named.partners);
  const exclude = new Set<CommissionId>();
  const without = new Set<PartnerId>();
  for (const name of named.exclude ?? []) {
    const line = draft.get('commissions', name.toUpperCase());
    const partner = line ? undefined : lookUpPartner(name, draft);
    if (line) exclude.add(line.id);
    else if (partner) without.add(partner.id);
    else problems.add('not-found', 'exclude', `There is no commission line or partner ${quoteText(name)}.`);
  }
  return {
    partners: new Set(wanted.filter((id) => !without.has(id))),
    exclude,
    minimumOf: (currency) => minimumPayoutOf(settings, currency),
  };

  function findAll(names: readonly string[]): readonly PartnerId[] {
    return names.flatMap((name) => {
      const partner = lookUpPartner(name, draft);
      if (!partner)
        problems.add(
          'not-found',
          'partners',
          `There is no partner ${quoteText(name)}. Use the name or ID of the Partners tab.`,
        );
      return partner ? [partner.id] : [];
    });
  }
}
