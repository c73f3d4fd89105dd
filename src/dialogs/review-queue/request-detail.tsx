import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Fact, ReviewLine } from '../../registry/dialogs/form-description.ts';
import { Facts } from '../kit/facts.tsx';
import { Loading, Notice } from '../kit/notices.tsx';
import type { Comparison } from './comparison.ts';
import { Evidence } from './evidence.tsx';
import { Verdict } from './verdict.tsx';

interface Props {
  readonly review: ReviewLine;
  readonly place: string;
  readonly comparison: Comparison | null;
  readonly problem: string;
  readonly onBack: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onJudge: (record: string, same: 'yes' | 'no') => void;
  readonly onShow: (record: string) => void;
  readonly onRetry: () => void;
}

/** One request with all that it is decided on. */
export function RequestDetail(props: Props) {
  const { review, place, comparison, problem, onBack, onStep, onJudge, onShow, onRetry } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [review.lead]);
  return (
    <>
      <nav class="line" aria-label="Queue">
        <button type="button" class="link" onClick={onBack}>
          ‹ All requests
        </button>
        <span class="steps">
          <button type="button" class="icon" aria-label="Previous request" onClick={() => onStep(-1)}>
            ‹
          </button>
          {place}
          <button type="button" class="icon" aria-label="Next request" onClick={() => onStep(1)}>
            ›
          </button>
        </span>
      </nav>
      <header>
        <h2 class="title" tabIndex={-1} ref={heading}>
          {review.customer}
        </h2>
        <p class="intro">
          from {review.partnerName} ·{' '}
          <button
            type="button"
            class="link"
            onClick={() => onShow(review.lead)}
            aria-label={`Show ${review.lead} in the sheet`}
          >
            {review.lead}
          </button>
        </p>
        <div class="chips">
          <span class={`chip ${review.urgency}`}>{review.timeLeft}</span>
          <Verdict verdict={comparison?.verdict ?? review.verdict} />
        </div>
      </header>
      {review.attention === '' ? null : (
        <Notice tone="warn">
          <p>{review.attention}</p>
        </Notice>
      )}
      {review.objections.map((objection) => (
        <Notice tone="warn" title="Objection of sales" key={objection}>
          <p>{objection}</p>
        </Notice>
      ))}
      {problem === '' ? null : (
        <Notice tone="wrong" title={problem} isAlert>
          <button type="button" class="link" onClick={onRetry}>
            Try again
          </button>
        </Notice>
      )}
      {comparison !== null ? (
        <Evidence comparison={comparison} mayJudge={review.mayDecide} onJudge={onJudge} onShow={onShow} />
      ) : problem === '' ? (
        <Loading what="The evidence is loading." />
      ) : null}
      <section>
        <h3>The request</h3>
        <Facts facts={factsOf(review)} />
      </section>
    </>
  );
}

function factsOf(review: ReviewLine): readonly Fact[] {
  const { website, country, contacts, note, registeredAt, decideBy } = review;
  return [
    { label: 'Registered at', text: registeredAt },
    { label: 'To be decided by the end of', text: decideBy },
    { label: 'Website', text: website },
    { label: 'Country', text: country },
    { label: 'Contacts', text: contacts },
    { label: 'Note', text: note },
  ].filter(({ text }) => text !== '');
}
