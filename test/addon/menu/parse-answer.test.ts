import { describe, expect, test } from 'vitest';
import { MENU_COMMANDS, type MenuCommand, type MenuQuestion } from '../../../src/addon/menu/menu-commands.ts';
import { askText, parseAnswer } from '../../../src/addon/menu/parse-answer.ts';

const CHOICE: MenuQuestion = {
  field: 'colour',
  text: 'Which?',
  choices: ['Red', 'Light blue'],
  optional: false,
};
const NEEDED: MenuQuestion = { field: 'name', text: 'Who?', optional: false };
const FREE: MenuQuestion = { ...NEEDED, optional: true };
const SOMETIMES: MenuQuestion = { ...NEEDED, optional: ({ why }) => why !== 'other' };

const valid = [
  { name: 'text as it stands, without the spaces around it', question: NEEDED, typed: '  Kim ', text: 'Kim' },
  { name: 'nothing where nothing is needed', question: FREE, typed: ' ', text: '' },
  { name: 'a word of the choices in any case', question: CHOICE, typed: 'light BLUE', text: 'Light blue' },
  { name: 'the number of a choice', question: CHOICE, typed: '2', text: 'Light blue' },
  {
    name: 'nothing where the other answers do not ask for it',
    question: SOMETIMES,
    typed: '',
    text: '',
    answers: { why: 'so' },
  },
] as const;

const invalid = [
  {
    name: 'nothing where an answer is needed',
    question: NEEDED,
    typed: '  ',
    says: 'An answer is needed here.',
  },
  {
    name: 'a word that is no choice',
    question: CHOICE,
    typed: 'Green',
    says: '"Green" is none of the choices.',
  },
  { name: 'the number of no choice', question: CHOICE, typed: '0', says: '"0" is none of the choices.' },
  {
    name: 'nothing where another answer asks for it',
    question: SOMETIMES,
    typed: '',
    answers: { why: 'other' },
    says: 'An answer is needed here.',
  },
] as const;

describe('An answer to a prompt', () => {
  for (const { name, question, typed, text, ...rest } of valid) {
    test(`takes ${name}`, () => {
      const answers = 'answers' in rest ? rest.answers : {};
      expect(parseAnswer(question, typed, answers)).toEqual({ ok: true, text });
    });
  }
  for (const { name, question, typed, says, ...rest } of invalid) {
    test(`refuses ${name}`, () => {
      const answers = 'answers' in rest ? rest.answers : {};
      expect(parseAnswer(question, typed, answers)).toEqual({ ok: false, problem: says });
    });
  }

  test('is asked for with the numbered choices, and with what was wrong before', () => {
    expect(askText(CHOICE, 'No.')).toBe('No.\n\nWhich?\n1  Red\n2  Light blue');
    expect(askText(NEEDED, '')).toBe('Who?');
  });

  test('takes every choice of every command by its number and by its word', () => {
    const commands: readonly MenuCommand[] = Object.values(MENU_COMMANDS);
    for (const question of commands.flatMap(({ questions }) => questions)) {
      (question.choices ?? []).forEach((choice, i) => {
        expect(parseAnswer(question, String(i + 1), {})).toEqual({ ok: true, text: choice });
        expect(parseAnswer(question, choice.toUpperCase(), {})).toEqual({ ok: true, text: choice });
      });
    }
  });
});
