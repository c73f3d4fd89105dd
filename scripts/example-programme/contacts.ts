import type { Chance } from './chance.ts';
import type { Customer, Region } from './customers.ts';

/** Somebody at a customer. */
export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
}

const ENGLISH = [
  'Grace Whitlock',
  'Owen Okafor',
  'Tamsin Penrose',
  'Elliot Hargreave',
  'Nadia Delgado',
  'Desmond Ferris',
  'Carys Maddox',
  'Theo Ashdown',
  'Marguerite Quigley',
  'Silas Brennan-Cole',
] as const;

/** The people at customers, as they write their names. */
const NAMES: { readonly [R in Region]: readonly string[] } = {
  americas: [...ENGLISH, 'Luz Arambarri', 'Tomás Echeverri', 'Geneviève Lachance'],
  uk: ENGLISH,
  dach: [
    'Jana Weißbach',
    'Matthias Kranich',
    'Ulrike Hölzl',
    'Sönke Brügge',
    'Annegret Sauter',
    'Florian Nothnagel',
    'Beate Ruckstuhl',
    'Lorenz Ehmke',
  ],
  west: [
    'Clémence Garancière',
    'Thibault Marchadier',
    'Maëlle Beauvoisin',
    'Joost Hoekstra',
    'Femke Vandeputte',
    'Aurélien Lestrange',
    'Wouter Zuidema',
  ],
  south: [
    'Chiara Bellandi',
    'Lorenzo Fontanarossa',
    'Iratxe Ibarguren',
    'Gonçalo Sarmento',
    'Ελένη Παπαδάκη',
    'Rocío Quintanilla',
    'Tomé Cordovil',
  ],
  nordic: [
    'Sigrid Haugland',
    'Øyvind Bratteberg',
    'Åsa Söderqvist',
    'Mikkel Kjærsgaard',
    'Aino Niemelä',
    'Hrafn Ketilsson',
    'Joakim Ekdahl',
  ],
  japan: ['黒沢 遥', 'Takeshi Hayashida', 'Yui Nishigaki', '徳永 健司', 'Sayaka Amamiya', 'Daichi Sekiguchi'],
  apac: [
    'Anjali Venkataraman',
    'Hamish McAllister',
    'Tan Mei Ling',
    'Farid Abdullah',
    '서지우',
    'Arun Banerjee',
    'Talia Te Rangi',
  ],
  east: [
    'Małgorzata Wróblewska',
    'Ondřej Dvořáček',
    'Ivana Marušić',
    'Bálint Szentgyörgyi',
    'Светлана Димитрова',
    'Radu Ionescu-Vlad',
    'Agnieszka Sobczak',
  ],
  mena: [
    'Noura Al-Mutairi',
    'Tariq Haddad',
    'Yael Sharabi',
    'Elif Özdemiroğlu',
    'Karim Benchekroun',
    'سلمى الفاسي',
  ],
};

const TITLES = [
  'CFO',
  'Chief Operating Officer',
  'Head of IT',
  'Managing Director',
  'VP Supply Chain',
  'Director of Digital Services',
  'Head of Procurement',
  'CIO',
] as const;

/** An invented person at the customer. */
export function inventContact(customer: Customer, region: Region, chance: Chance): Contact {
  const name = chance.pick(NAMES[region]);
  return { name, title: chance.pick(TITLES), email: `${localPart(name)}@${customer.domain}` };
}

const SPELT_OUT: { readonly [letter: string]: string } = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', ğ: 'g', ı: 'i' };

/** The name as it stands in an address; names in other scripts give way to the office's. */
function localPart(name: string): string {
  const spelt = [...name.toLowerCase().normalize('NFD')]
    .map((letter) => SPELT_OUT[letter] ?? letter)
    .join('');
  const words = spelt.split(/[\s-]+/).map((word) => word.replace(/[^a-z]/g, ''));
  return words.filter((word) => word !== '').join('.') || 'office';
}
