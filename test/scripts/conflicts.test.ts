import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPair } from '../../scripts/conflicts/check-pair.ts';
import { prepareProspects } from '../../scripts/conflicts/check-prospects.ts';
import { parseArguments } from '../../scripts/conflicts/parse-arguments.ts';
import { type CsvRow, parseCsv } from '../../scripts/conflicts/read-csv.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'conflicts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = { needed: ['name'], optional: ['website', 'country'] };

function rows(text: string): readonly CsvRow[] {
  const file = parseCsv(text, COLUMNS);
  if (!file.ok) throw new Error(file.problems.join('\n'));
  return file.rows;
}

function problems(text: string): readonly string[] {
  const file = parseCsv(text, COLUMNS);
  return file.ok ? [] : file.problems;
}

describe('a CSV file', () => {
  it.each([
    { name: 'commas', text: 'name,website\nGlobex,globex.example\n' },
    { name: 'semicolons', text: 'name;website\nGlobex;globex.example\n' },
    { name: 'tabs and CR LF', text: 'name\twebsite\r\nGlobex\tglobex.example\r\n' },
    { name: 'a byte order mark', text: '\ufeffname,website\nGlobex,globex.example' },
    { name: 'other columns, in another order', text: 'id,Website,NAME\n7,globex.example, Globex \n' },
    { name: 'quotation marks', text: '"name","website"\n"Globex","globex.example"\n' },
  ])('is read with $name', ({ text }) => {
    expect(rows(text)).toEqual([
      { line: 2, values: { name: 'Globex', website: 'globex.example', country: '' } },
    ]);
  });

  it('tells the line in which a row begins, whatever the rows before span', () => {
    const text = 'name,country\n"Two\nLines",DE\n\nLast,FR\n';
    expect(rows(text).map(({ line, values }) => [line, values.name])).toEqual([
      [2, 'Two\nLines'],
      [5, 'Last'],
    ]);
  });

  it('may lack optional columns and fields at the end of a row', () => {
    expect(rows('name,website,country\nGlobex\n')).toEqual([
      { line: 2, values: { name: 'Globex', website: '', country: '' } },
    ]);
  });

  it.each([
    {
      name: 'no name',
      text: 'nam,website\nx,y\n',
      says: ['line 1: the column "name" is missing; there are "nam", "website"'],
    },
    { name: 'a column twice', text: 'name,Name\na,b\n', says: ['line 1: the column "name" is there twice'] },
    {
      name: 'rows of too many fields and without a name, all at once',
      text: 'name,website\nGlobex, Inc,globex.example\n,b\nok,c\n',
      says: [
        'line 2: 3 fields under 2 columns; put a field that holds the delimiter into quotation marks',
        'line 3: "name" is empty',
      ],
    },
    {
      name: 'a quotation mark that is never closed',
      text: 'name\nfine\n"open\n',
      says: ['line 3: a quotation mark that opens a field is never closed'],
    },
  ])('with $name is refused by line', ({ text, says }) => {
    expect(problems(text)).toEqual(says);
  });
});

describe('prospects', () => {
  const check = prepareProspects(
    rows(
      [
        'name,website,country',
        'Globex GmbH,https://www.globex.example/de,Germany',
        'International Business Machines,,',
        'Bank of China,,China',
        'Globex Ltd,globex.co.example,UK',
      ].join('\n'),
    ),
  );
  const verdictOf = (name: string, website = '', country = '') =>
    check({ line: 9, values: { name, website, country } });

  it('are certain by domain, the best match first', () => {
    const { line, verdict, matches } = verdictOf('Something Else', 'shop.globex.example/x');
    expect([line, verdict]).toEqual([9, 'certain']);
    expect(matches[0]).toEqual({
      line: 2,
      name: 'Globex GmbH',
      score: 1,
      reasons: ['same domain globex.example'],
    });
    expect(matches.slice(1).every(({ score }) => score < 1)).toBe(true);
  });

  it('are certain by name, legal form set aside, unless the country contradicts', () => {
    const { verdict, matches } = verdictOf('GLOBEX SE', '', 'DE');
    expect(verdict).toBe('certain');
    expect(matches.map(({ line }) => line)).toEqual([2, 5]);
    expect(matches[1]).toMatchObject({
      reasons: ['same name without legal form, but different country (DE, UK)'],
    });
    expect(matches[1]?.score).toBeLessThan(1);
  });

  it('are possible where they are alike, with the reason', () => {
    expect(verdictOf('IBM')).toMatchObject({
      verdict: 'possible',
      matches: [{ line: 3, reasons: ["'IBM' is the acronym of 'International Business Machines'"] }],
    });
  });

  it('are clear where nothing is like them, or too little', () => {
    expect(verdictOf('Zyklon Optics')).toEqual({ line: 9, verdict: 'clear', matches: [] });
    expect(verdictOf('Bank of India').verdict).toBe('clear');
  });

  it('are forgotten after they were asked about', () => {
    verdictOf('Zyklon Optics');
    expect(verdictOf('Zyklon Optics').verdict).toBe('clear');
  });
});

describe('a pair', () => {
  const verdictOf = (left: string, right: string, more: Readonly<Record<string, string>> = {}) =>
    checkPair({ line: 2, values: { left, right, ...more } }).verdict;

  it.each([
    { left: 'Globex', right: 'GLOBEX, Ltd.', verdict: 'same' },
    { left: 'Globex', right: 'Globbex', verdict: 'possible' },
    { left: 'Bank of China', right: 'Bank of India', verdict: 'different' },
    { left: 'Delta Air Lines', right: 'Delta Faucet', verdict: 'different' },
    { left: '3M', right: 'M3', verdict: 'different' },
  ])('"$left" and "$right" is $verdict', ({ left, right, verdict }) => {
    expect(verdictOf(left, right)).toBe(verdict);
  });

  it('takes countries and websites into account', () => {
    expect(verdictOf('Globex', 'Globex', { leftCountry: 'DE', rightCountry: 'FR' })).toBe('possible');
    expect(verdictOf('A', 'B', { leftWebsite: 'x.example', rightWebsite: 'de.x.example' })).toBe('same');
  });
});

describe('the command line', () => {
  it('names all that is wrong with it', () => {
    expect(parseArguments(['--accounts', 'a.csv', '--pairs', 'b.csv', 'c.csv'])).toEqual({
      problems: ['Give --accounts or --pairs, not both.', '--pairs takes one file; "c.csv" is one too many.'],
    });
    expect(parseArguments(['--acounts', 'a.csv'])).toHaveProperty('problems');
    expect(parseArguments([])).toMatchObject({
      problems: [expect.stringContaining('--accounts'), expect.any(String)],
    });
  });

  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/conflicts.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('prints one JSON line a prospect and nothing else', () => {
    const [accounts, prospects] = ['accounts.csv', 'prospects.csv'].map((name) => join(folder, name));
    writeFileSync(accounts ?? '', 'name\nGlobex GmbH\n');
    writeFileSync(prospects ?? '', '\ufeffname\nGlobex\nInitech\n');
    const { status, stdout, stderr } = run('--accounts', accounts ?? '', prospects ?? '');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'certain'],
      [3, 'clear'],
    ]);
  });

  it('answers 2 and names file and line where a file is malformed', () => {
    const pairs = join(folder, 'pairs.csv');
    writeFileSync(pairs, 'left,right\nGlobex,\n');
    const { status, stdout, stderr } = run('--pairs', pairs);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`${pairs}, line 2: "right" is empty\n`);
  });
});
