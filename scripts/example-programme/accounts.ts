/** The company's own accounts as its customer system exports them: name, website, country, standing, owner, last activity. */
const ACCOUNTS = [
  [
    'Calloway Ridge Telecom',
    'https://www.callowayridge.example',
    'United States',
    'Customer',
    'Sam Whitfield',
    '2025-02-11',
  ],
  [
    'Northern Alpine Rail Systems',
    'https://nars-rail.example',
    'Switzerland',
    'Open opportunity',
    'Tess Nakagawa',
    '2025-02-24',
  ],
  [
    'Fenwick Harrowby Breweries plc',
    'www.fenwickharrowby.example',
    'United Kingdom',
    'Former',
    'Sam Whitfield',
    '2023-09-30',
  ],
  [
    'Großmann & Töchter Backwaren GmbH',
    'https://grossmann-backwaren.example',
    'Germany',
    'Customer',
    'Tess Nakagawa',
    '2025-01-20',
  ],
  [
    'Aurelio Vantaggio S.p.A.',
    'https://vantaggio.example',
    'Italy',
    'Open opportunity',
    'Tess Nakagawa',
    '2025-02-03',
  ],
  ['Sociedad Minera Cerro Pálido', 'cerropalido.example', 'Chile', 'Former', 'Sam Whitfield', '2022-11-15'],
  [
    'Pelican Bend School District',
    'pelicanbend.example',
    'United States',
    'Customer',
    'Sam Whitfield',
    '2025-02-27',
  ],
  ['玉川紙業株式会社', 'https://tamagawa-shigyo.example', 'Japan', 'Customer', 'Tess Nakagawa', '2024-12-09'],
  [
    'Vesterskov Biogas A/S',
    'https://vesterskov.example',
    'Denmark',
    'Open opportunity',
    'Sam Whitfield',
    '2025-01-31',
  ],
  [
    'Glanmorfa Housing Association',
    'glanmorfa.example',
    'United Kingdom',
    'Customer',
    'Sam Whitfield',
    '2025-02-14',
  ],
  ['Rivière-aux-Loutres Hydro', 'rivauxloutres.example', 'Canada', 'Customer', 'Sam Whitfield', '2025-01-08'],
  ['Drukarnia Pod Kasztanem', 'podkasztanem.example', 'Poland', 'Former', 'Tess Nakagawa', '2023-03-22'],
  [
    'Oldenvoorde Verzekeringen N.V.',
    'oldenvoorde.example',
    'Netherlands',
    'Customer',
    'Tess Nakagawa',
    '2025-02-19',
  ],
  [
    'Banyan Shore Hotels Pte. Ltd.',
    'banyanshore.example',
    'Singapore',
    'Open opportunity',
    'Tess Nakagawa',
    '2025-02-06',
  ],
  [
    'Redmarsh Agricultural Supplies',
    'redmarshagri.example',
    'Australia',
    'Customer',
    'Sam Whitfield',
    '2024-11-28',
  ],
  ['Kvarnvik Sjukhus', 'kvarnvik.example', 'Sweden', 'Former', 'Tess Nakagawa', '2023-06-17'],
] as const;

/** The rows of the import. */
export const ACCOUNT_ROWS = ACCOUNTS.map(([name, website, country, standing, owner, lastActivity]) => ({
  Name: name,
  Website: website,
  Country: country,
  Standing: standing,
  Owner: owner,
  'Last activity': lastActivity,
}));

/** The ID that the account of that name gets when the rows are imported first. */
export function accountId(name: (typeof ACCOUNTS)[number][0]): string {
  const index = ACCOUNTS.findIndex(([one]) => one === name);
  return `A-${String(index + 1).padStart(4, '0')}`;
}
