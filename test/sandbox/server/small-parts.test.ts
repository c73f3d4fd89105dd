import { describe, expect, test } from 'vitest';
import { dialogFunctions } from '../../../src/sandbox/people/dialog-functions.ts';
import { frameHtml } from '../../../src/sandbox/server/http/frame-html.ts';
import { isRecipient, MailMarks } from '../../../src/sandbox/server/mail-marks.ts';
import type { SentMail } from '../../../src/sandbox/world-state.ts';

const MAIL: SentMail = {
  at: 0,
  from: 'olga@one.example',
  to: ['Kim Lee <Kim@acme.example>'],
  cc: [],
  bcc: ['lee@acme.example'],
  subject: '',
  body: '',
  htmlBody: null,
  replyTo: null,
  name: null,
};

describe('A message', () => {
  test('is for those it names, copies included, whatever the case and with or without a name', () => {
    const people = ['kim@acme.example', 'lee@acme.example', 'olga@one.example'];
    expect(people.map((person) => isRecipient(MAIL, person))).toEqual([true, true, false]);
  });

  test('is unread for each until they have opened it, which is kept', () => {
    const marks = new MailMarks({});
    marks.mark('kim@acme.example', 0, true);
    const kept = new MailMarks(JSON.parse(JSON.stringify(marks)));
    expect(kept.countUnread([MAIL, MAIL], 'kim@acme.example')).toBe(1);
    expect(kept.countUnread([MAIL, MAIL], 'lee@acme.example')).toBe(2);
    kept.mark('kim@acme.example', 0, false);
    expect(kept.countUnread([MAIL, MAIL], 'kim@acme.example')).toBe(2);
  });
});

describe('google.script.run', () => {
  test('offers global functions, and neither private nor inner ones', () => {
    const source = `function a() {\n  function inner() {}\n}\nasync function b() {}\nconst c = () => 1;
function hidden_() {}\nvar d = function () {};\nconst e = 5;`;
    const files = [
      { name: 'Code', source },
      { name: 'Page.html', source: 'function inPage() {}' },
    ];
    expect(dialogFunctions(files)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('The page of a dialog', () => {
  const places = [
    {
      name: 'at the beginning of its head',
      html: '<html><head lang="x"><title>T</title></head></html>',
      after: '<head lang="x">',
    },
    { name: 'after its document type', html: '<!DOCTYPE html><p>x</p>', after: '<!DOCTYPE html>' },
    { name: 'at its very beginning', html: '<p>x</p>', after: '' },
  ] as const;
  for (const { name, html, after } of places) {
    test(`has the bridge ${name}`, () => {
      const page = frameHtml(html, 'bridge()', {});
      expect(page).toContain(`${after}<script>`);
      expect(page.replace(/<script>.*<\/script>/, '')).toBe(html);
    });
  }

  test('cannot be left by what the bridge is given', () => {
    const page = frameHtml('', 'const tag = "</script>";', { functions: ['</script><img src=x>'] });
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page.endsWith('</script>')).toBe(true);
  });
});
