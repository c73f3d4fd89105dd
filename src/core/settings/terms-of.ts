import type { Terms } from '../model/registration.ts';
import type { Settings } from './settings.ts';

/** The terms in force under these settings: what an approval today takes over for the registration's life. */
export function termsOf(settings: Settings): Terms {
  return {
    rate: settings.rate,
    windowMonths: settings.windowMonths,
    paymentDays: settings.paymentDays,
    introductionsRequired: settings.introductionsRequired,
  };
}
