import { describe, expect, test } from 'vitest';
import { compareFields, type FieldComparison } from '../../../src/core/conflict/compare-fields.ts';
import type { Account } from '../../../src/core/model/account.ts';
import type { RegistrationFacts } from '../../../src/core/model/registration.ts';
import { email } from '../support/builders.ts';
import { account, prepare, submitted, type WorldParts } from './build-conflict-world.ts';

/** The comparison of a request with an account, by field. */
function compare(
  asked: Partial<RegistrationFacts>,
  onFile: Partial<Account>,
  more: WorldParts = {},
): Record<FieldComparison['field'], FieldComparison> {
  const request = submitted({ id: 'L-0001', website: '', country: '', contacts: [], ...asked });
  const accounts = [account({ id: 'A-0001', ...onFile }), ...(more.accounts ?? [])];
  const prepared = prepare({ registrations: [request], accounts });
  const [left, right] = [prepared.find('L-0001'), prepared.find('A-0001')];
  if (!left || !right) throw new Error('A record is missing.');
  const fields = compareFields(prepared, left, right);
  return Object.fromEntries(fields.map((field) => [field.field, field])) as never;
}

const contact = (address: string) => [{ name: 'Kim', email: email(address), title: '' }];

describe('the fields of two records side by side', () => {
  test('come in the order in which a person reads them, as they were typed', () => {
    const prepared = prepare({
      registrations: [
        submitted({
          id: 'L-0001',
          customer: 'GLOBEX',
          website: 'HTTPS://globex.example/de',
          country: 'de',
          contacts: [],
        }),
      ],
      accounts: [account({ name: 'Globex GmbH', website: '', country: 'Germany' })],
    });
    const [left, right] = [prepared.find('L-0001'), prepared.find('A-0001')];
    const fields = left && right ? compareFields(prepared, left, right) : [];
    expect(fields.map(({ field, request, record }) => [field, request, record])).toEqual([
      ['name', 'GLOBEX', 'Globex GmbH'],
      ['website', 'HTTPS://globex.example/de', ''],
      ['contacts', '', ''],
      ['country', 'de', 'Germany'],
    ]);
  });

  test.each([
    ['Globex GmbH', 'GLOBEX GmbH', 'The same name, case, accents and punctuation set aside.'],
    ['Globex', 'Globex S.A.', 'The same name once the legal form is set aside.'],
  ])('say that %s and %s are one name', (customer, name, note) => {
    expect(compare({ customer }, { name }).name).toMatchObject({ alike: 1, note });
  });

  test.each([
    ['Globbex Optics', 'Globex Optics', '"globbex" and "globex" are spelt alike'],
    ['IBM', 'International Business Machines', "'IBM' is the acronym of 'International Business Machines'"],
  ])('say how alike %s and %s are, and why', (customer, name, reason) => {
    const compared = compare({ customer }, { name }).name;
    expect(compared.alike).toBeGreaterThan(0.5);
    expect(compared.alike).toBeLessThan(1);
    expect(compared.note.toLowerCase()).toContain(reason.toLowerCase());
  });

  test('say that names have little in common', () => {
    const compared = compare({ customer: 'Zyklon Optics' }, { name: 'Alpine Foods' }).name;
    expect(compared.alike).toBeLessThan(0.1);
    expect(compared.note).toBe('The names have little in common.');
  });

  test('let country and domain speak in their own rows alone', () => {
    const apart = { customer: 'Globbex Optics', country: 'France', website: 'globbex.example' };
    const alone = compare({ customer: 'Globbex Optics' }, { name: 'Globex Optics' });
    const compared = compare(apart, { name: 'Globex Optics', country: 'Spain', website: 'globex.example' });
    expect(compared.name).toEqual(alone.name);
    expect(compared.country).toMatchObject({ alike: 0, note: 'Different countries.' });
    expect(compared.website).toMatchObject({
      alike: 0,
      note: 'Different domains: globbex.example and globex.example.',
    });
  });

  test('find a contact’s domain in the other’s website', () => {
    const compared = compare(
      { contacts: contact('kim@mail.globex.example') },
      { website: 'www.globex.example/about' },
    );
    expect(compared.contacts).toMatchObject({
      request: 'mail.globex.example',
      alike: 1,
      note: 'Same domain globex.example.',
    });
  });

  test.each([
    [{ website: 'linkedin.com/company/globex' }, 'linkedin.com/company/globex may belong to anybody'],
    [{ website: '' }, 'The website is not known of the request.'],
  ])('say why the website of %o is not compared', (asked, note) => {
    const compared = compare(asked, { website: 'globex.example' }).website;
    expect(compared.alike).toBeNull();
    expect(compared.note).toContain(note);
  });

  test('say that a free mail address tells nothing', () => {
    const compared = compare({ contacts: contact('kim@gmail.com') }, { website: 'globex.example' }).contacts;
    expect(compared).toMatchObject({
      alike: null,
      note: 'gmail.com may belong to anybody and is not compared.',
    });
  });

  test('say that a domain which many share tells little', () => {
    const others = [
      'Alpine Foods',
      'Beta Steelworks',
      'Cobalt Printing',
      'Delta Railways',
      'Ember Airlines',
    ].map((name, n) => account({ id: `A-000${n + 2}` as Account['id'], name, website: 'holding.example' }));
    const compared = compare(
      { website: 'holding.example' },
      { website: 'holding.example' },
      { accounts: others },
    );
    expect(compared.website.alike).toBeNull();
    expect(compared.website.note).toContain('more than five differently named records');
  });

  test.each([
    ['', '', null, 'The country is not known of either.'],
    ['DE', '', null, 'The country is not known of the record on file.'],
    ['', 'DE', null, 'The country is not known of the request.'],
    ['Deutschland', 'DE', 1, 'Same country.'],
  ])('compare the countries "%s" and "%s"', (asked, onFile, alike, note) => {
    expect(compare({ country: asked }, { country: onFile }).country).toMatchObject({ alike, note });
  });
});
