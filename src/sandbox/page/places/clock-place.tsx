import { Header } from '../parts/header.tsx';
import { Await } from '../parts/states.tsx';
import { useAsked } from '../session/session.ts';
import { ClockCard } from './clock-card.tsx';
import { ExecutionList } from './execution-list.tsx';

/** The Workspace's time, and what ran in it. */
export function ClockPlace() {
  const clock = useAsked('readClock', {});
  return (
    <main class="place" aria-label="Clock and executions">
      <Header title="Clock and executions" />
      <div class="clock">
        <div class="clock-side">
          <Await asked={clock} what="the clock">
            {(view) => <ClockCard clock={view} />}
          </Await>
        </div>
        <div class="clock-main">
          <ExecutionList />
        </div>
      </div>
    </main>
  );
}
