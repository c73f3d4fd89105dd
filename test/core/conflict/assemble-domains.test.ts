import { describe, expect, test } from 'vitest';
import { assembleDomains } from '../../../src/core/conflict/assemble-domains.ts';

type Case = readonly [website: string, domain: string | null];

const readable: readonly Case[] = [
  ['globex.example', 'globex.example'],
  ['https://www.globex.example/de', 'globex.example'],
  ['HTTP://User:pw@Sub.Globex.CO.UK:8080/a?b#c', 'globex.co.uk'],
  ['globex.example.', 'globex.example'],
  ['//globex.example/x', 'globex.example'],
  ['https://https://globex.com', 'globex.com'],
  ['<https://globex.com>,', 'globex.com'],
  ['mailto:info@globex.com', 'globex.com'],
  ['info@globex.com', 'globex.com'],
  ['globex。com', 'globex.com'],
  ['ｇｌｏｂｅｘ.com', 'globex.com'],
  ['glo\u200bbex.com', 'globex.com'],
  ['https://bücher.example', 'bücher.example'],
  ['https://xn--bcher-kva.example', 'bücher.example'],
  ['BÜCHER.example', 'bücher.example'],
  ['globex.github.io', 'globex.github.io'],
  ['google.com', 'google.com'],
];

const junk: readonly Case[] = [
  ['', null],
  ['n/a', null],
  ['-', null],
  ['none yet.sorry', null],
  ['localhost', null],
  ['192.168.0.1', null],
  ['http://[::1]/', null],
  ['http://', null],
  ['com', null],
  ['www.globex', null],
  ['xn--.com', null],
];

const setAside: readonly Case[] = [
  ['globex.wordpress.com', null],
  ['globex.wixsite.com/home', null],
  ['globex.weebly.com', null],
  ['globex.blogspot.com', null],
  ['globex.blogspot.de', null],
  ['https://sites.google.com/view/globex', null],
  ['https://github.com/globex', null],
  ['https://www.linkedin.com/company/globex', null],
  ['https://de-de.facebook.com/globex', null],
  ['https://bit.ly/3x', null],
  ['linktr.ee/globex', null],
  ['https://gmail.com', null],
  ['info@gmail.com', null],
];

/** Some cases of the public suffix list's own tests, publicsuffix/list, tests/test_psl.txt, CC0. */
const publicSuffixes: readonly Case[] = [
  ['example.COM', 'example.com'],
  ['a.b.example.example', 'example.example'],
  ['uk.com', null],
  ['b.example.uk.com', 'example.uk.com'],
  ['c.mm', null],
  ['a.b.c.mm', 'b.c.mm'],
  ['www.test.ac.jp', 'test.ac.jp'],
  ['ide.kyoto.jp', null],
  ['a.b.ide.kyoto.jp', 'b.ide.kyoto.jp'],
  ['c.kobe.jp', null],
  ['www.city.kobe.jp', 'city.kobe.jp'],
  ['test.ck', null],
  ['www.www.ck', 'www.ck'],
  ['www.test.k12.ak.us', 'test.k12.ak.us'],
  ['www.食狮.公司.cn', '食狮.公司.cn'],
  ['公司.cn', null],
  ['www.xn--85x722f.xn--55qx5d.cn', '食狮.公司.cn'],
];

describe('assembleDomains of a website', () => {
  test.each(readable)('reads %j as %j', (website, domain) => {
    expect(assembleDomains(website, [], [])).toEqual([domain]);
  });

  test.each(junk)('finds no domain in %j', (website) => {
    expect(assembleDomains(website, [], [])).toEqual([]);
  });

  test.each(setAside)('sets %j aside', (website) => {
    expect(assembleDomains(website, [], [])).toEqual([]);
  });

  test.each(publicSuffixes)('follows the public suffix list: %j is of %j', (website, domain) => {
    expect(assembleDomains(website, [], [])).toEqual(domain === null ? [] : [domain]);
  });

  test('takes every website of several', () => {
    expect(assembleDomains('globex.de, www.globex.com or see below', [], [])).toEqual([
      'globex.com',
      'globex.de',
    ]);
  });

  test("keeps a website that is a free mail provider's in the list but somebody's own", () => {
    expect(assembleDomains('https://www.laposte.net', [], [])).toEqual(['laposte.net']);
    expect(assembleDomains('', ['kim@laposte.net'], [])).toEqual([]);
  });
});

describe('assembleDomains of addresses', () => {
  test('takes the domains of contacts, each once', () => {
    const emails = ['kim@mail.globex.de', 'Lee <lee@Globex.de>', 'max@globex.at'];
    expect(assembleDomains('globex.de', emails, [])).toEqual(['globex.at', 'globex.de']);
  });

  test.each([
    'gmail.com',
    'hey.com',
    'tutanota.com',
    'mailbox.org',
    'gmx.de',
    'yahoo.co.uk',
    'outlook.com',
  ])('sets free mail aside: %s', (domain) => {
    expect(assembleDomains('', [`kim@${domain}`], [])).toEqual([]);
  });

  test("sets the partner's own mail domains aside, also of the website", () => {
    expect(assembleDomains('www.acme.example', ['kim@sales.acme.example'], ['acme.example'])).toEqual([]);
    expect(assembleDomains('www.acme.example', [], ['mail.acme.example'])).toEqual([]);
    expect(assembleDomains('globex.example', ['kim@acme.example'], ['acme.example'])).toEqual([
      'globex.example',
    ]);
  });

  test('does not take a longer name for the own domain', () => {
    expect(assembleDomains('notacme.example', [], ['acme.example'])).toEqual(['notacme.example']);
  });

  test('passes over what is no address', () => {
    expect(assembleDomains('', ['kim', '', '@', 'kim@'], [])).toEqual([]);
  });
});
