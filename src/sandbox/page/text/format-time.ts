const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  formats.set(key, known);
  return known;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

/** As in `Mon, 5 Jan 2026`. */
export function formatDay(at: number, timeZone: string): string {
  return format(timeZone, DAY).format(at);
}

/** As in `09:00`. */
export function formatTime(at: number, timeZone: string): string {
  return format(timeZone, TIME).format(at);
}

/** As in `Mon, 5 Jan 2026, 09:00`. */
export function formatMoment(at: number, timeZone: string): string {
  return `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)}`;
}

/** The time of today's messages, the day of this year's, the whole date of older ones. */
export function formatBriefly(at: number, now: number, timeZone: string): string {
  if (formatDay(at, timeZone) === formatDay(now, timeZone)) return formatTime(at, timeZone);
  const year = format(timeZone, { year: 'numeric' });
  const isThisYear = year.format(at) === year.format(now);
  return format(timeZone, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The date and time of day as the inputs of a form take them. */
export function inputsOf(at: number, timeZone: string): { readonly date: string; readonly time: string } {
  const parts = format(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...TIME,
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** A duration as in `850 ms`, `3.2 s` or `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
