import { JOURNAL_TAB, STATE_TAB, TABS } from '../../../src/registry/schema/schema.ts';
import type { CrashCase, Next } from './crash-case.ts';
import type { View } from './read-view.ts';
import type { Outcome } from './run-crash-case.ts';

interface References {
  readonly before: Outcome;
  readonly after: Outcome;
}

/** One command: everything is as without it, or as with it; whoever asks again is answered the same. */
export function compareWhole(outcome: Outcome, { before, after }: References, next: Next): readonly string[] {
  const problems = nearest(
    diffViews(outcome.view, before.view, { notes: true }),
    diffViews(outcome.view, after.view, { notes: true }),
  );
  return [...problems, ...answerProblems(outcome, after, next)];
}

/** Typed cells: once the clock has struck, everything is as if the event was lost, or as if it had been taken. */
export function compareTyped(outcome: Outcome, { before, after }: References, next: Next): readonly string[] {
  const problems = nearest(
    diffViews(withoutMailing(outcome.end), withoutMailing(before.end), { notes: false }),
    diffViews(withoutMailing(outcome.end), withoutMailing(after.end), { notes: false }),
  );
  return [...problems, ...answerProblems(outcome, after, next)];
}

function answerProblems(outcome: Outcome, after: Outcome, next: Next): readonly string[] {
  if (next !== 'again' || withoutIds(outcome) === withoutIds(after)) return [];
  return [`answered ${String(outcome.answer)}, not ${String(after.answer)}`];
}

/** The IDs of files, which no two runs share, are left out. */
function withoutIds({ answer }: Outcome): string {
  return String(answer).replace(/1[\w-]{43}/g, '<file>');
}

/**
 * Several commands: the first of them are done, and the same again does the others. When mail went out, and what about
 * it is not known, may differ.
 */
export function compareSteps(
  outcome: Outcome,
  { before, after }: References,
  { pledge, nexts, isPersons = false }: Pick<CrashCase, 'pledge' | 'nexts' | 'isPersons'>,
  next: Next,
): readonly string[] {
  switch (next) {
    case 'again':
      return pledge === 'set-up'
        ? diffViews(withoutFormTabs(outcome.end), withoutFormTabs(after.end), { notes: true, look: true })
        : diffViews(withoutMailing(outcome.end), withoutMailing(after.end), { notes: false });
    case 'other':
      return pledge === 'set-up' ? [] : prefixProblems(outcome.view.commands, after.view.commands);
    case 'clock':
      return pledge === 'set-up'
        ? []
        : clockProblems(outcome, { before, after }, !isPersons && nexts.includes('again'));
  }
}

/** The clock does what is left, unless a person has to ask for it again. */
function clockProblems(outcome: Outcome, { before, after }: References, isAll: boolean): readonly string[] {
  const names = ({ end }: Outcome) => end.commands.map(named);
  const problems = diffLists('commands', names(outcome), names(after));
  if (isAll) return problems;
  return nearest(diffLists('commands', names(outcome), names(before)), problems);
}

/** The commands but for the other person's last one are the first of those of the whole run. */
function prefixProblems(commands: readonly string[], whole: readonly string[]): readonly string[] {
  const done = commands.slice(0, -1);
  return diffLists('commands', done, whole.slice(0, done.length));
}

/** What a command did without its moments: the clock strikes later. */
function named(command: string): string {
  const { command: name, subject, outcome } = JSON.parse(command) as Record<string, unknown>;
  return [name, subject, outcome].join(' ');
}

/** Google keeps the column of every question that a form ever had; nothing is read from these tabs. */
function withoutFormTabs(view: View): View {
  const isForm = (line: string) => line.startsWith('Form: ');
  const known = withoutMailing(view);
  return {
    ...known,
    tabs: new Map([...known.tabs].filter(([name]) => !isForm(name))),
    notes: new Map([...known.notes].filter(([name]) => !isForm(name))),
    look: known.look.filter((line) => !line.startsWith('{"name":"Form')),
  };
}

const HOW_MAIL_WENT = ['State', 'Sent at', 'Problem'];

function withoutMailing(view: View): View {
  const tabs = new Map(view.tabs);
  const commands = view.commands;
  tabs.set(JOURNAL_TAB.name, commands);
  tabs.delete(STATE_TAB.name);
  const [headers = '[]', ...rows] = tabs.get(TABS.outbox.name) ?? [];
  const columns = JSON.parse(headers) as readonly string[];
  const kept = columns.flatMap((header, i) => (HOW_MAIL_WENT.includes(header) ? [] : [i]));
  tabs.set(
    TABS.outbox.name,
    rows.map((row) => {
      const cells = JSON.parse(row) as readonly unknown[];
      return JSON.stringify(kept.map((i) => cells[i]));
    }),
  );
  return { ...view, tabs };
}

function nearest(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return [];
  return a.length < b.length ? ['nearer to before:', ...a] : ['nearer to after:', ...b];
}

function diffViews(
  found: View,
  wanted: View,
  { notes, look = false }: { readonly notes: boolean; readonly look?: boolean },
): readonly string[] {
  const problems = diffLists('tabs', [...found.tabs.keys()], [...wanted.tabs.keys()]);
  return [
    ...problems,
    ...[...wanted.tabs].flatMap(([name, rows]) => diffLists(name, found.tabs.get(name) ?? [], rows)),
    ...(notes
      ? [...wanted.notes].flatMap(([name, text]) =>
          diffLists(`notes of ${name}`, [found.notes.get(name) ?? ''], [text]),
        )
      : []),
    ...(look ? diffLists('look', found.look, wanted.look) : []),
    ...diffLists('outside', found.outside, wanted.outside),
  ];
}

const MOST_SHOWN = 3;

/** The lines that are in one list only, or that all are there in another order. */
function diffLists(what: string, found: readonly string[], wanted: readonly string[]): readonly string[] {
  if (found.length === wanted.length && found.every((line, i) => line === wanted[i])) return [];
  const more = found.filter((line) => !wanted.includes(line));
  const less = wanted.filter((line) => !found.includes(line));
  if (more.length + less.length === 0)
    return [
      `${what}: ${found.length} lines in another order, or another number of them than ${wanted.length}`,
    ];
  return [
    ...more.slice(0, MOST_SHOWN).map((line) => `${what}, unexpected: ${line.slice(0, 700)}`),
    ...less.slice(0, MOST_SHOWN).map((line) => `${what}, missing: ${line.slice(0, 700)}`),
  ];
}
