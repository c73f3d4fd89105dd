import { type ContractCase, type ContractGroup, UNDOCUMENTED } from '../case.ts';

const RUNTIME = 'apps-script/guides/v8-runtime';

const LACKING = [
  'setTimeout',
  'setInterval',
  'URL',
  'URLSearchParams',
  'fetch',
  'TextEncoder',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'process',
  'performance',
  'queueMicrotask',
  'Blob',
  'window',
  'navigator',
  'require',
  'global',
  'module',
];

function lacks(name: string): ContractCase {
  return {
    title: `has no ${name}`,
    source: RUNTIME,
    observe: () => typeof Reflect.get(globalThis, name),
    returns: 'undefined',
  };
}

export const RUNTIME_CASES: ContractGroup = {
  title: 'The runtime',
  needs: 'nothing',
  cases: [
    ...LACKING.map(lacks),
    {
      title: 'reads local time in the time zone of the manifest',
      source: 'apps-script/concepts/manifests',
      observe: () => {
        const now = new Date();
        const [hours, minutes] = [now.getHours(), now.getMinutes()];
        const told = Utilities.formatDate(now, Session.getScriptTimeZone(), 'H:m');
        return told === `${hours}:${minutes}`;
      },
      returns: true,
    },
    {
      title: 'lets a Date without new answer text',
      source: 'ECMAScript',
      observe: () => [typeof Date(), new Date() instanceof Date, Date.UTC(1970, 0, 2)],
      returns: ['string', true, 86_400_000],
    },
    {
      title: 'knows the time zones of the world',
      source: UNDOCUMENTED,
      observe: () => {
        const berlin = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
        return [Date.UTC(2026, 0, 5, 12), Date.UTC(2026, 6, 5, 12)].map((at) => berlin.format(at));
      },
      returns: ['13:00', '14:00'],
    },
    {
      title: 'brings texts into their normal forms',
      source: 'ECMAScript',
      observe: () => ['e\u0301'.normalize('NFC') === '\u00e9', '\uff21\u2460'.normalize('NFKC')],
      returns: [true, 'A1'],
    },
    {
      title: 'has regular expressions that know letters and look behind',
      source: 'ECMAScript',
      observe: () => ['Größe Ω'.match(/\p{L}+/gu), 'a1 b2'.replace(/(?<=b)\d/, 'x')],
      returns: [['Größe', 'Ω'], 'a1 bx'],
    },
    {
      title: 'computes with integers of any size',
      source: 'ECMAScript',
      observe: () => String(BigInt('9007199254740993') * BigInt(3)),
      returns: '27021597764222979',
    },
    {
      title: 'sorts what is equal in the order in which it was',
      source: 'ECMAScript',
      observe: () =>
        [...'badcab']
          .map((letter, i) => ({ letter, i }))
          .sort((a, b) => (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0))
          .map(({ i }) => i),
      returns: [1, 4, 0, 5, 3, 2],
    },
  ],
};
