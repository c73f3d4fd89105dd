/** The execution's clock as the realm knows it: moved by the answer to every service call. */
export interface RealmClock {
  now: number;
}

/** The realm's own Date, kept before scripts can see the replacement. */
export const RealDate = Date;

/**
 * Replaces the realm's `Date` by one that reads `clock`. It shares the real prototype, so `instanceof`,
 * subclasses and dates minted before and after behave alike.
 */
export function installClock(clock: RealmClock): void {
  function VirtualDate(...parts: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(clock.now).toString();
    return Reflect.construct(RealDate, parts.length === 0 ? [clock.now] : parts, new.target);
  }
  Object.defineProperty(VirtualDate, 'prototype', { value: RealDate.prototype, writable: false });
  Object.defineProperty(VirtualDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(VirtualDate, 'length', { value: 7, configurable: true });
  Object.defineProperty(VirtualDate, 'now', { value: () => clock.now, writable: true, configurable: true });
  for (const name of ['parse', 'UTC']) {
    Object.defineProperty(VirtualDate, name, {
      value: Reflect.get(RealDate, name),
      writable: true,
      configurable: true,
    });
  }
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: VirtualDate,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });
}

/** Makes `Math.random` repeatable: the same seed gives the same numbers in the same order. */
export function installRandom(seed: number): void {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  Object.defineProperty(Math, 'random', { value: next, writable: true, configurable: true });
}
