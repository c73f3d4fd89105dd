import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReviewLine, ReviewQueue } from '../../registry/dialogs/form-description.ts';
import { Notice } from '../kit/notices.tsx';
import { Verdict } from './verdict.tsx';

interface Props {
  readonly queue: ReviewQueue;
  readonly shown: readonly ReviewLine[];
  readonly isMineOnly: boolean;
  readonly onMineOnly: (isMineOnly: boolean) => void;
  readonly onOpen: (lead: string) => void;
  readonly onReload: () => void;
}

/** The requests that wait, the most urgent first. */
export function QueueList({ queue, shown, isMineOnly, onMineOnly, onOpen, onReload }: Props) {
  const { reviews, more, returned } = queue;
  const hasOthers = reviews.some(({ isMine }) => isMine) && reviews.some(({ isMine }) => !isMine);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever comes back from a request goes on with the keys.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div class="line">
        <h2 tabIndex={-1} ref={heading}>
          {countRequests(shown.length + (isMineOnly ? 0 : more))}
        </h2>
        <button type="button" class="link" onClick={onReload}>
          Refresh
        </button>
      </div>
      {hasOthers ? (
        <label class="choice">
          <input
            type="checkbox"
            checked={isMineOnly}
            onChange={({ currentTarget }) => onMineOnly(currentTarget.checked)}
          />
          <span>Only those for me to decide</span>
        </label>
      ) : null}
      {shown.length === 0 ? (
        <Notice tone="good" title="Nothing waits for a decision.">
          <p>New requests appear here as partners make them.</p>
        </Notice>
      ) : null}
      <ol class="requests">
        {shown.map((review) => (
          <li key={review.lead}>
            <button type="button" class="request" data-lead={review.lead} onClick={() => onOpen(review.lead)}>
              <span class="line">
                <span class="customer">{review.customer}</span>
                <span class="id">{review.lead}</span>
              </span>
              <span class="from">{review.partnerName}</span>
              <span class="chips">
                <span class={`chip ${review.urgency}`}>{review.timeLeft}</span>
                <Verdict verdict={review.verdict} />
                {review.objections.length === 0 ? null : <span class="chip warn">Objection</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {more > 0 && !isMineOnly ? <p class="intro">{more} more come up as these are decided.</p> : null}
      {returned > 0 ? (
        <p class="intro">
          {returned === 1 ? '1 returned request waits' : `${returned} returned requests wait`} for the
          partner.
        </p>
      ) : null}
    </>
  );
}

function countRequests(count: number): string {
  return count === 1 ? '1 request waits' : `${count} requests wait`;
}
