import type { IconNode } from 'lucide';
import { ClipboardList, Clock, HardDrive, Mail, Table } from 'lucide';
import { addressOf, PLACE_NAMES, PLACES, type PlaceName } from '../session/location.ts';
import { useSession } from '../session/session.ts';
import { Icon } from './icon.tsx';

const ICONS: Readonly<Record<PlaceName, IconNode>> = {
  sheet: Table,
  forms: ClipboardList,
  mail: Mail,
  drive: HardDrive,
  clock: Clock,
};

/** The way to the places of the Workspace. */
export function Rail() {
  const { location, go, pulse } = useSession();
  const unread = pulse?.unread ?? 0;
  return (
    <nav class="rail" aria-label="Places">
      {PLACES.map((place) => (
        <a
          key={place}
          class="rail-entry"
          href={addressOf({ ...location, place, item: '' })}
          aria-current={location.place === place ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go({ place });
          }}
        >
          <span class="rail-icon">
            <Icon of={ICONS[place]} size={22} />
          </span>
          <span class="rail-name">{PLACE_NAMES[place]}</span>
          {place === 'mail' && unread > 0 ? (
            <span class="rail-badge">
              {unread > 99 ? '99+' : unread}
              <span class="hidden-text"> unread</span>
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
