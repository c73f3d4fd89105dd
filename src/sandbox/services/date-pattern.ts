import { ServiceError } from '../errors.ts';
import { instantOfWall, isTimeZone, offsetAt } from '../store/time-zones.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `GMT+2` and the like are fixed offsets; everything else names a zone of the IANA database. */
function zoneOf(timeZone: string): string {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(timeZone);
  if (fixed !== null) return `${fixed[1]}${(fixed[2] ?? '').padStart(2, '0')}:${fixed[3] ?? '00'}`;
  const zone = timeZone === 'GMT' || timeZone === 'Z' ? 'UTC' : timeZone;
  if (!isTimeZone(zone)) throw new ServiceError(`Invalid argument: timeZone. Should be of type: String`);
  return zone;
}

/**
 * An instant in the letters of Java's SimpleDateFormat, English names: G y Y M L d D E u a H k K h m s S z
 * Z X and quoted text. Other letters throw. Source: apps-script/reference/utilities/utilities, formatDate.
 */
export function formatPattern(at: number, timeZone: string, pattern: string): string {
  const zone = zoneOf(timeZone);
  const wall = new Date(at + offsetAt(zone, at));
  const offset = Math.round(offsetAt(zone, at) / 60_000);
  const tokens = pattern.match(/''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return tokens.map((token) => formatToken(wall, offset, token)).join('');
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

function named(names: readonly string[], index: number, length: number): string {
  const name = names[index] ?? '';
  return length >= 4 ? name : name.slice(0, 3);
}

function formatToken(wall: Date, offset: number, token: string): string {
  const length = token.length;
  const hour = wall.getUTCHours();
  switch (token.charAt(0)) {
    case "'":
      return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
    case 'G':
      return 'AD';
    case 'y':
      return length === 2 ? padded(wall.getUTCFullYear() % 100, 2) : padded(wall.getUTCFullYear(), length);
    case 'Y':
      return padded(weekYear(wall), length);
    case 'M':
    case 'L':
      return length > 2 ? named(MONTHS, wall.getUTCMonth(), length) : padded(wall.getUTCMonth() + 1, length);
    case 'd':
      return padded(wall.getUTCDate(), length);
    case 'D':
      return padded(dayOfYear(wall), length);
    case 'E':
      return named(DAYS, wall.getUTCDay(), length);
    case 'u':
      return padded(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(), length);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(hour, length);
    case 'k':
      return padded(hour === 0 ? 24 : hour, length);
    case 'K':
      return padded(hour % 12, length);
    case 'h':
      return padded(hour % 12 === 0 ? 12 : hour % 12, length);
    case 'm':
      return padded(wall.getUTCMinutes(), length);
    case 's':
      return padded(wall.getUTCSeconds(), length);
    case 'S':
      return padded(wall.getUTCMilliseconds(), length);
    case 'z':
      return offset === 0 ? 'GMT' : `GMT${offsetText(offset, ':')}`;
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      if (offset === 0) return 'Z';
      return length === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, length === 3 ? ':' : '');
    default:
      if (!/[A-Za-z]/.test(token)) return token;
      throw new ServiceError(`Illegal pattern character '${token.charAt(0)}'`);
  }
}

function offsetText(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The year to which the week belongs, weeks beginning on Sunday: near New Year not the calendar's. */
function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * 86_400_000);
  return saturday.getUTCFullYear();
}

/** The instant that `text` means by a pattern of the letters y M d H m s. Throws when it doesn't fit. */
export function parsePattern(text: string, timeZone: string, pattern: string): number {
  const zone = zoneOf(timeZone);
  const parts: Record<string, number> = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0 };
  let rest = text;
  for (const token of pattern.match(/''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? []) {
    const letter = token.charAt(0);
    if (parts[letter] === undefined) {
      const wanted = letter === "'" ? token.slice(1, -1) : token;
      if (/[A-Za-z]/.test(letter)) throw new ServiceError(`Illegal pattern character '${letter}'`);
      if (!rest.startsWith(wanted)) throw new ServiceError(`Unparseable date: "${text}"`);
      rest = rest.slice(wanted.length);
    } else {
      const digits = new RegExp(`^\\d{1,${letter === 'y' ? 4 : 2}}`).exec(rest)?.[0];
      if (digits === undefined) throw new ServiceError(`Unparseable date: "${text}"`);
      parts[letter] = Number(digits);
      rest = rest.slice(digits.length);
    }
  }
  const { y = 1970, M = 1, d = 1, H = 0, m = 0, s = 0 } = parts;
  return instantOfWall(zone, Date.UTC(y, M - 1, d, H, m, s));
}
