import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../server/api/mail.ts';
import { Avatar } from '../parts/avatar.tsx';
import { numbered } from '../parts/numbered.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { CallFailed, messageOf } from '../session/connection.ts';
import { addressOf } from '../session/location.ts';
import { useSession } from '../session/session.ts';
import { formatMoment } from '../text/format-time.ts';
import { localTarget, splitLinks } from '../text/local-links.ts';
import { safeMailHtml } from '../text/safe-mail-html.ts';

/** One message. Opening it marks it as read, so it is asked for once. */
export function MailReader({ id }: { readonly id: number }) {
  const { connection, go } = useSession();
  const [mail, setMail] = useState<MailView>();
  const [problem, setProblem] = useState<{ readonly message: string; readonly isFinal: boolean }>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    connection
      .call('openMail', { id })
      .then((found) => !isOver && setMail(found))
      .catch((error: unknown) => {
        const isFinal = error instanceof CallFailed && error.kind !== 'offline';
        if (!isOver) setProblem({ message: messageOf(error), isFinal });
      });
    return () => {
      isOver = true;
    };
  }, [id, attempt]);
  if (problem !== undefined && mail === undefined) {
    const again = (): void => {
      setProblem(undefined);
      setAttempt((one) => one + 1);
    };
    return problem.isFinal ? (
      <Failed message={problem.message} />
    ) : (
      <Failed message={problem.message} retry={again} />
    );
  }
  if (mail === undefined) return <Loading what="the message" />;
  return (
    <article class="letter" aria-label={mail.subject}>
      <LetterHead
        mail={mail}
        markUnread={() => {
          connection.call('markUnread', { id }).catch(() => undefined);
          go({ item: '' });
        }}
      />
      {mail.htmlBody === null ? <PlainBody text={mail.body} /> : <HtmlBody html={mail.htmlBody} />}
    </article>
  );
}

function LetterHead({ mail, markUnread }: { readonly mail: MailView; readonly markUnread: () => void }) {
  const { places } = useSession();
  const from = mail.fromName ?? mail.from;
  return (
    <header class="letter-head">
      <h2 class="letter-subject">{mail.subject === '' ? '(no subject)' : mail.subject}</h2>
      <div class="letter-who">
        <Avatar email={mail.from} name={from} size={40} />
        <div class="letter-lines">
          <p class="letter-from">
            <strong>{from}</strong>{' '}
            <span class="faint">{mail.fromName === null ? '' : `<${mail.from}>`}</span>
          </p>
          <p class="faint">
            to {mail.to.join(', ')}
            {mail.cc.length === 0 ? '' : `; copy to ${mail.cc.join(', ')}`}
            {mail.isBlindCopy ? '; blind copy to you' : ''}
            {mail.replyTo === null ? '' : `; replies go to ${mail.replyTo}`}
          </p>
        </div>
        <div class="letter-side">
          <span class="faint">{formatMoment(mail.at, places.timeZone)}</span>
          <button type="button" class="link-button" onClick={markUnread}>
            Mark as unread
          </button>
        </div>
      </div>
    </header>
  );
}

/** The Workspace's own files open on this page; other addresses are of the world outside, in a tab of their own. */
function PlainBody({ text }: { readonly text: string }) {
  const { location, go } = useSession();
  return (
    <div class="letter-text">
      {numbered(splitLinks(text)).map(({ key, value: part }) => {
        if (part.kind === 'text') return part.text;
        const target = localTarget(part.text);
        return target === undefined ? (
          <a key={key} href={part.text} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          <a
            key={key}
            href={addressOf({ ...location, ...target })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              go(target);
            }}
          >
            {part.text}
          </a>
        );
      })}
    </div>
  );
}

/** No script, no form, nothing fetched; links leave the frame only when they are clicked. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

function HtmlBody({ html }: { readonly html: string }) {
  const { location } = useSession();
  const page = safeMailHtml(html, (address) => {
    const target = localTarget(address);
    return target === undefined
      ? undefined
      : `${window.location.origin}${addressOf({ ...location, ...target })}`;
  });
  return <iframe class="letter-html" title="Message" sandbox={SANDBOX} srcdoc={page} />;
}
