import type { Answers, MenuQuestion } from './menu-commands.ts';

/** An answer as the command takes it, or what to say before asking again. */
export type ParsedAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads what was typed into a prompt: a choice by its word, whatever its case, or by its number. What the words mean and
 * whether they fit is for the command to say.
 */
export function parseAnswer(question: MenuQuestion, typed: string, answers: Answers): ParsedAnswer {
  const text = typed.trim();
  if (text === '') {
    return isOptional(question, answers)
      ? { ok: true, text }
      : { ok: false, problem: 'An answer is needed here.' };
  }
  const { choices } = question;
  if (!choices) return { ok: true, text };
  const byWord = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  const chosen = byWord ?? (/^\d+$/.test(text) ? choices[Number(text) - 1] : undefined);
  return chosen === undefined
    ? { ok: false, problem: `"${text}" is none of the choices.` }
    : { ok: true, text: chosen };
}

/** The text of the prompt: the question, its numbered choices, and what was wrong with the answer before. */
export function askText(question: MenuQuestion, problem: string): string {
  const choices = (question.choices ?? []).map((choice, i) => `${i + 1}  ${choice}`);
  return [...(problem === '' ? [] : [problem, '']), question.text, ...choices].join('\n');
}

function isOptional({ optional }: MenuQuestion, answers: Answers): boolean {
  return typeof optional === 'function' ? optional(answers) : optional;
}
