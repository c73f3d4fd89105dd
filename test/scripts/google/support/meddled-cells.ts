/** Cells of the audited world that somebody changes, each with what an audit has to say behind the cell's name. */
export interface MeddledCell {
  readonly name: string;
  readonly at: { readonly tab: string; readonly id: string | number; readonly header: string };
  /** A day stands for the date that a sheet keeps. */
  readonly value: string | number | { readonly day: string };
  readonly told: string | RegExp;
  /** The column that is named, where it is not that of the cell. */
  readonly named?: string;
}

export const MEDDLED_CELLS: readonly MeddledCell[] = [
  {
    name: 'an amount',
    at: { tab: 'Commissions', id: 'C-0002', header: 'Amount' },
    value: 6000,
    told: 'C-0002  Amount: found EUR 6,000.00, expected EUR 5,000.00 (section 5.2)',
  },
  {
    name: 'a day on which something is due',
    at: { tab: 'Commissions', id: 'C-0002', header: 'Due on' },
    value: { day: '2026-01-15' },
    told: 'C-0002  Due on: found 2026-01-15, expected 2026-01-18 (section 5.3)',
  },
  {
    name: 'a status',
    at: { tab: 'Commissions', id: 'C-0001', header: 'Status' },
    value: 'Due',
    told: 'C-0001  Status: found Due, expected Paid (section 5.4)',
  },
  {
    name: 'a rate',
    at: { tab: 'Commissions', id: 'C-0002', header: 'Rate' },
    value: 0.2,
    told: 'C-0002  Rate: found 0.2, expected 0.1 (section 2)',
  },
  {
    name: 'a condition',
    at: { tab: 'Commissions', id: 'C-0002', header: 'C2' },
    value: 'no',
    told: 'C-0002  C2: found no, expected yes (section 4)',
  },
  {
    name: 'a window',
    at: { tab: 'Leads', id: 'L-0003', header: 'Active until' },
    value: { day: '2027-12-31' },
    told: 'L-0003  Active until: found 2027-12-31, expected 2027-01-12 (section 2.4)',
  },
  {
    name: 'a state',
    at: { tab: 'Leads', id: 'L-0003', header: 'Lead status' },
    value: 'Expired',
    told: 'L-0003  Lead status: found Expired, expected Active (section 2)',
  },
  {
    name: 'a customer',
    at: { tab: 'Leads', id: 'L-0003', header: 'Customer' },
    value: 'Globex',
    told: 'L-0003  Customer: found Globex, expected Umbrella',
  },
  {
    name: 'the evidence of a lead, which is long',
    at: { tab: 'Leads', id: 'L-0003', header: 'Eligibility evidence' },
    value: 'C1 yes',
    told: /L-0003 {2}Eligibility evidence: found C1 yes, expected C1 not yet: .+… \(section 4\)$/,
  },
  {
    name: 'a receipt',
    at: { tab: 'Receipts', id: 'R-0002', header: 'Received on' },
    value: { day: '2026-01-08' },
    told: 'R-0002  Received on: found 2026-01-08, expected 2026-01-13 (section 5.3)',
  },
  {
    name: 'a contract',
    at: { tab: 'Deals', id: 'D-0002', header: 'Gross' },
    value: 60000,
    told: 'D-0002  Gross: found EUR 60,000.00, expected EUR 50,000.00',
  },
  {
    name: 'an amount that became text',
    at: { tab: 'Deals', id: 'D-0002', header: 'Net first-year SaaS revenue' },
    value: 'fifty',
    told: 'D-0002  Net first-year SaaS revenue: found fifty, expected EUR 50,000.00 (section 5.1)',
  },
  {
    name: 'a setting',
    at: { tab: 'Settings', id: 'Commission rate', header: 'Value' },
    value: 0.15,
    told: 'Commission rate  Value: found 0.15, expected 0.1',
  },
  {
    name: 'a role',
    at: { tab: 'Team', id: 'fay@one.example', header: 'Role' },
    value: 'head',
    told: 'fay@one.example  Role: found head, expected finance',
  },
  {
    name: 'a total',
    at: { tab: 'Finance', id: 'EUR', header: 'Open' },
    value: 1,
    told: 'EUR, All partners, All months  Open: found EUR 1.00, expected EUR 5,000.00 (section 5.7)',
  },
  {
    name: 'the time of a journal entry as people see it',
    at: { tab: 'Journal', id: 20, header: 'At' },
    value: { day: '2026-01-01' },
    told: /entry 20 {2}At: found 2026-01-01 00:00:00, expected 2026-01-0\d \d\d:\d\d:\d\d$/,
  },
  {
    name: 'who acted, in the journal',
    at: { tab: 'Journal', id: 20, header: 'Actor' },
    value: 'nobody@one.example',
    told: 'entry 20  Hash: found an entry that was changed after it was written, expected what its hash was taken of, behind the entry before',
    named: 'Hash',
  },
  {
    name: 'what a journal entry changed, past reading',
    at: { tab: 'Journal', id: 52, header: 'Changes' },
    value: '{"changes":[',
    told: /Changes: found changes that nobody can read, expected every entry in all of its parts$/,
  },
  {
    name: 'the moment that a hash covers, past reading',
    at: { tab: 'Journal', id: 20, header: 'UTC' },
    value: 'some time',
    told: 'entry 20  Entry: found a row that is no row of an entry any more, expected every entry in all of its parts',
    named: 'Entry',
  },
  {
    name: 'a record of the hidden book',
    at: { tab: '_state', id: 'memos/due-list', header: 'Data' },
    value: '{"id":"due-list","value":"2020-01-06"}',
    told: 'memos/due-list  Data: found another value, expected what the journal says',
  },
  {
    name: 'a record of the hidden book, past reading',
    at: { tab: '_state', id: 'leads/L-0003', header: 'Data' },
    value: 'gone',
    told: 'leads/L-0003  Data: found text that is no record, expected a record',
  },
];
