import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewLine } from '../../registry/dialogs/form-description.ts';
import { CommandForm } from '../command-form/command-form.tsx';
import type { Opening } from '../command-form/use-form.ts';
import { ask } from '../kit/bridge.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { QueueList } from './queue-list.tsx';
import { RequestDetail } from './request-detail.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useQueue } from './use-queue.ts';

const DECISIONS = [
  { key: 'a', form: 'approveLead', label: 'Approve' },
  { key: 'r', form: 'returnLead', label: 'Return' },
  { key: 'x', form: 'rejectLead', label: 'Reject' },
] as const;

const OBJECTION = { key: 'o', form: 'objectLead', label: 'Object' } as const;

/** What has been done, in a word for the line above the queue. */
const DONE: { readonly [form: string]: string } = {
  approveLead: 'approved',
  returnLead: 'returned',
  rejectLead: 'rejected',
  objectLead: 'objected to',
  judgeMatch: 'judged',
};

/** The review queue: the list, one request, and the form of a decision, with the next request after each. */
export function ReviewQueue() {
  const { queue, problem, reload, compare, comparisons, evidenceProblem } = useQueue();
  const [lead, setLead] = useState<string | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [isMineOnly, setMineOnly] = useState(false);
  const [hasKeys, setKeys] = useState(true);
  const [said, setSaid] = useState('');
  const root = useRef<HTMLDivElement>(null);

  const shown = (queue?.reviews ?? []).filter(({ isMine }) => isMine || !isMineOnly);
  const at = shown.findIndex((review) => review.lead === lead);
  const review = shown[at] ?? null;
  const isForm = opening !== null;

  useEffect(() => {
    if (lead !== null) void compare(lead);
  }, [lead, compare]);

  const step = (by: number) => {
    const next = shown[at + by];
    if (next) setLead(next.lead);
  };
  const show = (record: string) => void ask('goTo', { record }).catch(() => undefined);
  const decide = (form: string, values?: Opening['values']) => {
    if (review !== null) setOpening({ form, record: review.lead, ...(values ? { values } : {}) });
  };
  const finish = async () => {
    const form = opening?.form ?? '';
    const customer = review?.customer ?? '';
    setOpening(null);
    setSaid(`${customer} is ${DONE[form] ?? 'done'}.`);
    const reviews = (await reload()).filter(({ isMine }) => isMine || !isMineOnly);
    // What was decided is gone: the request that followed it stands in its place.
    const isLeft = reviews.some((one) => one.lead === lead);
    if (!isLeft) setLead(reviews[Math.min(at, reviews.length - 1)]?.lead ?? null);
  };
  const act = (key: string): boolean => {
    if (key === 'j' || key === 'arrowdown') return move(1);
    if (key === 'k' || key === 'arrowup') return move(-1);
    if (review === null) return false;
    const action = actionsOf(review).find((one) => one.key === key);
    if (action) decide(action.form);
    else if (key === 's') show(review.lead);
    else if (key === 'escape') setLead(null);
    else return false;
    return true;
  };
  const move = (by: 1 | -1): boolean => {
    if (review !== null) step(by);
    else focusRequest(root.current, by);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isText =
      event.target instanceof Element && event.target.matches('input:not([type=checkbox]), textarea, select');
    if (isForm || isText || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasKeys && event.key.length === 1) return;
    if (act(event.key.toLowerCase())) event.preventDefault();
  };

  if (opening !== null) {
    return (
      <CommandForm
        opening={opening}
        isFixed
        closeLabel="Back"
        onClose={() => setOpening(null)}
        onDone={() => void finish()}
      />
    );
  }
  return (
    // The keys work wherever the focus is in the queue; each of them has a button as well.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts of buttons
    <div class="page" ref={root} onKeyDown={onKeyDown}>
      <div class="body">
        <output class={said === '' ? 'said' : 'said notice good'}>{said}</output>
        {problem === '' ? null : (
          <Notice tone="wrong" title={problem} isAlert>
            <button type="button" class="link" onClick={() => void reload()}>
              Try again
            </button>
          </Notice>
        )}
        {queue === null && problem === '' ? <Loading what="The queue is loading." /> : null}
        {queue !== null && review === null ? (
          <QueueList
            queue={queue}
            shown={shown}
            isMineOnly={isMineOnly}
            onMineOnly={setMineOnly}
            onOpen={(opened) => {
              setSaid('');
              setLead(opened);
            }}
            onReload={() => void reload()}
          />
        ) : null}
        {review === null ? null : (
          <RequestDetail
            review={review}
            place={`${at + 1} of ${shown.length}`}
            comparison={comparisons.get(review.lead) ?? null}
            problem={evidenceProblem}
            onBack={() => setLead(null)}
            onStep={step}
            onJudge={(other, same) => decide('judgeMatch', { other, same })}
            onShow={show}
            onRetry={() => void compare(review.lead)}
          />
        )}
        {queue === null ? null : <Shortcuts isOn={hasKeys} onTurn={setKeys} />}
      </div>
      {review === null ? null : <Decisions review={review} onDecide={decide} />}
    </div>
  );
}

function actionsOf({ mayDecide, mayObject }: ReviewLine) {
  return [...(mayDecide ? DECISIONS : []), ...(mayObject ? [OBJECTION] : [])];
}

function Decisions({
  review,
  onDecide,
}: {
  readonly review: ReviewLine;
  readonly onDecide: (form: string) => void;
}) {
  const actions = actionsOf(review);
  return (
    <div class="buttons">
      {actions.length === 0 ? <span class="status">Its own manager decides this request.</span> : null}
      {actions.map(({ form, label, key }) => (
        <button
          type="button"
          key={form}
          class={form === 'approveLead' ? 'button primary' : 'button'}
          aria-keyshortcuts={key}
          onClick={() => onDecide(form)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Moves the focus to the next request of the list, or to its first. */
function focusRequest(root: HTMLElement | null, by: 1 | -1): void {
  const buttons = [...(root?.querySelectorAll<HTMLElement>('.request') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  (at < 0 ? buttons[0] : buttons[at + by])?.focus();
}
