import type { Instant, Month, PlainDate } from './dates.ts';

/** The text as a date. The caller has made sure that it is a real one, written `YYYY-MM-DD`. */
export function mintPlainDate(text: string): PlainDate {
  return text as PlainDate;
}

/** The text as a month. The caller has made sure that it is a real one, written `YYYY-MM`. */
export function mintMonth(text: string): Month {
  return text as Month;
}

/** The text as a moment. The caller has made sure that it is a real one, written `YYYY-MM-DDTHH:mm:ssZ`. */
export function mintInstant(text: string): Instant {
  return text as Instant;
}
