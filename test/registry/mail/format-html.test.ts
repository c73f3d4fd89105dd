import { expect, test } from 'vitest';
import { assembleMailList, assembleMailTable, formatHtml } from '../../../src/registry/mail/format-html.ts';

test('what people wrote is text in the HTML of a message, never markup', () => {
  const html = formatHtml('Hello <img src=x onerror="alert(1)"> & "friends"\n\nOne Network');
  expect(html).not.toContain('<img');
  expect(html).toContain('Hello &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &quot;friends&quot;');
});

test('paragraphs, lists and tables look like ones, and web addresses are links', () => {
  const html = formatHtml(
    [
      'Register here: https://forms.example/lead?a=1&b=2.',
      assembleMailList(['First', 'Second']),
      assembleMailTable([
        ['Commission', 'Customer'],
        ['C-0001', 'A | B'],
      ]),
      'One Network\nReferral Partner Programme',
    ].join('\n\n'),
  );
  expect(html).toContain(
    '<a href="https://forms.example/lead?a=1&amp;b=2" style="color:#0b57d0">https://forms.example/lead?a=1&amp;b=2</a>.</p>',
  );
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html.match(/<th /g)).toHaveLength(2);
  expect(html).toContain('>A ¦ B</td>');
  expect(html).toContain('One Network<br>Referral Partner Programme</p>');
});

test('a link in a message can hold no script', () => {
  expect(formatHtml('javascript:alert(1) https://x.example/"onclick=alert(1)\n\nOne Network')).not.toMatch(
    /href="javascript|"onclick/,
  );
});

test('a text of several lines stays in its cell of a table', () => {
  const table = assembleMailTable([
    ['Commission', 'Why'],
    ['C-0001', 'On hold\nuntil the form\n\nhas come'],
  ]);
  expect(table.split('\n')).toEqual(['Commission | Why', 'C-0001 | On hold until the form has come']);
});

test('amounts stand at the right of their column, under a header that does too', () => {
  const html = formatHtml(
    `${assembleMailTable([
      ['Commission', 'Amount'],
      ['C-0001', 'USD 12,345.68'],
      ['C-0002', 'USD -100.00'],
    ])}\n\nOne Network`,
  );
  expect(html.match(/text-align:right/g)).toHaveLength(3);
  expect(html).toMatch(/<th style="text-align:left[^"]*">Commission/);
});

test('a long word breaks in its cell, IDs and amounts never do', () => {
  const html = formatHtml(
    `${assembleMailTable([
      ['Commission', 'Why', 'Amount'],
      ['C-0001', 'verylongword'.repeat(20), 'USD 1.00'],
    ])}\n\nOne Network`,
  );
  const styles = [...html.matchAll(/<td style="([^"]*)">/g)].map(([, style = '']) => style);
  expect(styles.map((style) => style.includes('overflow-wrap:anywhere'))).toEqual([false, true, false]);
  expect(styles.map((style) => style.includes('white-space:nowrap'))).toEqual([true, false, true]);
});
