import { addDays } from '../../../../src/core/calendar/add-days.ts';
import { mintPlainDate } from '../../../../src/core/calendar/mint-dates.ts';
import type { Files } from './import-files.ts';

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'zu',
  'xa',
];

/** A word that no other number has, and that is not much like its neighbours'. */
function wordOf(n: number): string {
  let rest = (n * 7919 + 4242) % 1_048_576;
  let word = '';
  for (let i = 0; i < 5; i += 1) {
    word += SYLLABLES[rest % 16];
    rest = Math.floor(rest / 16);
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Ways in which a lead went, a row of each kind where it has one. */
const COURSES = ['paid', 'expired', 'active', 'open', 'rejected'] as const;

/**
 * The files of an existing registry: so many leads of ten partners, a fifth of them with introduction, deal, receipt and
 * payment. Eight rows for five leads, and an account for every tenth.
 */
export function writeOldRegistry(leads: number, today: string): Files {
  const on = (days: number): string => addDays(mintPlainDate(today), -days);
  const partners = Array.from({ length: 10 }, (_, n) => ({
    'Referral partner': `Partner ${wordOf(500_000 + n)}`,
    Contacts: `kim@partner${n}.example`,
    'Alliance manager': n % 2 === 0 ? 'ana@one.example' : 'bo@one.example',
    'Joined on': on(1200),
  }));
  const numbers = Array.from({ length: leads }, (_, n) => n);
  const courseOf = (n: number) => COURSES[n % COURSES.length] ?? 'open';
  const paid = numbers.filter((n) => courseOf(n) === 'paid');
  return {
    partners,
    accounts: numbers
      .filter((n) => n % 10 === 3)
      .map((n) => ({ Name: `${wordOf(900_000 + n)} Holding`, Website: '', Standing: 'Customer' })),
    leads: numbers.map((n) => {
      const course = courseOf(n);
      const approved = { paid: 500, expired: 500, active: 100 - (n % 50) }[course as string];
      return {
        'Lead reference': `OLD-${n + 1}`,
        'Referral partner': partners[(n * 3) % 10]?.['Referral partner'] ?? '',
        Customer: `${wordOf(n)} ${wordOf(n + 300_000)} AG`,
        Website: `${wordOf(n).toLowerCase()}${n}.example`,
        'Registered at': approved === undefined ? on(course === 'open' ? 2 : 300) : on(approved + 3),
        'Lead status': {
          paid: 'Converted',
          expired: 'Expired',
          active: 'Active',
          open: 'Submitted',
          rejected: 'Rejected',
        }[course],
        'Approved on': approved === undefined ? '' : on(approved),
        'Sales account owner': approved === undefined ? '' : 'sam@one.example',
        'Returned, rejected or withdrawn on': course === 'rejected' ? on(290) : '',
        Reason: course === 'rejected' ? 'not-a-fit' : '',
      };
    }),
    introductions: paid.map((n) => ({
      Lead: `OLD-${n + 1}`,
      Contact: `Jo ${wordOf(n + 700_000)}`,
      Title: 'CFO',
      'E-mail': `jo@${wordOf(n).toLowerCase()}${n}.example`,
      Relation: 'employed',
      'Decision maker': 'yes',
      'Introduced on': on(490),
      'Confirmed on': on(480),
    })),
    deals: paid.map((n) => ({
      'Deal reference': `DEAL-${n + 1}`,
      Lead: `OLD-${n + 1}`,
      Kind: 'SaaS licence',
      'Deal status': 'Signed',
      'Signed on': on(400),
      Currency: n % 2 === 0 ? 'USD' : 'JPY',
      Gross: String(1000 + n),
    })),
    receipts: paid.map((n) => ({
      Deal: `DEAL-${n + 1}`,
      'Received on': on(380),
      Amount: '500',
      Reference: `BANK-${n + 1}`,
    })),
    payments: paid.map((n) => ({
      Deal: `DEAL-${n + 1}`,
      'Paid on': on(340),
      'Payment reference': `PAY-${n + 1}`,
    })),
  };
}
