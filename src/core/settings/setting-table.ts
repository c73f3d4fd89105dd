import type { SettingParser } from './setting-parsers.ts';
import {
  parseDateList,
  parseDayList,
  parseLink,
  parseMinimums,
  parseName,
  parseOptionalCurrency,
  parseOptionalDate,
  parseShare,
  parseZone,
  wholeNumber,
} from './setting-parsers.ts';
import type { Settings } from './settings.ts';

/** One setting as declared: what people see, and how its text is read. */
export interface SettingDeclaration<T> {
  /** The setting's name as shown. */
  readonly name: string;
  /** What its cell holds before anybody changes it. */
  readonly default: string;
  readonly parse: SettingParser<T>;
  /** What it means, for people. */
  readonly meaning: string;
}

/** All settings of the programme in the order in which they are shown; the defaults are the programme rules'. */
export const SETTINGS: { readonly [Key in keyof Settings]: SettingDeclaration<Settings[Key]> } = {
  companyName: {
    name: 'Company name',
    default: 'One Network',
    parse: parseName,
    meaning: 'The company whose programme this is, as named in mail and dialogs.',
  },
  programmeName: {
    name: 'Programme name',
    default: 'Referral Partner Programme',
    parse: parseName,
    meaning: 'The programme as named in mail and dialogs.',
  },
  timeZone: {
    name: 'Programme time zone',
    default: 'America/Chicago',
    parse: parseZone,
    meaning: 'Every calendar date is read in this time zone.',
  },
  rate: {
    name: 'Commission rate',
    default: '0.1',
    parse: parseShare,
    meaning:
      'Share of net first-year SaaS revenue that a partner earns, such as 0.1 for ten per cent. A registration keeps the rate of its approval.',
  },
  windowMonths: {
    name: 'Registration window months',
    default: '12',
    parse: wholeNumber(1, 120),
    meaning:
      'Months from approval to Active until, the last day included. A registration keeps the window of its approval.',
  },
  paymentDays: {
    name: 'Payment days after first cash receipt',
    default: '30',
    parse: wholeNumber(0, 365),
    meaning:
      'Calendar days from the first cash receipt to the day on which the commission is due. A registration keeps those of its approval.',
  },
  introductionsRequired: {
    name: 'Introductions required',
    default: '1',
    parse: wholeNumber(0, 20),
    meaning:
      'How many confirmed introductions of decision makers a commission needs. A registration keeps the number of its approval.',
  },
  decisionDays: {
    name: 'Decision target business days',
    default: '3',
    parse: wholeNumber(1, 60),
    meaning: 'A request is to be decided by the end of this business day after the day of its arrival.',
  },
  returnedDays: {
    name: 'Returned request business days',
    default: '10',
    parse: wholeNumber(1, 250),
    meaning: 'A returned request that nobody touches for so many business days is withdrawn.',
  },
  expiryNoticeDays: {
    name: 'Expiry notice days',
    default: '60, 30, 7',
    parse: parseDayList,
    meaning: 'Partner and manager are told so many days before Active until, once each. Separated by commas.',
  },
  holidays: {
    name: 'Holidays',
    default: '',
    parse: parseDateList,
    meaning: 'Days that are no business days besides Saturdays and Sundays: YYYY-MM-DD, separated by commas.',
  },
  resourcesLink: {
    name: 'Resources link',
    default: '',
    parse: parseLink,
    meaning: 'Where partners find the online resources; part of the welcome mail.',
  },
  communityLink: {
    name: 'Community link',
    default: '',
    parse: parseLink,
    meaning: 'Where partners find the partner community; part of the welcome mail.',
  },
  trainingDate: {
    name: 'Training date',
    default: '',
    parse: parseOptionalDate,
    meaning: 'The next quarterly sales training, to which the contacts of all partners are invited.',
  },
  minimumPayout: {
    name: 'Minimum payout',
    default: '',
    parse: parseMinimums,
    meaning:
      'A payment run carries smaller payments on to the next: such as 50 for every currency, or USD 50, JPY 5000. Empty: everything above zero is paid.',
  },
  reportingCurrency: {
    name: 'Reporting currency',
    default: '',
    parse: parseOptionalCurrency,
    meaning:
      'Totals are shown in this currency besides their own, with the rates of the Rates tab. Empty: nothing is converted.',
  },
};
