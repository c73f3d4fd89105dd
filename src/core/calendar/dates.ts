import type { Branded } from '../model/ids.ts';

/** A calendar date `YYYY-MM-DD` in the programme time zone. Strings of this type sort as dates. */
export type PlainDate = Branded<'PlainDate'>;

/** A moment in UTC to the second, `YYYY-MM-DDTHH:mm:ssZ`. Strings of this type sort as moments. */
export type Instant = Branded<'Instant'>;

/** A calendar month `YYYY-MM`. */
export type Month = Branded<'Month'>;
