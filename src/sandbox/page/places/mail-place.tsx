import { ArrowLeft, Inbox as InboxIcon, MailOpen } from 'lucide';
import { useState } from 'preact/hooks';
import type { Inbox, ListedMail } from '../../server/api/mail.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Header } from '../parts/header.tsx';
import { Icon } from '../parts/icon.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { useAsked, useSession } from '../session/session.ts';
import { formatBriefly } from '../text/format-time.ts';
import { MailReader } from './mail-reader.tsx';

const STEP = 50;

/** The inbox of whoever is looking. */
export function MailPlace() {
  const { location, go } = useSession();
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(STEP);
  const inbox = useAsked('listInbox', { query, limit });
  const open = location.item === '' ? undefined : Number(location.item);
  return (
    <main class="place" aria-label="Mail">
      <Header title="Mail" />
      <div class={open === undefined ? 'mail' : 'mail mail-reading'}>
        <div class="mail-side">
          <div class="mail-search">
            <input
              class="field"
              type="search"
              placeholder="Search this inbox"
              aria-label="Search this inbox"
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setLimit(STEP);
              }}
            />
          </div>
          <div class="mail-list">
            <Await asked={inbox} what="the inbox">
              {(found) => (
                <MailList inbox={found} query={query} open={open} more={() => setLimit(limit + STEP)} />
              )}
            </Await>
          </div>
        </div>
        <div class="mail-main">
          {open === undefined ? (
            <Empty icon={MailOpen} title="Choose a message to read it" />
          ) : (
            <>
              <button type="button" class="link-button mail-back" onClick={() => go({ item: '' })}>
                <Icon of={ArrowLeft} size={16} /> Back to the inbox
              </button>
              <MailReader key={open} id={open} />
            </>
          )}
        </div>
      </div>
    </main>
  );
}

function MailList({
  inbox,
  query,
  open,
  more,
}: {
  readonly inbox: Inbox;
  readonly query: string;
  readonly open: number | undefined;
  readonly more: () => void;
}) {
  const { location } = useSession();
  if (inbox.total === 0) {
    return query === '' ? (
      <Empty icon={InboxIcon} title="No mail yet">
        <p>What scripts send to {location.viewer} arrives here. Nothing leaves this computer.</p>
      </Empty>
    ) : (
      <Empty icon={InboxIcon} title="No message matches">
        <p>Nothing in this inbox has “{query}” in it.</p>
      </Empty>
    );
  }
  return (
    <>
      <ul class="mail-rows">
        {inbox.mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} isOpen={mail.id === open} />
        ))}
      </ul>
      {inbox.mails.length < inbox.total ? (
        <button type="button" class="button mail-more" onClick={more}>
          Show older messages ({inbox.total - inbox.mails.length})
        </button>
      ) : null}
    </>
  );
}

function MailRow({ mail, isOpen }: { readonly mail: ListedMail; readonly isOpen: boolean }) {
  const { go, pulse, places } = useSession();
  const from = mail.fromName ?? mail.from;
  const classes = ['mail-row', isOpen ? 'mail-row-open' : '', mail.isRead ? '' : 'mail-row-unread'];
  return (
    <li>
      <button
        type="button"
        class={classes.join(' ')}
        aria-current={isOpen}
        onClick={() => go({ item: String(mail.id) })}
      >
        <Avatar email={mail.from} name={from} />
        <span class="mail-row-text">
          <span class="mail-row-top">
            <span class="mail-row-from">
              {mail.isRead ? null : <span class="hidden-text">Unread: </span>}
              {from}
            </span>
            <span class="mail-row-at">{formatBriefly(mail.at, pulse?.now ?? mail.at, places.timeZone)}</span>
          </span>
          <span class="mail-row-subject">{mail.subject === '' ? '(no subject)' : mail.subject}</span>
          <span class="mail-row-snippet">{mail.snippet}</span>
        </span>
      </button>
    </li>
  );
}
