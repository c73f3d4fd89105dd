/**
 * Every number of the likeness measure. Scores are between 0 and 1; from `possible` on a likeness is shown.
 * Picked by `scripts/bench-matching.ts` on names of others; they decide only whether a person is asked.
 */
export const LIKENESS = {
  /** From this score on two records are `possible`. */
  possible: 0.8,
  /** A word's weight if it is generic or names a region; the rarest weigh 1. */
  genericWord: 0.1,
  regionWord: 0.12,
  /** A word weighing this much tells companies apart. */
  distinctiveFrom: 0.35,
  /** Words that tell nothing are taken at full weight where a name has no others. */
  leastTotal: 0.6,
  /** Two words are spellings of one another up to one edit from this length on, two edits from the next. */
  oneEditFrom: 5,
  twoEditsFrom: 9,
  /** The same of the joined distinctive words. */
  joinedOneEditFrom: 5,
  joinedTwoEditsFrom: 10,
  joinedThreeEditsFrom: 16,
  /** Taken off where each name has a distinctive word that the other lacks. */
  bothHaveMore: 0.15,
  /** All of a name's words are in the other: of two distinctive words at least, or of one. */
  containedWords: 0.82,
  containedWord: 0.76,
  /** One name is the initials of the other: of four letters at least, or of three. */
  initials: 0.82,
  shortInitials: 0.76,
  /** Added for the same country; taken off for different countries, domains, regions, or a number on one side. */
  sameCountry: 0.05,
  otherCountry: 0.12,
  otherDomain: 0.03,
  otherRegion: 0.2,
  oneNumber: 0.1,
  /** The most that a likeness can be: certainty is another matter. */
  most: 0.99,
} as const;

/** Said of many companies: says little of which. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  (
    'group groupe gruppe gruppo grupo groep holding holdings company companies corporation corporate enterprise ' +
    'enterprises international intl internacional global worldwide services service solutions solution systems ' +
    'system technologies technology technologie technologies industries industry industrial products ventures ' +
    'partners associates consulting management trading investments capital business verwaltung vertrieb ' +
    'beteiligungen beteiligung handel dienstleistungen limited ltd inc llc gmbh ag sa plc corp co bv nv spa'
  ).split(' '),
);

/** Regions that are no country. */
export const REGION_WORDS: ReadonlySet<string> = new Set(
  (
    'europe europa european asia africa america americas american emea apac latam dach benelux nordic nordics ' +
    'iberia iberica pacific mena usa uk us uae eu'
  ).split(' '),
);

/** Words that carry nothing on their own. */
export const FILL_WORDS: ReadonlySet<string> = new Set(
  'the and of for in at by de du des la le les el los las di del della da do dos das der die das den und et y e og och i'.split(
    ' ',
  ),
);

/** Abbreviations, written out in the form that is compared. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    intl: 'international',
    int: 'international',
    tech: 'technology',
    techs: 'technology',
    technologies: 'technology',
    technologie: 'technology',
    pharma: 'pharmaceutical',
    pharmaceuticals: 'pharmaceutical',
    mfg: 'manufacturing',
    mgmt: 'management',
    mgt: 'management',
    svc: 'services',
    svcs: 'services',
    service: 'services',
    sys: 'systems',
    system: 'systems',
    solution: 'solutions',
    univ: 'university',
    inst: 'institute',
    dept: 'department',
    assoc: 'associates',
    bros: 'brothers',
    ind: 'industries',
    inds: 'industries',
    industry: 'industries',
    eng: 'engineering',
    engg: 'engineering',
    comm: 'communications',
    comms: 'communications',
    telecom: 'telecommunications',
    grp: 'group',
    gruppe: 'group',
    groupe: 'group',
    gruppo: 'group',
    grupo: 'group',
    holdings: 'holding',
    hldgs: 'holding',
    natl: 'national',
    nat: 'national',
    amer: 'american',
    dev: 'development',
    lab: 'laboratories',
    labs: 'laboratories',
    med: 'medical',
    ctr: 'center',
    centre: 'center',
    hosp: 'hospital',
    ins: 'insurance',
    fin: 'financial',
    saint: 'st',
    mt: 'mount',
    ft: 'fort',
  }),
);
