/** A company that may be referred: invented, as is its address on the web. */
export interface Customer {
  readonly name: string;
  /** Its registrable domain below `.example`. */
  readonly domain: string;
  readonly country: string;
}

export type Region = keyof typeof COMPANIES;

/** Invented companies by region: name, first label of the domain, country. */
const COMPANIES = {
  americas: [
    ['Tallow Creek Foods Inc.', 'tallowcreek', 'United States'],
    ['Brindlewood Furniture Co.', 'brindlewood', 'United States'],
    ['Quillhaven Publishing LLC', 'quillhaven', 'United States'],
    ['Ostrander Valve & Pump', 'ostrandervalve', 'United States'],
    ['Pecan Fork Credit Union', 'pecanforkcu', 'United States'],
    ['Lumenfield Solar Corp.', 'lumenfield', 'United States'],
    ['Wrenmoor Hospitals', 'wrenmoor', 'United States'],
    ['Saltgrass Marine Insurance', 'saltgrassmarine', 'United States'],
    ['Yarrow & Finch Outfitters', 'yarrowfinch', 'United States'],
    ['Copperline Transit Authority', 'copperlinetransit', 'United States'],
    ['Duskwater Brewing Company', 'duskwater', 'United States'],
    ['Halvern Robotics, Inc.', 'halvernrobotics', 'United States'],
    ['Mossgate Dental Group', 'mossgatedental', 'United States'],
    ['Thornapple Packaging', 'thornapplepack', 'United States'],
    ['Bluestem Grain Cooperative', 'bluestemgrain', 'United States'],
    ['Ironvale Fasteners', 'ironvale', 'United States'],
    ['Juniper Notch Veterinary', 'junipernotch', 'United States'],
    ['Cassaway Title & Escrow', 'cassaway', 'United States'],
    ['Laurentide Papiers Inc.', 'laurentidepapiers', 'Canada'],
    ['Moosomin Rail Services Ltd.', 'moosominrail', 'Canada'],
    ['Érablière Sauvageau', 'sauvageau', 'Canada'],
    ['Kootenai Timberworks', 'kootenaitimber', 'Canada'],
    ['Cerámica Tepozán S.A. de C.V.', 'tepozan', 'Mexico'],
    ['Aceros del Bajío Norteño', 'acerosbajio', 'Mexico'],
    ['Café Serra Morena Ltda.', 'serramorena', 'Brazil'],
    ['Transportes Igaraçu S.A.', 'igaracu', 'Brazil'],
    ['Viñedos Quebrada Honda', 'quebradahonda', 'Chile'],
  ],
  dach: [
    ['Havelbrück Logistik GmbH', 'havelbrueck', 'Germany'],
    ['Ziegler & Moorbach Präzisionstechnik', 'ziegler-moorbach', 'Germany'],
    ['Stadtwerke Quellstein', 'stadtwerke-quellstein', 'Germany'],
    ['Oderwald Klinikverbund gGmbH', 'oderwald-kliniken', 'Germany'],
    ['Pfefferkorn Feinkost KG', 'pfefferkorn-feinkost', 'Germany'],
    ['Brenntal Wälzlager AG', 'brenntal', 'Germany'],
    ['Lüttmoor Windkraft GmbH & Co. KG', 'luettmoor', 'Germany'],
    ['Sonnhalm Versicherungsverein', 'sonnhalm', 'Germany'],
    ['Eibenmoos Orgelbau', 'eibenmoos-orgeln', 'Germany'],
    ['Tiefengrund Bergbautechnik GmbH', 'tiefengrund', 'Germany'],
    ['Möwenstein Reederei', 'moewenstein', 'Germany'],
    ['Kupferzell Etiketten GmbH', 'kupferzell-etiketten', 'Germany'],
    ['Alpbachtal Seilbahnen GmbH', 'alpbachtal-seil', 'Austria'],
    ['Donauähre Mühlenbetriebe', 'donauaehre', 'Austria'],
    ['Gletscherquell Getränke AG', 'gletscherquell', 'Switzerland'],
    ['Rütihof Uhrwerke SA', 'ruetihof', 'Switzerland'],
    ['Bündner Granitwerke', 'buendnergranit', 'Switzerland'],
  ],
  west: [
    ['Laiteries du Val d’Ombre', 'valdombre', 'France'],
    ['Forges Castelmoron SAS', 'castelmoron', 'France'],
    ['Éditions Pont-aux-Cygnes', 'pontauxcygnes', 'France'],
    ['Groupe Hôtelier Belrivage', 'belrivage', 'France'],
    ['Verreries Saint-Aubrac', 'saintaubrac', 'France'],
    ['Transports Mirandelle', 'mirandelle', 'France'],
    ['Pharmacies Lavaudieu', 'lavaudieu', 'France'],
    ['Assurances Chantecorps', 'chantecorps', 'France'],
    ['Brasserie Hautefagne', 'hautefagne', 'Belgium'],
    ['Diepenvoort Staalbouw BV', 'diepenvoort', 'Belgium'],
    ['Kaaslust Zuivel BV', 'kaaslust', 'Netherlands'],
    ['Waterweg Baggerbedrijf', 'waterweg-bagger', 'Netherlands'],
    ['Tulpenhof Zaden N.V.', 'tulpenhof', 'Netherlands'],
    ['Schiedijk Havendiensten', 'schiedijk', 'Netherlands'],
  ],
  south: [
    ['Ceramiche Montefalò S.p.A.', 'montefalo', 'Italy'],
    ['Cantieri Punta Vergine', 'puntavergine', 'Italy'],
    ['Pastificio Grandivalle di Sopra', 'grandivalle', 'Italy'],
    ['Lanificio Tessibruna S.r.l.', 'tessibruna', 'Italy'],
    ['Officine Calderara Meccanica', 'calderara', 'Italy'],
    ['Almazaras Peñaluna del Río', 'penaluna', 'Spain'],
    ['Autobuses Sierra Llana', 'sierrallana', 'Spain'],
    ['Bodegas Encinar Viejo S.L.', 'encinarviejo', 'Spain'],
    ['Conservas Ría Plateada', 'riaplateada', 'Spain'],
    ['Clínica Montesolano', 'montesolano', 'Spain'],
    ['Cortiças Alto Sado Lda.', 'altosado', 'Portugal'],
    ['Têxteis Vale da Seda', 'valedaseda', 'Portugal'],
    ['Ναυτιλιακή Θαλασσινός Α.Ε.', 'thalassinos', 'Greece'],
    ['Ελαιώνες Μεσσαράς', 'elaiones-messaras', 'Greece'],
  ],
  nordic: [
    ['Fjellheim Kraftlag SA', 'fjellheimkraft', 'Norway'],
    ['Bølgevik Oppdrett AS', 'boelgevik', 'Norway'],
    ['Tindesund Ferjer ASA', 'tindesund', 'Norway'],
    ['Älvkarsta Pappersbruk AB', 'alvkarsta', 'Sweden'],
    ['Ljungberga Möbler AB', 'ljungberga', 'Sweden'],
    ['Norrbäck Gruvteknik', 'norrback', 'Sweden'],
    ['Rågholm Mejeri A/S', 'raagholm', 'Denmark'],
    ['Sønderklit Vindmøller ApS', 'soenderklit', 'Denmark'],
    ['Järvenranta Telakka Oy', 'jarvenranta', 'Finland'],
    ['Kuusilampi Metsä Oyj', 'kuusilampi', 'Finland'],
    ['Hraunbrekka jarðvarmi ehf.', 'hraunbrekka', 'Iceland'],
  ],
  uk: [
    ['Penhallow Cider Ltd', 'penhallowcider', 'United Kingdom'],
    ['Ashcombe Building Society', 'ashcombebs', 'United Kingdom'],
    ['Thistledown Knitwear Ltd', 'thistledown', 'United Kingdom'],
    ['Marlstone Water plc', 'marlstonewater', 'United Kingdom'],
    ['Greyfriars Lock & Safe', 'greyfriarslock', 'United Kingdom'],
    ['Wetherby Fell Quarries', 'wetherbyfell', 'United Kingdom'],
    ['Oakenshaw Academies Trust', 'oakenshaw', 'United Kingdom'],
    ['Bramblewick Shipping Agents', 'bramblewick', 'United Kingdom'],
    ['Strathnairn Distillers', 'strathnairn', 'United Kingdom'],
    ['Cwm Derwen Energy', 'cwmderwen', 'United Kingdom'],
    ['Ballinacurra Dairies', 'ballinacurra', 'Ireland'],
    ['Kilcrannoge Medical Devices', 'kilcrannoge', 'Ireland'],
  ],
  japan: [
    ['霧島硝子工業株式会社', 'kirishima-glass', 'Japan'],
    ['株式会社みなと冷蔵', 'minato-reizo', 'Japan'],
    ['白樺精密株式会社', 'shirakaba-seimitsu', 'Japan'],
    ['Tsubame Ferry K.K.', 'tsubameferry', 'Japan'],
    ['有限会社かえで醸造', 'kaede-jozo', 'Japan'],
    ['Hoshikawa Textiles Co., Ltd.', 'hoshikawa-tex', 'Japan'],
    ['雪見温泉リゾート株式会社', 'yukimi-resort', 'Japan'],
    ['Asatsuyu Bearings Works', 'asatsuyuworks', 'Japan'],
    ['東雲電装株式会社', 'shinonome-denso', 'Japan'],
  ],
  apac: [
    ['Wattlegum Freight Pty Ltd', 'wattlegum', 'Australia'],
    ['Billabong Ridge Wines', 'billabongridge', 'Australia'],
    ['Karanui Dairy Ltd', 'karanuidairy', 'New Zealand'],
    ['Selasih Palm Products Sdn. Bhd.', 'selasihpalm', 'Malaysia'],
    ['Merbau Jaya Shipyards Pte. Ltd.', 'merbaujaya', 'Singapore'],
    ['한빛나루물류 주식회사', 'hanbitnaru', 'South Korea'],
    ['澄江陶瓷有限公司', 'chengjiang-ceramics', 'China'],
    ['Chandanpur Textile Mills Pvt. Ltd.', 'chandanpurmills', 'India'],
    ['Nilgiri Vriksha Tea Estates', 'nilgirivriksha', 'India'],
  ],
  east: [
    ['Zakłady Mleczne Brzezinka', 'brzezinka', 'Poland'],
    ['Jodłowiec Meble Sp. z o.o.', 'jodlowiec', 'Poland'],
    ['Huta Szkła Wierzbno S.A.', 'hutawierzbno', 'Poland'],
    ['Sklárny Javorná s.r.o.', 'javorna', 'Czechia'],
    ['Pivovar Zlatý Brod', 'zlatybrod', 'Czechia'],
    ['Tiszavirág Gyógyszergyár Zrt.', 'tiszavirag', 'Hungary'],
    ['Cetina Brodogradnja d.o.o.', 'cetinabrod', 'Croatia'],
    ['Розова Долина Масла ООД', 'rozovadolina', 'Bulgaria'],
    ['Калинов Яр Зерно ТОВ', 'kalynoviar', 'Ukraine'],
    ['Vulturești Cherestea SRL', 'vulturesti', 'Romania'],
  ],
  mena: [
    ['شركة نخيل الواحة للتمور', 'nakheelwaha', 'Saudi Arabia'],
    ['Gulf Lantern Hotels LLC', 'gulflantern', 'United Arab Emirates'],
    ['Rimalain Desalination', 'rimalain', 'United Arab Emirates'],
    ['מפעלי הגליל הירוק בע״מ', 'galilgreen', 'Israel'],
    ['Karadutlu Tekstil A.Ş.', 'karadutlu', 'Turkey'],
    ['Atlas Jasmin Cosmétiques SARL', 'atlasjasmin', 'Morocco'],
  ],
} as const satisfies { readonly [region: string]: readonly (readonly [string, string, string])[] };

/** The companies of a region, in the order in which they are declared. */
export function customersOf(region: Region): readonly Customer[] {
  return COMPANIES[region].map(([name, label, country]) => ({ name, domain: `${label}.example`, country }));
}

export const REGIONS = Object.keys(COMPANIES) as readonly Region[];

const CURRENCY_BY_COUNTRY: { readonly [country: string]: string } = {
  'United Kingdom': 'GBP',
  Japan: 'JPY',
  Germany: 'EUR',
  Austria: 'EUR',
  France: 'EUR',
  Belgium: 'EUR',
  Netherlands: 'EUR',
  Italy: 'EUR',
  Spain: 'EUR',
  Portugal: 'EUR',
  Greece: 'EUR',
  Finland: 'EUR',
  Ireland: 'EUR',
  Croatia: 'EUR',
};

/** The currency in which contracts with a customer of that country are made. */
export function currencyOf({ country }: Pick<Customer, 'country'>): string {
  return CURRENCY_BY_COUNTRY[country] ?? 'USD';
}
