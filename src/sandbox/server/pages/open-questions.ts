import type { LiveAnswer, LiveOrigin } from '../../execution/live-executions.ts';
import type { AskedQuestion } from '../../services/ui.ts';

/** A question that waits for its answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly asked: AskedQuestion;
  readonly origin: LiveOrigin;
}

const CLOSED: LiveAnswer = { button: 'CLOSE', text: '' };

/** The questions that scripts wait for, each until it is answered or its page is gone. */
export class OpenQuestions {
  readonly #open = new Map<string, OpenQuestion & { readonly resolve: (answer: LiveAnswer) => void }>();
  #count = 0;

  /** Opens a question; answers it, and the promise of its answer. */
  open(
    asked: AskedQuestion,
    origin: LiveOrigin,
  ): { readonly question: OpenQuestion; readonly answer: Promise<LiveAnswer> } {
    this.#count += 1;
    const id = `question-${this.#count}`;
    const answer = new Promise<LiveAnswer>((resolve) => {
      this.#open.set(id, { id, asked, origin, resolve });
    });
    return { question: { id, asked, origin }, answer };
  }

  /** The questions that a page has to show. */
  ofPage(page: string): readonly OpenQuestion[] {
    return [...this.#open.values()].filter(({ origin }) => origin.page === page);
  }

  /** Answers a question of that page; false when it is no longer open, or has no such button. */
  answer(id: string, page: string, answer: LiveAnswer): boolean {
    const question = this.#open.get(id);
    if (question === undefined || question.origin.page !== page) return false;
    if (answer.button !== 'CLOSE' && !question.asked.buttons.includes(answer.button)) return false;
    this.#open.delete(id);
    question.resolve(answer);
    return true;
  }

  /** Closes the questions that fit, as the window's cross does; answers them. */
  closeWhere(fits: (question: OpenQuestion) => boolean): readonly OpenQuestion[] {
    const closed = [...this.#open.values()].filter(fits);
    for (const { id, resolve } of closed) {
      this.#open.delete(id);
      resolve(CLOSED);
    }
    return closed;
  }
}
