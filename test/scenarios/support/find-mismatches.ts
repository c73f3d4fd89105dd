import type { Answer } from '../../../scripts/replay/answer.ts';
import type { Outcome } from '../../../scripts/replay/play-scenario.ts';
import type { TableRow } from '../../../scripts/replay/read-tables.ts';
import type { Expectation, ExpectedStep } from './expectation.ts';

/** Where an outcome differs from what was expected, one sentence each; empty where it is as expected. */
export function findMismatches(outcome: Outcome, expected: Expectation): string[] {
  return [
    ...compareSteps(outcome, expected),
    ...compareTables(outcome, expected),
    ...compareRows(outcome, expected),
    ...compareMail(outcome, expected),
    ...compareFiles(outcome, expected),
    ...differing('formulas', outcome.formulas, expected.formulas),
  ];
}

function differing(what: string, got: unknown, wanted: unknown): string[] {
  const [gotText, wantedText] = [JSON.stringify(got), JSON.stringify(wanted)];
  return gotText === wantedText ? [] : [`${what}: expected ${wantedText}, got ${gotText}`];
}

function compareSteps({ steps }: Outcome, expected: Expectation): string[] {
  const beyond = expected.steps.filter((one) => one.step > steps.length);
  return [
    ...beyond.map((one) => `step ${one.step}: there is none`),
    ...steps.flatMap((answer, n) => {
      const step = expected.steps.find((one) => one.step === n + 1) ?? { step: n + 1, ok: true };
      return 'ok' in answer ? compareStep(answer, step) : compareAnswers(answer, step);
    }),
  ];
}

function compareAnswers(answers: readonly Answer[], { step, answersOneOf }: ExpectedStep): string[] {
  const got = answers.map((answer) => (answer.ok ? 'ok' : (answer.code ?? '')));
  const wanted = answersOneOf ?? [got.map(() => 'ok')];
  return wanted.some((one) => one.join() === got.join())
    ? []
    : [`step ${step} answered ${got.join(', ')}: ${JSON.stringify(answers)}`];
}

function compareStep(answer: Answer, expected: ExpectedStep): string[] {
  const { code, id, ids, noId, issues = [], issueCount, issueCountAtLeast } = expected;
  const got = answer.issues ?? [];
  const place = `step ${expected.step}`;
  const missing = issues.filter(
    (wanted) =>
      !got.some(
        (one) =>
          (wanted.code === undefined || one.code === wanted.code) &&
          (wanted.field === undefined || one.field === wanted.field) &&
          one.message.includes(wanted.messageIncludes ?? ''),
      ),
  );
  const mismatches = [
    ...differing(`${place} ok`, answer.ok, expected.ok),
    ...(code === undefined ? [] : differing(`${place} code`, answer.code, code)),
    ...(id === undefined ? [] : differing(`${place} id`, answer.id, id)),
    ...(ids === undefined ? [] : differing(`${place} ids`, answer.ids, ids)),
    ...(noId ? differing(`${place} id`, answer.id, undefined) : []),
    ...missing.map((one) => `${place} issues: none is ${JSON.stringify(one)}`),
    ...(issueCount === undefined ? [] : differing(`${place} issues`, got.length, issueCount)),
    ...(got.length < (issueCountAtLeast ?? 0) ? [`${place}: fewer than ${issueCountAtLeast} issues`] : []),
  ];
  return mismatches.length === 0 || answer.ok
    ? mismatches
    : [...mismatches, `${place} answered ${JSON.stringify(got)}`];
}

function compareTables({ tables }: Outcome, expected: Expectation): string[] {
  const cells = Object.entries(expected.tables).flatMap(([tab, rows]) =>
    rows.flatMap((row) => compareRow(tab, tables[tab] ?? [], row)),
  );
  const counts = Object.entries(expected.counts).flatMap(([tab, count]) =>
    differing(`rows of ${tab}`, tables[tab]?.length, count),
  );
  return [...cells, ...counts];
}

function compareRow(tab: string, rows: readonly TableRow[], wanted: TableRow): string[] {
  const [[idHeader, id] = ['', '']] = Object.entries(wanted);
  const found = rows.find((row) => row[idHeader] === id);
  if (!found) return [`${tab}: no row with ${idHeader} ${id}`];
  return Object.entries(wanted).flatMap(([header, value]) =>
    differing(`${tab} ${id} ${header}`, found[header], value),
  );
}

function compareRows({ tables }: Outcome, expected: Expectation): string[] {
  return expected.rows.flatMap(({ tab, where, including, count }) => {
    const rows = (tables[tab] ?? []).filter(
      (row) =>
        Object.entries(where).every(([header, value]) => row[header] === value) &&
        Object.entries(including).every(([header, value]) => row[header]?.includes(value)),
    );
    return differing(`rows of ${tab} with ${JSON.stringify({ ...where, ...including })}`, rows.length, count);
  });
}

function compareMail({ mail }: Outcome, expected: Expectation): string[] {
  return expected.mail.flatMap(({ to, subjectOrBodyIncludes, count, atLeast }) => {
    const wanted = subjectOrBodyIncludes.toLowerCase();
    const found = mail.filter(
      (one) => one.to.includes(to) && `${one.subject}\n${one.body}`.toLowerCase().includes(wanted),
    );
    const what = `mail to ${to} with "${subjectOrBodyIncludes}"`;
    if (atLeast !== undefined) {
      return found.length >= atLeast ? [] : [`${what}: expected at least ${atLeast}, got ${found.length}`];
    }
    return differing(`${what} (${found.map((one) => one.subject).join(' | ')})`, found.length, count);
  });
}

function compareFiles({ files }: Outcome, expected: Expectation): string[] {
  return expected.files.flatMap(({ name, count, viewers, includes, excludes }) => {
    const found = files.filter((file) => file.name === name);
    const content = JSON.stringify(found.map((file) => file.tabs));
    const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
    return [
      ...differing(`files named ${name}`, found.length, count),
      ...(viewers === undefined ? [] : found).flatMap((file) =>
        differing(`viewers of ${name}`, [...file.viewers].sort(), [...(viewers ?? [])].sort()),
      ),
      ...includes.filter((text) => !content.includes(quoted(text))).map((text) => `${name} lacks "${text}"`),
      ...excludes.filter((text) => content.includes(quoted(text))).map((text) => `${name} shows "${text}"`),
    ];
  });
}
