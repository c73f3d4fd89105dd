import type { IconNode } from 'lucide';
import { ClipboardList, Clock, HardDrive, Mail, Table } from 'lucide';
import { addressOf, type PlaceName } from '../session/location.ts';
import { useSession } from '../session/session.ts';
import { Icon } from './icon.tsx';

const ENTRIES: readonly { readonly place: PlaceName; readonly name: string; readonly icon: IconNode }[] = [
  { place: 'sheet', name: 'Sheet', icon: Table },
  { place: 'forms', name: 'Forms', icon: ClipboardList },
  { place: 'mail', name: 'Mail', icon: Mail },
  { place: 'drive', name: 'Drive', icon: HardDrive },
  { place: 'clock', name: 'Clock', icon: Clock },
];

/** The way to the places of the Workspace. */
export function Rail() {
  const { location, go, pulse } = useSession();
  const unread = pulse?.unread ?? 0;
  return (
    <nav class="rail" aria-label="Places">
      {ENTRIES.map(({ place, name, icon }) => (
        <a
          key={place}
          class="rail-entry"
          href={addressOf({ ...location, place, item: '' })}
          aria-current={location.place === place ? 'page' : undefined}
          aria-label={place === 'mail' && unread > 0 ? `${name}, ${unread} unread` : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go({ place });
          }}
        >
          <span class="rail-icon">
            <Icon of={icon} size={22} />
            {place === 'mail' && unread > 0 ? (
              <span class="rail-badge">{unread > 99 ? '99+' : unread}</span>
            ) : null}
          </span>
          <span class="rail-name">{name}</span>
        </a>
      ))}
    </nav>
  );
}
