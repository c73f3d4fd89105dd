import type { Chance } from './chance.ts';
import type { Customer, Region } from './customers.ts';

/** Somebody at a customer. */
export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
}

type Names = { readonly given: readonly string[]; readonly family: readonly string[] };

const ENGLISH: Names = {
  given: ['Grace', 'Owen', 'Tamsin', 'Elliot', 'Nadia', 'Desmond', 'Carys', 'Theo', 'Marguerite', 'Silas'],
  family: ['Whitlock', 'Okafor', 'Penrose', 'Hargreave', 'Delgado', 'Ferris', 'Maddox', 'Ashdown', 'Quigley'],
};

/** Given names and family names of the people at customers, as they write them in Latin letters. */
const NAMES: { readonly [R in Region]: Names } = {
  americas: ENGLISH,
  uk: ENGLISH,
  dach: {
    given: ['Jana', 'Matthias', 'Ulrike', 'Sönke', 'Annegret', 'Florian', 'Beate', 'Lorenz'],
    family: ['Weißbach', 'Kranich', 'Hölzl', 'Brügge', 'Sauter', 'Nothnagel', 'Ruckstuhl', 'Ehmke'],
  },
  west: {
    given: ['Clémence', 'Thibault', 'Maëlle', 'Joost', 'Femke', 'Aurélien', 'Océane', 'Wouter'],
    family: ['Garancière', 'Vandeputte', 'Lestrange', 'Hoekstra', 'Beauvoisin', 'Marchadier', 'Zuidema'],
  },
  south: {
    given: ['Chiara', 'Lorenzo', 'Iratxe', 'Gonçalo', 'Ελένη', 'Rocío', 'Tommaso', 'Nuria'],
    family: ['Bellandi', 'Quintanilla', 'Sarmento', 'Παπαδάκη', 'Fontanarossa', 'Ibarguren', 'Cordovil'],
  },
  nordic: {
    given: ['Sigrid', 'Øyvind', 'Åsa', 'Mikkel', 'Aino', 'Hrafn', 'Liv', 'Joakim'],
    family: ['Haugland', 'Söderqvist', 'Kjærsgaard', 'Niemelä', 'Bratteberg', 'Ekdahl', 'Rasksen'],
  },
  japan: {
    given: ['Haruka', 'Takeshi', 'Yui', 'Kenji', 'Sayaka', 'Daichi'],
    family: ['Kurosawa', 'Hayashida', 'Nishigaki', 'Tokunaga', 'Amamiya', 'Sekiguchi'],
  },
  apac: {
    given: ['Anjali', 'Hamish', 'Mei Ling', 'Farid', 'Ji-woo', 'Arun', 'Talia'],
    family: ['Venkataraman', 'McAllister', 'Tan', 'Abdullah', 'Seo', 'Banerjee', 'Te Rangi'],
  },
  east: {
    given: ['Małgorzata', 'Ondřej', 'Ivana', 'Bálint', 'Светлана', 'Radu', 'Agnieszka'],
    family: ['Wróblewska', 'Dvořáček', 'Marušić', 'Szentgyörgyi', 'Димитрова', 'Ionescu-Vlad', 'Sobczak'],
  },
  mena: {
    given: ['Noura', 'Tariq', 'Yael', 'Elif', 'Karim', 'Salma'],
    family: ['Al-Mutairi', 'Benchekroun', 'Sharabi', 'Özdemiroğlu', 'Haddad', 'El Fassi'],
  },
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
  const { given, family } = NAMES[region];
  const first = chance.pick(given);
  const last = chance.pick(family);
  return {
    name: `${first} ${last}`,
    title: chance.pick(TITLES),
    email: `${latinLetters(first)}.${latinLetters(last)}@${customer.domain}`,
  };
}

const SPELT_OUT: { readonly [letter: string]: string } = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', ğ: 'g', ı: 'i' };

/** The name as it stands in an address; names in other scripts are shortened to what their owner would choose. */
function latinLetters(name: string): string {
  const spelt = [...name.toLowerCase().normalize('NFD')]
    .map((letter) => SPELT_OUT[letter] ?? letter)
    .join('');
  return spelt.replace(/[^a-z]/g, '') || 'office';
}
