/**
 * Writes the names of countries that the conflict check understands, from the CLDR data inside Node's Intl.
 * Run: `npx tsx scripts/generate-countries.ts`
 */
import { writeFileSync } from 'node:fs';
import { foldText } from '../src/core/conflict/fold-text.ts';
import { splitWords } from '../src/core/conflict/split-words.ts';

const TARGET = new URL('../src/core/conflict/generated/countries.generated.ts', import.meta.url);

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** ISO 3166-1: alpha-2 and alpha-3 in one word; XK is the code in use for Kosovo. */
const CODES =
  'AFAFG ALALB DZDZA ASASM ADAND AOAGO AIAIA AQATA AGATG ARARG AMARM AWABW AUAUS ATAUT AZAZE BSBHS BHBHR BDBGD BBBRB ' +
  'BYBLR BEBEL BZBLZ BJBEN BMBMU BTBTN BOBOL BABIH BWBWA BVBVT BRBRA IOIOT BNBRN BGBGR BFBFA BIBDI KHKHM CMCMR CACAN ' +
  'CVCPV KYCYM CFCAF TDTCD CLCHL CNCHN CXCXR CCCCK COCOL KMCOM CGCOG CDCOD CKCOK CRCRI CICIV HRHRV CUCUB CYCYP CZCZE ' +
  'DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST ETETH FKFLK FOFRO FJFJI FIFIN FRFRA GFGUF PFPYF TFATF ' +
  'GAGAB GMGMB GEGEO DEDEU GHGHA GIGIB GRGRC GLGRL GDGRD GPGLP GUGUM GTGTM GNGIN GWGNB GYGUY HTHTI HMHMD VAVAT HNHND ' +
  'HKHKG HUHUN ISISL ININD IDIDN IRIRN IQIRQ IEIRL ILISR ITITA JMJAM JPJPN JOJOR KZKAZ KEKEN KIKIR KPPRK KRKOR KWKWT ' +
  'KGKGZ LALAO LVLVA LBLBN LSLSO LRLBR LYLBY LILIE LTLTU LULUX MOMAC MGMDG MWMWI MYMYS MVMDV MLMLI MTMLT MHMHL MQMTQ ' +
  'MRMRT MUMUS YTMYT MXMEX FMFSM MDMDA MCMCO MNMNG MSMSR MAMAR MZMOZ MMMMR NANAM NRNRU NPNPL NLNLD NCNCL NZNZL NINIC ' +
  'NENER NGNGA NUNIU NFNFK MPMNP MKMKD NONOR OMOMN PKPAK PWPLW PSPSE PAPAN PGPNG PYPRY PEPER PHPHL PNPCN PLPOL PTPRT ' +
  'PRPRI QAQAT REREU ROROU RURUS RWRWA SHSHN KNKNA LCLCA PMSPM VCVCT WSWSM SMSMR STSTP SASAU SNSEN SCSYC SLSLE SGSGP ' +
  'SKSVK SISVN SBSLB SOSOM ZAZAF GSSGS ESESP LKLKA SDSDN SRSUR SJSJM SZSWZ SESWE CHCHE SYSYR TWTWN TJTJK TZTZA THTHA ' +
  'TLTLS TGTGO TKTKL TOTON TTTTO TNTUN TRTUR TMTKM TCTCA TVTUV UGUGA UAUKR AEARE GBGBR USUSA UMUMI UYURY UZUZB VUVUT ' +
  'VEVEN VNVNM VGVGB VIVIR WFWLF EHESH YEYEM ZMZMB ZWZWE AXALA BQBES CWCUW GGGGY IMIMN JEJEY MEMNE BLBLM MFMAF RSSRB ' +
  'SXSXM SSSSD XKXKX';

/** What people type besides: short forms, parts of a country, former names and the countries' own names. */
const ADDED: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates|Dubai|Abu Dhabi|VAE',
  AT: 'Oesterreich',
  BA: 'Bosnia',
  BE: 'Belgie|Belgique',
  BN: 'Brunei',
  BO: 'Plurinational State of Bolivia',
  BY: 'Belorussia',
  CD: 'DRC|DR Congo|Democratic Republic of the Congo|Congo Kinshasa',
  CG: 'Republic of the Congo|Congo Brazzaville',
  CH: 'Suisse|Svizzera|Schweiz|Confoederatio Helvetica',
  CI: "Ivory Coast|Cote d'Ivoire",
  CN: "People's Republic of China|PRC|PR China|Mainland China|VR China|中国",
  CV: 'Cape Verde',
  CZ: 'Czech Republic|Ceska republika|Cesko|Tschechien',
  DE: 'BRD|Federal Republic of Germany|Bundesrepublik Deutschland',
  DK: 'Danmark',
  ES: 'Espana',
  FI: 'Suomi',
  GB: 'UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|GB|Grossbritannien|United Kingdom of Great Britain and Northern Ireland|Royaume Uni|Reino Unido',
  GR: 'Hellas|Ellada|EL|Hellenic Republic',
  HK: 'Hong Kong|Hongkong|Hong Kong SAR',
  HR: 'Hrvatska',
  HU: 'Magyarorszag',
  IE: 'Republic of Ireland|Eire',
  IR: 'Islamic Republic of Iran',
  IS: 'Island|Iceland',
  JP: 'Nippon|Nihon|日本',
  KP: 'North Korea|DPRK',
  KR: 'Korea|Republic of Korea|South Korea|ROK|대한민국|한국',
  LA: 'Laos|Lao PDR',
  LU: 'Letzebuerg',
  MD: 'Republic of Moldova',
  MK: 'Macedonia|FYROM',
  MM: 'Burma',
  MO: 'Macau|Macao',
  NL: 'Holland|The Netherlands|Netherlands|Nederland|Pays Bas',
  NO: 'Norge',
  PL: 'Polska',
  PS: 'Palestine|State of Palestine',
  RO: 'Romania',
  RU: 'Russia|Russian Federation|Rossiya',
  SE: 'Sverige',
  SI: 'Slovenija',
  SK: 'Slovakia|Slovak Republic|Slovensko',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey|Turkiye|Turkei',
  TW: 'Taiwan|Republic of China|Taiwan ROC',
  TZ: 'United Republic of Tanzania',
  UA: 'Ukraina',
  US: 'USA|U.S.|U.S.A.|United States of America|America|The United States|Estados Unidos|EE UU|EEUU|EUA|Etats Unis|Stati Uniti d America|Vereinigte Staaten von Amerika|VS',
  VA: 'Vatican|Holy See',
  VE: 'Bolivarian Republic of Venezuela',
  VN: 'Viet Nam',
  ZA: 'RSA|Republic of South Africa',
};

function simplify(name: string): string {
  return splitWords(foldText(name)).join(' ');
}

const owners = new Map<string, string>();
const rows: string[] = [];
for (const word of CODES.split(' ')) {
  const code = word.slice(0, 2);
  const names = new Set<string>([code.toLowerCase(), word.slice(2).toLowerCase()]);
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const name = new Intl.DisplayNames([language], { type: 'region', style }).of(code);
      if (name !== undefined) names.add(simplify(name));
    }
  }
  for (const name of (ADDED[code] ?? '').split('|')) names.add(simplify(name));
  names.delete('');
  const own = [...names].filter((name) => {
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, code);
    else if (owner !== code) console.error(`${name} is ${owner}; not ${code}`);
    return owner === undefined;
  });
  rows.push(`${code}:${own.filter((name) => name !== code.toLowerCase()).join(',')}`);
}

writeFileSync(
  TARGET,
  `// Generated by scripts/generate-countries.ts from ISO 3166-1, the CLDR names (Unicode licence) in English, German,
// French, Spanish, Italian, Dutch and Portuguese, and the short forms listed in that script, 2026-11. Do not edit.
// Each entry: the alpha-2 code, then its alpha-3 code and names, folded.
export const COUNTRIES =
  '${rows.join('|')}';
`,
);
