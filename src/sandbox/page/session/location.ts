import { useEffect, useState } from 'preact/hooks';

/** The places of the Workspace with their names. */
export const PLACE_NAMES = {
  sheet: 'Sheet',
  forms: 'Forms',
  mail: 'Mail',
  drive: 'Drive',
  clock: 'Clock',
} as const;

export type PlaceName = keyof typeof PLACE_NAMES;

/** The places in the order in which they stand. */
export const PLACES = Object.keys(PLACE_NAMES) as readonly PlaceName[];

/** Where a page is: all of it is in the address, so that two tabs can be two people and Back goes back. */
export interface Location {
  /** Who is looking; empty before anybody was chosen. */
  readonly viewer: string;
  readonly place: PlaceName;
  /** The file, form, message or execution that is open there. */
  readonly item: string;
}

function read(): Location {
  const query = new URLSearchParams(location.search);
  const named = query.get('place');
  return {
    viewer: query.get('as') ?? '',
    place: PLACES.find((place) => place === named) ?? 'sheet',
    item: query.get('item') ?? '',
  };
}

/** The address of a location. */
export function addressOf({ viewer, place, item }: Location): string {
  const query = new URLSearchParams({ as: viewer, place });
  if (item !== '') query.set('item', item);
  return `/?${query}`;
}

type Go = (change: Partial<Location>, replace?: boolean) => void;

/** Where the page is, and how to go elsewhere; another place or person opens nothing unless it is said. */
export function useLocation(): readonly [Location, Go] {
  const [current, setCurrent] = useState(read);
  useEffect(() => {
    const moved = (): void => setCurrent(read());
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const go: Go = (change, replace = false) => {
    const next = { ...read(), ...(change.item === undefined && !replace ? { item: '' } : {}), ...change };
    if (replace) history.replaceState(null, '', addressOf(next));
    else history.pushState(null, '', addressOf(next));
    setCurrent(read());
  };
  return [current, go];
}
