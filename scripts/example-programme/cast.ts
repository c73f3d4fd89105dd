import type { Region } from './customers.ts';

/** Somebody of the example, as the page's switch of people shows them. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

export const HEAD = 'head@one.example';
export const ANA = 'ana@one.example';
export const BO = 'bo@one.example';
export const CLEO = 'cleo@one.example';
export const SAM = 'sam@one.example';
export const TESS = 'tess@one.example';
export const FAY = 'fay@one.example';

/** The people of the programme with their roles in the registry's Team tab. */
export const TEAM = [
  { person: HEAD, name: 'Helena Ostrowski', role: 'head' },
  { person: ANA, name: 'Ana Prieto', role: 'manager' },
  { person: BO, name: 'Bo Lindqvist', role: 'manager' },
  { person: CLEO, name: 'Cleo Adeyemi', role: 'manager' },
  { person: SAM, name: 'Sam Whitfield', role: 'sales' },
  { person: TESS, name: 'Tess Nakagawa', role: 'sales' },
  { person: FAY, name: 'Fay Donnelly', role: 'finance' },
] as const;

const ROLE_LABELS = {
  head: 'Programme head',
  manager: 'Alliance manager',
  sales: 'Sales account owner',
  finance: 'Finance',
} as const;

/** A company that refers customers. */
export interface ExamplePartner {
  readonly name: string;
  readonly country: string;
  readonly manager: string;
  /** Who speaks for it; the first is the one who usually writes. */
  readonly contacts: readonly { readonly name: string; readonly email: string }[];
  /** Where its customers are. */
  readonly regions: readonly Region[];
  /** Months after the start at which it joins. */
  readonly joinsAfterMonths: number;
  /** Short name for references of payments. */
  readonly tag: string;
}

export const PARTNERS = [
  {
    name: 'Harrowgate & Pine Advisory LLC',
    country: 'United States',
    manager: ANA,
    contacts: [
      { name: 'Kim Delacroix', email: 'kim@harrowpine.example' },
      { name: 'Marcus Oyelaran', email: 'marcus@harrowpine.example' },
    ],
    regions: ['americas'],
    joinsAfterMonths: 0,
    tag: 'HAR',
  },
  {
    name: 'Lindenthaler Beratungskontor GmbH',
    country: 'Germany',
    manager: BO,
    contacts: [
      { name: 'Jörg Ahlbrecht', email: 'ahlbrecht@lindenthaler.example' },
      { name: 'Miriam Süßkind', email: 'suesskind@lindenthaler.example' },
    ],
    regions: ['dach', 'east'],
    joinsAfterMonths: 0,
    tag: 'LIN',
  },
  {
    name: 'Kestrel Rowe Partners Ltd',
    country: 'United Kingdom',
    manager: CLEO,
    contacts: [{ name: 'Imogen Rowe', email: 'imogen@kestrelrowe.example' }],
    regions: ['uk'],
    joinsAfterMonths: 0,
    tag: 'KES',
  },
  {
    name: 'Cabinet Verlaine-Duroc Conseil',
    country: 'France',
    manager: BO,
    contacts: [
      { name: 'Solène Duroc', email: 'solene.duroc@verlaineduroc.example' },
      { name: 'Baptiste Aubin', email: 'baptiste.aubin@verlaineduroc.example' },
    ],
    regions: ['west'],
    joinsAfterMonths: 0,
    tag: 'VER',
  },
  {
    name: '葵経営コンサルティング株式会社',
    country: 'Japan',
    manager: CLEO,
    contacts: [
      { name: '高梨 葵', email: 'takanashi@aoi-keiei.example' },
      { name: 'Ren Mizushima', email: 'mizushima@aoi-keiei.example' },
    ],
    regions: ['japan'],
    joinsAfterMonths: 0,
    tag: 'AOI',
  },
  {
    name: 'Tallpine Systems Integration Inc.',
    country: 'Canada',
    manager: ANA,
    contacts: [{ name: 'Noah Tremblay-Wu', email: 'noah@tallpinesystems.example' }],
    regions: ['americas'],
    joinsAfterMonths: 1,
    tag: 'TAL',
  },
  {
    name: 'Nordvarde Rådgivning AS',
    country: 'Norway',
    manager: BO,
    contacts: [{ name: 'Ingrid Solbakken', email: 'ingrid@nordvarde.example' }],
    regions: ['nordic'],
    joinsAfterMonths: 1,
    tag: 'NOR',
  },
  {
    name: 'Puente Claro Consultores S.L.',
    country: 'Spain',
    manager: CLEO,
    contacts: [{ name: 'Íñigo Belmonte', email: 'inigo@puenteclaro.example' }],
    regions: ['south'],
    joinsAfterMonths: 3,
    tag: 'PUE',
  },
  {
    name: 'Bayhaven Digital Pte. Ltd.',
    country: 'Singapore',
    manager: ANA,
    contacts: [
      { name: 'Priya Raghunathan', email: 'priya@bayhaven.example' },
      { name: 'Wei Lim', email: 'wei.lim@bayhaven.example' },
    ],
    regions: ['apac'],
    joinsAfterMonths: 4,
    tag: 'BAY',
  },
  {
    name: 'Wiślana Doradztwo Sp. z o.o.',
    country: 'Poland',
    manager: BO,
    contacts: [{ name: 'Zofia Krzemińska', email: 'zofia@wislana.example' }],
    regions: ['east'],
    joinsAfterMonths: 6,
    tag: 'WIS',
  },
  {
    name: 'Internationale Gesellschaft für Prozess- und Unternehmensberatung im Mittelstand mbH',
    country: 'Austria',
    manager: CLEO,
    contacts: [{ name: 'Leopold Hinterwirth', email: 'office@igpum.example' }],
    regions: ['dach', 'south'],
    joinsAfterMonths: 8,
    tag: 'IGP',
  },
  {
    name: 'Meridian Gate Consultants FZE',
    country: 'United Arab Emirates',
    manager: ANA,
    contacts: [{ name: 'Layla Haddadin', email: 'layla@meridiangate.example' }],
    regions: ['mena'],
    joinsAfterMonths: 9,
    tag: 'MER',
  },
] as const satisfies readonly ExamplePartner[];

/** One of the partners by the short name of its payments. */
export function partnerOf(tag: (typeof PARTNERS)[number]['tag']): ExamplePartner {
  const partner = PARTNERS.find((one) => one.tag === tag);
  if (partner === undefined) throw new Error(`There is no partner ${tag}.`);
  return partner;
}

/** Asked to join and waits for the answer. */
export const APPLICANT = {
  company: 'Rua Nova Parceiros Lda.',
  name: 'Beatriz Salgueiro',
  email: 'beatriz@ruanova.example',
  country: 'Portugal',
} as const;

/** Everybody who may be looked over the shoulder of: the team, each partner's contacts, and who asks to join. */
export const EXAMPLE_PEOPLE: readonly Person[] = [
  ...TEAM.map(({ person, name, role }) => ({ email: person, name, role: ROLE_LABELS[role] })),
  ...PARTNERS.flatMap((partner) =>
    partner.contacts.map(({ name, email }) => ({ email, name, role: `Partner: ${partner.name}` })),
  ),
  { email: APPLICANT.email, name: APPLICANT.name, role: `Asks to join: ${APPLICANT.company}` },
];
