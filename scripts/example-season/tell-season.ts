import { formatInstant } from '../../src/core/calendar/format-instant.ts';
import { toInstant } from '../../src/core/calendar/to-instant.ts';
import type { Answer } from '../replay/answer.ts';
import { formatTable } from '../replay/format-table.ts';
import type { Outcome } from '../replay/play-scenario.ts';
import type { TableRow } from '../replay/read-tables.ts';
import type { Action, Scenario } from '../replay/scenario.ts';

/** The columns that tell the most, for a look at the tables in a terminal. */
const SHOWN: { readonly [tab: string]: readonly string[] } = {
  Leads: [
    'Lead ID',
    'Customer',
    'Lead status',
    'Referral partner',
    'Conflict check',
    'Active until',
    'First-year SaaS revenue',
    'Commission eligible',
    'Commission',
    'Commission status',
  ],
  Commissions: [
    'Commission ID',
    'Deal ID',
    'Kind',
    'Rate',
    'Base',
    'Amount',
    'Currency',
    'Status',
    'Due on',
    'Paid on',
    'Payment reference',
  ],
  Partners: ['Partner ID', 'Referral partner', 'Status', 'Contacts', 'Alliance manager', 'Joined on'],
};

/** A played scenario as a story: what each person did, what the registry answered, and how the tables stand. */
export function tellSeason(scenario: Scenario, outcome: Outcome): string {
  const chapters = scenario.steps.map((step, n) => {
    const at = formatInstant(toInstant(step.atEpochMs), scenario.timeZone).slice(0, 16).replace('T', ' ');
    const answer = outcome.steps[n];
    const mails = mailsBetween(outcome, step.atEpochMs, scenario.steps[n + 1]?.atEpochMs);
    return [`${at}  ${tellAction(step.action)}`, ...tellAnswer(answer), ...mails].join('\n');
  });
  const tables = Object.entries(SHOWN).map(([tab, headers]) => {
    const rows = (outcome.tables[tab] ?? []).map((row) => pick(row, headers));
    return `${tab}\n${formatTable(rows)}`;
  });
  const files = outcome.files.map(({ name, viewers }) => `  “${name}”, for ${viewers.join(', ')}`);
  return [
    scenario.name,
    '═'.repeat(scenario.name.length),
    '',
    chapters.join('\n\n'),
    '',
    `On the way ${outcome.mail.length} mails went out. Files that were shared:`,
    ...files,
    '',
    tables.join('\n\n'),
  ].join('\n');
}

function tellAction(action: Action): string {
  switch (action.kind) {
    case 'do':
      return `${action.as} – ${action.command} ${tellFields(action.input)}`;
    case 'form':
      return `${action.as} sends the form “${action.form}”: ${tellFields(action.answers)}`;
    case 'edit':
      return `${action.as} types “${action.edit.value}” into ${action.edit.tab}, ${action.edit.row}, ${action.edit.column}`;
    case 'paste':
      return `${action.as} pastes a block into ${action.paste.tab}, ${action.paste.row}, ${action.paste.column}`;
    case 'import':
      return `${action.as} imports ${action.rows.length} row into ${action.tab}`;
    case 'time':
      return 'Time passes';
    case 'parallel':
      return `${action.steps.length} people act at once`;
  }
}

function tellFields(fields: { readonly [name: string]: unknown }): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? `“${value}”` : JSON.stringify(value)}`)
    .join(', ');
}

function tellAnswer(answer: Outcome['steps'][number] | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) return answer.flatMap((one: Answer) => tellOne(one));
  return tellOne(answer as Answer);
}

function tellOne(answer: Answer): readonly string[] {
  if (answer.ok) return [`   ✓ ${[answer.id, answer.ids?.join(', ')].filter(Boolean).join(' ') || 'done'}`];
  return (answer.issues ?? []).map(({ code, message }) => `   ✗ refused (${code}): ${message}`);
}

/** Mails that this step, and the clock up to the next one, sent. */
function mailsBetween(outcome: Outcome, from: number, until: number | undefined): readonly string[] {
  return outcome.mail
    .filter(({ at }) => {
      const sent = Date.parse(at);
      return sent >= from - 999 && (until === undefined || sent < until);
    })
    .map(({ at, to, subject }) => `   ✉ ${at.slice(0, 10)} to ${to.join(', ')}: ${subject}`);
}

function pick(row: TableRow, headers: readonly string[]): TableRow {
  return Object.fromEntries(headers.map((header) => [header, row[header] ?? '']));
}
