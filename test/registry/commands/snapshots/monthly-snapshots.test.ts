import { describe, expect, test } from 'vitest';
import type { FileSpec } from '../../../../src/registry/files/file-spec.ts';
import {
  ANA,
  FAY,
  HEAD,
  introduce,
  KIM,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  SAM,
  sign,
} from '../../support/office.ts';
import { address, type TestDoor } from '../../support/test-door.ts';

function tabOf(file: FileSpec | undefined, name: string): readonly (readonly string[])[] {
  const tab = file?.tabs.find((one) => one.name === name);
  if (!tab) throw new Error(`There is no tab ${name}.`);
  return tab.rows;
}

/** The day's work on the morning of that day, and the files that it asks for. */
function runOn(door: TestDoor, day: string): readonly FileSpec[] {
  const before = door.files.length;
  door.moveTo(`${day}T00:30`);
  door.runDay();
  door.makeSnapshots();
  return door.files.slice(before);
}

const listed = (door: TestDoor) =>
  door.records
    .list('snapshots')
    .map(({ partner, month, file }) => `${partner} ${month} ${file === '' ? 'waits' : 'made'}`);

const snapshotMails = (door: TestDoor) =>
  door.records.list('outbox').filter(({ kind }) => kind === 'snapshot');

/** Two commissions of Acme in different currencies, one of Borealis; one paid in February, then credited. */
function openSeason(): TestDoor {
  const door = openProgramme();
  registerEarning(door);
  const other = registerActive(door, { customer: 'Initech', website: 'initech.example' });
  introduce(door, other, { email: 'jo@initech.example' });
  sign(door, other, { currency: 'EUR', gross: '2000.50' });
  registerEarning(door, { partner: 'P-002', customer: 'Hooli', website: 'hooli.example' });
  door.moveTo('2026-02-05T09:00');
  door.runDay();
  door.makeSnapshots();
  door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-05', reference: 'PAY 1' });
  door.must(FAY, 'creditDeal', {
    deal: 'D-0001',
    amount: '1000',
    creditedOn: '2026-02-05',
    reason: 'Outage',
  });
  return door;
}

describe('the monthly snapshots', () => {
  test('are listed on the first day of a month for every active partner, made one by one, none twice', () => {
    const door = openProgramme();
    door.must(HEAD, 'suspendPartner', { partner: 'P-002', reason: 'Audit' });
    door.must(HEAD, 'admitPartner', { partner: 'Cirrus', contacts: ['cy@cirrus.example'] });
    door.moveTo('2026-01-31T23:30');
    door.runDay();
    expect(listed(door)).toEqual([]);
    door.moveTo('2026-02-01T00:00');
    door.runDay();
    door.runDay();
    expect(listed(door)).toEqual(['P-001 2026-01 waits', 'P-003 2026-01 waits']);
    expect(door.get('settings', 'Monthly snapshots').value).toBe('2026-01: 0 of 2 made');
    door.makeSnapshots(1);
    expect(door.get('settings', 'Monthly snapshots').value).toBe('2026-01: 1 of 2 made');
    door.makeSnapshots();
    door.runDay();
    door.makeSnapshots();
    expect(listed(door)).toEqual(['P-001 2026-01 made', 'P-003 2026-01 made']);
    expect(door.get('settings', 'Monthly snapshots').value).toBe('2026-01: all 2 made by 2026-02-01');
    expect(snapshotMails(door).map(({ to }) => to.join())).toEqual([KIM, 'cy@cirrus.example']);
  });

  test('made a week late say the same as on the day', () => {
    const onTime = openProgramme();
    registerEarning(onTime);
    const late = onTime.fork();
    const [first] = runOn(onTime, '2026-02-01');
    late.moveTo('2026-02-03T09:00');
    registerActive(late, { customer: 'Initech', website: 'initech.example' });
    late.must(ANA, 'updateLead', { lead: 'L-0001', country: 'Austria' });
    const [second] = runOn(late, '2026-02-08');
    expect(second).toEqual(first);
  });

  test('of months without a run are made up for, with one message that names them', () => {
    const door = openProgramme();
    runOn(door, '2026-02-01');
    expect(
      runOn(door, '2026-05-04')
        .map(({ name }) => name.slice(-7))
        .sort(),
    ).toEqual([...['2026-02', '2026-02', '2026-03', '2026-03', '2026-04', '2026-04']]);
    const [, , ...mails] = snapshotMails(door);
    expect(mails.map(({ subject }) => subject.slice(-7))).toEqual(['2026-04', '2026-04']);
    expect(mails[0]?.body).toMatch(/2026-02: https.*\n.*2026-03: https/);
    runOn(door, '2026-06-01');
    expect(snapshotMails(door).at(-1)?.body).not.toContain('2026-03');
  });

  test('that a manager asked for are made first, and a second file for the same one is made for nothing', () => {
    const door = openProgramme();
    door.moveTo('2026-02-01T00:30');
    door.runDay();
    door.must(ANA, 'shareSnapshot', { partner: 'P-001', month: '2026-02' });
    expect(door.makeSnapshots(1)).toEqual(['S-0003']);
    const { changes } = door.system('noteSnapshots', {
      files: [{ snapshot: 'S-0003', id: 'again', url: 'https://again.example' }],
    }) as { changes: readonly unknown[] };
    expect(changes).toEqual([]);
    expect(door.get('snapshots', 'S-0003').fileId).toBe('file-1');
  });
});

describe('a snapshot', () => {
  test('begins with what changed since the last one, and nothing else', () => {
    const door = openProgramme();
    register(door);
    const [first] = runOn(door, '2026-02-01');
    expect(tabOf(first, 'Summary').slice(-2)).toEqual([
      ['What happened so far', 'Customer', 'What'],
      ['L-0001', 'Globex GmbH', 'New. Lead status: Submitted'],
    ]);
    door.must(SAM, 'objectLead', { lead: 'L-0001', reason: 'They owe us' });
    door.must(ANA, 'approveLead', { lead: 'L-0001', salesOwner: 'sam@one.example' });
    introduce(door, 'L-0001');
    sign(door, 'L-0001');
    const [second] = runOn(door, '2026-03-01');
    const rows = tabOf(second, 'Summary');
    const since = rows.findIndex(([text]) => text === 'What changed since 2026-01');
    expect(rows.slice(since + 1)).toEqual([
      [
        'L-0001',
        'Globex GmbH',
        'Lead status: Submitted → Converted; Customer contacts introduced: – → Hanna Voss (CIO); Sales account owner: – → sam@one.example; Active until: – → 2027-02-01',
      ],
      [
        'D-0001',
        'Globex GmbH',
        'New. Kind: SaaS licence; Status: Signed; Signed on: 2026-02-01; Net first-year SaaS revenue: USD 100,000.00',
      ],
      ['C-0001', 'Globex GmbH', 'New. Amount: USD 10,000.00; Status: Awaiting cash; Kind: commission'],
    ]);
    expect(JSON.stringify(second)).not.toContain('owe us');
    const [third] = runOn(door, '2026-04-01');
    expect(tabOf(third, 'Summary').at(-1)).toEqual(['Nothing changed.', '', '']);
  });

  test('has a statement whose closing balances add up to what the Commissions tab owes', () => {
    const door = openSeason();
    const records = door.records;
    const files = runOn(door, '2026-03-01');
    const owed = new Map<string, number>();
    for (const { line } of records.list('commissions')) {
      if (['Paid', 'Not eligible', 'Not yet', 'Reversed'].includes(line.status)) continue;
      owed.set(line.amount.currency, (owed.get(line.amount.currency) ?? 0) + line.amount.minor);
    }
    const closing = new Map<string, number>();
    for (const file of files) {
      for (const [currency = '', opening, added, adjustments, paid, end] of tabOf(file, 'Statement').slice(
        3,
      )) {
        if (!/^[A-Z]{3}$/.test(currency)) continue;
        const minor = (text = '') => Math.round(Number(text) * 100);
        expect(minor(opening) + minor(added) + minor(adjustments) - minor(paid)).toBe(minor(end));
        closing.set(currency, (closing.get(currency) ?? 0) + minor(end));
      }
    }
    expect(Object.fromEntries(closing)).toEqual(Object.fromEntries(owed));
    expect(tabOf(files[0], 'Statement').slice(2, 5)).toEqual([
      ['Currency', 'Opening', 'New', 'Adjustments', 'Paid', 'Closing'],
      ['EUR', '200.05', '0.00', '0.00', '0.00', '200.05'],
      ['USD', '10000.00', '0.00', '-100.00', '10000.00', '-100.00'],
    ]);
  });

  test('has a statement that names the deal of each movement, and says why what is open is on hold', () => {
    const door = openSeason();
    door.must(FAY, 'setPaymentDetails', { partner: 'P-001', complete: false, note: 'the tax form' });
    const [file] = runOn(door, '2026-03-01');
    const rows = tabOf(file, 'Statement');
    const reason = 'Payment details of the partner are incomplete: the tax form';
    const title = rows.findIndex(([text]) => text === 'Open in EUR');
    expect(rows[title + 1]).toEqual([
      'Due on',
      'Amount',
      'Status',
      'Commission',
      'Customer and deal',
      'On hold because',
    ]);
    expect(rows[title + 2]).toEqual(['', '200.05', 'On hold', 'C-0002', 'Initech, D-0002', reason]);
    const paid = ['2026-02-05', '-10000.00', 'Paid', 'C-0001', '100,000.00 × 0.1', 'Globex GmbH, D-0001'];
    expect(rows).toContainEqual(paid);
  });

  test('is announced as of the day on which somebody asked, or the end of a month that is over', () => {
    const door = openSeason();
    door.must(ANA, 'shareSnapshot', { partner: 'P-001', month: '2026-02' });
    door.makeSnapshots();
    expect(snapshotMails(door).at(-1)?.body).toContain(
      'of Acme Consulting as they stood on 2026-02-05, with',
    );
    runOn(door, '2026-03-01');
    expect(snapshotMails(door).at(-1)?.body).toContain('as they stood at the end of 2026-02-28, with');
  });

  test('is for the contacts of the day it is made; those who come and go later are noted with it', () => {
    const door = openProgramme();
    door.must(ANA, 'shareSnapshot', { partner: 'P-001', month: '2026-01' });
    door.must(HEAD, 'updatePartner', { partner: 'P-001', contacts: [KIM, 'jo@acme.example'] });
    door.makeSnapshots();
    expect(door.effects.at(-1)).toMatchObject({ do: 'share-file', viewers: [KIM, 'jo@acme.example'] });
    const shared = [{ id: 'S-0001', contacts: [address('jo@acme.example')] }];
    door.must(HEAD, 'updatePartner', { partner: 'P-001', contacts: ['jo@acme.example'] });
    door.system('noteSharing', { shared });
    expect(door.get('snapshots', 'S-0001').sharedWith).toEqual(['jo@acme.example']);
  });
});
