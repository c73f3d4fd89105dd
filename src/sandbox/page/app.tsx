import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Places } from '../server/api/places.ts';
import type { Pulse } from '../server/pages/page-events.ts';
import { LineBanner } from './parts/line-banner.tsx';
import { Rail } from './parts/rail.tsx';
import { Failed, Loading } from './parts/states.tsx';
import { Toasts } from './parts/toasts.tsx';
import { ClockPlace } from './places/clock-place.tsx';
import { DrivePlace } from './places/drive-place.tsx';
import { FormsPlace } from './places/forms-place.tsx';
import { MailPlace } from './places/mail-place.tsx';
import { SheetPlace } from './places/sheet-place.tsx';
import { Connection, type LineState, messageOf } from './session/connection.ts';
import { type Location, PLACE_NAMES, useLocation } from './session/location.ts';
import { ScriptCalls } from './session/script-calls.ts';
import { type Session, SessionContext, useSession } from './session/session.ts';

/** Asks for the people before anybody is known: nobody has this address. */
const NOBODY = 'nobody@localhost';

/** The whole page. Another person's page is another one, with a line of its own. */
export function App() {
  const [location, go] = useLocation();
  return <Person key={location.viewer} viewer={location.viewer} location={location} go={go} />;
}

type Go = Session['go'];

function Person({
  viewer,
  location,
  go,
}: {
  readonly viewer: string;
  readonly location: Location;
  readonly go: Go;
}) {
  const calls = useRef<ScriptCalls | undefined>(undefined);
  const connection = useMemo(
    () => new Connection(viewer || NOBODY, () => calls.current?.isBusy ?? false),
    [],
  );
  calls.current ??= new ScriptCalls(connection);
  const [line, setLine] = useState<{ readonly state: LineState; readonly opened: number }>({
    state: 'connecting',
    opened: 0,
  });
  const [pulse, setPulse] = useState<Pulse>();
  useEffect(() => connection.watch((state, opened) => setLine({ state, opened })), []);
  useEffect(
    () =>
      connection.listen((event) => {
        if (event.kind === 'pulse') setPulse(event.pulse);
      }),
    [],
  );
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, []);
  const { places, problem, retry } = usePlaces(connection, line.opened, pulse?.version);
  const first = places?.people[0]?.email;
  useEffect(() => {
    if (viewer === '' && first !== undefined) go({ viewer: first }, true);
  }, [viewer, first]);
  if (places === undefined || viewer === '') {
    return problem === undefined ? (
      <Loading what="the Workspace" />
    ) : (
      <Failed message={problem} retry={retry} />
    );
  }
  const session: Session = {
    connection,
    line: line.state,
    opened: line.opened,
    pulse,
    places,
    calls: calls.current,
    location,
    go,
  };
  return (
    <SessionContext.Provider value={session}>
      <Shell />
    </SessionContext.Provider>
  );
}

interface KnownPlaces {
  readonly places: Places | undefined;
  readonly problem: string | undefined;
  readonly retry: () => void;
}

function usePlaces(connection: Connection, opened: number, version: number | undefined): KnownPlaces {
  const [places, setPlaces] = useState<Places>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    connection
      .call('places', {})
      .then((answer) => {
        if (isOver) return;
        setProblem(undefined);
        // The same people are the same object: nothing that depends on them has to be drawn again.
        setPlaces((old) => (JSON.stringify(old) === JSON.stringify(answer) ? old : answer));
      })
      .catch((error: unknown) => !isOver && setProblem(messageOf(error)));
    return () => {
      isOver = true;
    };
  }, [opened, version, attempt]);
  return { places, problem, retry: () => setAttempt((one) => one + 1) };
}

/** A sheet that has been opened stays in place behind the others, with its sidebar as it is. */
function Shell() {
  const { location, places } = useSession();
  const { place, viewer } = location;
  const who = places.people.find(({ email }) => email === viewer)?.name ?? viewer;
  useEffect(() => {
    document.title = `${who}: ${PLACE_NAMES[place]} – ${places.title}`;
  }, [who, place, places.title]);
  return (
    <div class="shell">
      <Rail />
      <div class="stage">
        <LineBanner />
        <KeptSheet isShown={place === 'sheet'} />
        {place === 'forms' ? <FormsPlace /> : null}
        {place === 'mail' ? <MailPlace /> : null}
        {place === 'drive' ? <DrivePlace /> : null}
        {place === 'clock' ? <ClockPlace /> : null}
      </div>
      <Toasts />
    </div>
  );
}

function KeptSheet({ isShown }: { readonly isShown: boolean }) {
  const wasShown = useRef(isShown);
  wasShown.current ||= isShown;
  return wasShown.current ? <SheetPlace isShown={isShown} /> : null;
}
