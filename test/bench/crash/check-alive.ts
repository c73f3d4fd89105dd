import type { WorldState } from '../../../src/sandbox/world-state.ts';

const HANDLERS = ['whenEdited', 'whenChanged', 'whenFormSubmitted', 'whenClockStrikes'];

/** Whether somebody's triggers act: without those of the owner named, the registry would stand still unnoticed. */
export function checkAlive(state: WorldState): readonly string[] {
  const [script] = Object.values(state.scripts);
  const owner = script?.stores.script?.TRIGGER_OWNER;
  return HANDLERS.filter(
    (handler) =>
      !script?.triggers.some((trigger) => trigger.handler === handler && trigger.creator === owner),
  ).map((handler) => `${owner} owns the triggers and has none for ${handler}`);
}
