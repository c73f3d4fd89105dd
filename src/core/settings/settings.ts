import type { PlainDate } from '../calendar/dates.ts';

/** The programme's settings, checked. */
export interface Settings {
  readonly companyName: string;
  readonly programmeName: string;
  /** IANA name of the zone in which every calendar date is read. */
  readonly timeZone: string;
  /** Share of net first-year revenue as a decimal text, such as `0.1`. */
  readonly rate: string;
  readonly windowMonths: number;
  readonly paymentDays: number;
  readonly introductionsRequired: number;
  /** Business days after arrival by whose end a request is decided. */
  readonly decisionDays: number;
  /** Business days after which an untouched returned request is withdrawn. */
  readonly returnedDays: number;
  /** Days before Active until on which partner and manager are told, most first. */
  readonly expiryNoticeDays: readonly number[];
  readonly holidays: readonly PlainDate[];
  /** '' where there is none. */
  readonly resourcesLink: string;
  readonly communityLink: string;
  /** The next quarterly sales training; null while not planned. */
  readonly trainingDate: PlainDate | null;
  /** The smallest amount that a payment run pays, by currency; the one under '' holds for currencies not named. */
  readonly minimumPayout: ReadonlyMap<string, string>;
  /** The currency into which totals are converted besides; '' where none is. */
  readonly reportingCurrency: string;
}
