import { type AuditReport, auditRegistry } from '../../../src/registry/audit/audit-registry.ts';
import type { Check } from '../../../src/registry/audit/checks.ts';
import { describeChecks, describeFinding, NOT_KNOWABLE } from '../../../src/registry/audit/describe-audit.ts';
import { digest } from '../digest.ts';
import { readRegistry } from '../verify/read-registry.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, type CommandContext, CommandRefused, EXIT } from './command.ts';

const PROGRESS: { readonly [check in Check]?: string } = {
  journal: 'The chain of the journal …',
  history: 'What each entry decided …',
  books: 'The hidden books …',
  tables: 'Every cell against its record …',
  holders: 'One holder for each customer …',
  commissions: 'Windows, eligibility and commissions …',
  statements: 'Statements and totals …',
  protections: 'Protections …',
};

/** Audits the registry from outside. Changes nothing, with or without --yes. */
export const verify: Command = {
  name: 'verify',
  summary:
    'decides everything in the registry again, without its script, and prints each difference with its cell',
  options: {
    known: {
      type: 'string',
      value: 'N:HASH',
      help: 'an entry of the journal and its hash, as an earlier verify printed them',
    },
  },
  areas: ['spreadsheets.readonly', 'drive.metadata.readonly'],
  run: async (context) => {
    const { client, spreadsheetId, progress } = context;
    const known = parseKnown(context.options.known);
    const workbook = openLiveWorkbook(client, await spreadsheetId());
    const read = await readRegistry(client, workbook, { progress });
    const report = auditRegistry(read, {
      digest,
      known,
      progress: (check) => {
        const line = PROGRESS[check];
        if (line !== undefined) progress(line);
      },
    });
    tell(report, context);
    const isSound =
      report.unaudited.length === 0 && report.findings.every(({ severity }) => severity === 'notice');
    return { exit: isSound ? EXIT.ok : EXIT.differences, json: { sound: isSound, ...report } };
  },
};

function parseKnown(text: unknown): { readonly entry: number; readonly hash: string } | null {
  if (text === undefined) return null;
  const [, entry, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(String(text).trim()) ?? [];
  if (entry !== undefined && hash !== undefined) return { entry: Number(entry), hash: hash.toLowerCase() };
  throw new CommandRefused(
    `--known takes an entry and its hash as verify prints them, such as 120:9f86…, and not ${text}.`,
    EXIT.badUse,
  );
}

function tell(report: AuditReport, { say }: CommandContext): void {
  const { findings, unaudited, last, on } = report;
  for (const finding of findings) {
    say(`${finding.severity === 'notice' ? 'notice ' : 'differs'}  ${describeFinding(finding)}`);
  }
  for (const sentence of unaudited) say(`not audited  ${sentence}`);
  if (findings.length + unaudited.length > 0) say('');
  for (const line of describeChecks(report)) say(line);
  say(NOT_KNOWABLE);
  if (last !== null) {
    say(
      `The journal ends with entry ${last.entry}. Keep this for the next time: --known ${last.entry}:${last.hash}`,
    );
  }
  const differences = findings.filter(({ severity }) => severity === 'difference').length;
  const notices = findings.length - differences;
  const when = on === null ? '' : ` on ${on}`;
  const more = notices === 0 ? '' : `, ${notices.toLocaleString('en-US')} to be judged by people`;
  say(`${differences === 0 ? 'No' : differences.toLocaleString('en-US')} differences${when}${more}.`);
}
