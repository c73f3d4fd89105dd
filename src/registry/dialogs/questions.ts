import type { Context } from '../commands/context.ts';
import type { Decision } from '../commands/decide-command.ts';
import { describeDashboard } from './describe-dashboard.ts';
import { describeForm, searchSubjects } from './describe-form.ts';
import { findRecords } from './find-records.ts';
import { listReviews } from './list-reviews.ts';

/** What dialogs ask besides giving commands. They change nothing, and only active people of the team may ask. */
export const QUESTIONS = {
  describeForm,
  describeDashboard,
  searchSubjects,
  findRecords,
  listReviews,
} as const satisfies {
  readonly [name: string]: (question: { readonly [field: string]: unknown }, context: Context) => Decision;
};

export type QuestionName = keyof typeof QUESTIONS;

/** Whether there is a question of this name. */
export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}
