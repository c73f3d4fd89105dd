import type { ComponentChildren } from 'preact';
import { addressOf } from '../session/location.ts';
import { useSession } from '../session/session.ts';
import { formatMoment } from '../text/format-time.ts';
import { PeopleSwitch } from './people-switch.tsx';

/** The top of every place: what is open, what time it is in the Workspace, and who is looking. */
export function Header({
  title,
  badge,
  children,
}: {
  readonly title: string;
  /** A word on how it is open, such as that it can only be viewed. */
  readonly badge?: string | undefined;
  readonly children?: ComponentChildren;
}) {
  const { places, location, go } = useSession();
  return (
    <header class="header">
      <div class="header-main">
        <div class="header-line">
          <h1 class="header-title" title={title}>
            {title}
          </h1>
          {badge === undefined ? null : <span class="badge">{badge}</span>}
        </div>
        {children}
      </div>
      <ClockChip />
      <PeopleSwitch
        people={places.people}
        viewer={location.viewer}
        choose={(viewer) => go({ viewer, item: '' })}
      />
    </header>
  );
}

function ClockChip() {
  const { pulse, places, location, go } = useSession();
  if (pulse === undefined) return null;
  const at = pulse.clock?.now ?? pulse.now;
  return (
    <a
      class={pulse.clock === null ? 'clock-chip' : 'clock-chip clock-chip-moving'}
      href={addressOf({ ...location, place: 'clock', item: '' })}
      title={`The Workspace’s time in ${places.timeZone}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go({ place: 'clock' });
      }}
    >
      <span class="hidden-text">The Workspace’s time: </span>
      {formatMoment(at, places.timeZone)}
    </a>
  );
}
