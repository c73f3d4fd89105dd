import type { Faults } from '../execution/execution.ts';
import { type ExecutionResult, runExecution } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import { visibleUser } from '../people/visible-user.ts';
import type { WireObject } from '../realm/wire.ts';
import { canEdit } from '../store/access.ts';
import type { ScriptState, TriggerState } from '../world-state.ts';
import { type EventBody, eventFor } from './events.ts';

/** Faults for the executions that something causes: the same for all, or chosen by function. */
export type FaultsFor =
  | Faults
  | ((about: {
      readonly function: string;
      readonly kind: 'simple' | 'installable' | 'clock';
    }) => Faults | undefined);

function faultsOf(
  faults: FaultsFor | undefined,
  name: string,
  kind: 'simple' | 'installable' | 'clock',
): { faults?: Faults } {
  const chosen = typeof faults === 'function' ? faults({ function: name, kind }) : faults;
  return chosen === undefined ? {} : { faults: chosen };
}

/** The script bound to a spreadsheet, or undefined. */
export function scriptOf(world: World, spreadsheetId: string): ScriptState | undefined {
  return Object.values(world.state.scripts).find((script) => script.containerId === spreadsheetId);
}

function declares(script: ScriptState, name: string): boolean {
  const pattern = new RegExp(`(?:function\\s+${name}\\s*\\(|(?:var|let|const)\\s+${name}\\s*=)`);
  return script.files.some((file) => !file.name.endsWith('.html') && pattern.test(file.source));
}

/**
 * Runs a simple trigger (`onOpen`, `onEdit`) if the script has it and the person may edit the container:
 * with limited authorisation, as the person, not knowing who that is.
 * Source: apps-script/guides/triggers, "Simple triggers".
 */
export function fireSimple(
  world: World,
  spreadsheetId: string,
  name: 'onOpen' | 'onEdit',
  person: string,
  body: EventBody,
  faults?: FaultsFor,
): ExecutionResult[] {
  const script = scriptOf(world, spreadsheetId);
  const file = world.file(spreadsheetId);
  if (script === undefined || file === undefined || !declares(script, name)) return [];
  if (!canEdit(world.state, file, person)) return [];
  return [
    runExecution(
      world,
      {
        script,
        function: name,
        kind: 'simple',
        effectiveUser: person,
        activeUser: person,
        visibleUser: '',
        at: world.state.now,
        uiAllowed: name === 'onOpen',
        ...faultsOf(faults, name, 'simple'),
      },
      [eventFor(body, 'LIMITED', '', null)],
    ),
  ];
}

/**
 * Runs the installable triggers for an event of a file, in the order of their creation, each as the
 * account that created it. Source: apps-script/guides/triggers/installable.
 */
export function fireInstallable(
  world: World,
  sourceId: string,
  event: TriggerState['event'],
  person: string,
  body: EventBody,
  faults?: FaultsFor,
): ExecutionResult[] {
  return Object.values(world.state.scripts).flatMap((script) =>
    script.triggers
      .filter((trigger) => trigger.event === event && trigger.sourceId === sourceId)
      .flatMap((trigger) => {
        const visible = visibleUser(person, trigger.creator, world.state.domain);
        // A form's answer names its respondent nowhere but in the answer.
        const user = event === 'ON_FORM_SUBMIT' ? null : visible;
        return tellTrigger(world, script, trigger, {
          kind: 'installable',
          at: world.state.now,
          person,
          visible,
          event: eventFor(body, 'FULL', user, trigger.uid),
          faults,
        });
      }),
  );
}

interface TriggerRun {
  readonly kind: 'installable' | 'clock';
  readonly at: number;
  readonly person: string;
  readonly visible: string;
  readonly event: WireObject;
}

/** Tells one trigger of an event: once and at once, unless its faults lose, double or delay it. */
export function tellTrigger(
  world: World,
  script: ScriptState,
  trigger: TriggerState,
  { faults, ...run }: TriggerRun & { readonly faults: FaultsFor | undefined },
): ExecutionResult[] {
  const chosen = faultsOf(faults, trigger.handler, run.kind).faults;
  const { deliver = 1, lateMs = 0 } = chosen ?? {};
  const tellings = Array.from({ length: deliver }, () => run);
  if (lateMs <= 0) return tellings.map((one) => runTrigger(world, script, trigger, one, chosen));
  const { kind, person, visible, event } = run;
  world.state.lateEvents.push(
    ...tellings.map(() => ({
      at: run.at + lateMs,
      scriptId: script.id,
      triggerUid: trigger.uid,
      kind,
      person,
      visible,
      event,
    })),
  );
  return [];
}

/** Runs one trigger's handler as its creator. A creator without edit access makes it fail. */
export function runTrigger(
  world: World,
  script: ScriptState,
  trigger: TriggerState,
  run: TriggerRun,
  faults?: Faults,
): ExecutionResult {
  return runExecution(
    world,
    {
      script,
      function: trigger.handler,
      kind: run.kind,
      effectiveUser: trigger.creator,
      activeUser: run.person,
      visibleUser: run.visible,
      at: run.at,
      uiAllowed: false,
      ...(faults === undefined ? {} : { faults }),
    },
    [run.event],
  );
}
