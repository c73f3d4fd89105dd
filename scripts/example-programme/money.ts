import type { Chance } from './chance.ts';

/** An amount as people write it, with the digits of its currency. */
export interface WrittenAmount {
  readonly text: string;
  /** That many percent of it, cut to whole minor units. */
  readonly share: (percent: number) => WrittenAmount;
}

/** By currency: digits after the point, and the least and the most first-year revenue in whole units. */
const CURRENCIES: { readonly [code: string]: { digits: number; least: number; most: number } } = {
  USD: { digits: 2, least: 18_000, most: 260_000 },
  EUR: { digits: 2, least: 16_000, most: 220_000 },
  GBP: { digits: 2, least: 15_000, most: 180_000 },
  JPY: { digits: 0, least: 2_400_000, most: 34_000_000 },
};

/** The first-year revenue of a contract: mostly small, at times large. */
export function inventAmount(currency: string, chance: Chance): WrittenAmount {
  const range = CURRENCIES[currency];
  if (range === undefined) throw new Error(`No amounts are known for ${currency}.`);
  const { digits, least, most } = range;
  const top = chance.happens(0.3) ? most : Math.round(most / 3);
  const whole = chance.between(least, top);
  const unit = 10 ** digits;
  const minor = chance.happens(0.5)
    ? Math.round(whole / 100) * 100 * unit
    : whole * unit + chance.between(0, unit - 1);
  return write(minor, digits);
}

function write(minor: number, digits: number): WrittenAmount {
  const padded = String(minor).padStart(digits + 1, '0');
  const point = padded.length - digits;
  return {
    text: digits === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`,
    share: (percent) => write(Math.floor((minor * percent) / 100), digits),
  };
}
