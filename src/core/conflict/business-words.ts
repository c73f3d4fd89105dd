/** Words that carry nothing on their own. */
export const FILL_WORDS: ReadonlySet<string> = new Set(
  'the and of for in at by de du des la le les el los las di del della da do dos das der die den und et y e og och i'.split(
    ' ',
  ),
);

/** Said of many companies: says little of which. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  (
    'group holding company corporation enterprise enterprises international global worldwide services solutions ' +
    'systems technology industries products ventures partners associates consulting management trading investments ' +
    'capital business verwaltung vertrieb beteiligungen beteiligung handel limited ltd inc llc gmbh ag sa plc corp co bv ' +
    'nv spa department dept'
  ).split(' '),
);

/** Regions that are no country. */
const REGIONS =
  'europe europa european asia africa america americas american emea apac latam dach benelux nordic nordics iberia ' +
  'iberica pacific mena usa uk us uae eu andalucia catalunya galicia bayern bavaria sachsen hessen thuringen flanders ' +
  'wallonia scotland wales yorkshire california florida ohio michigan virginia carolina georgia washington texas ' +
  'colorado arizona nevada oregon minnesota wisconsin illinois indiana kentucky tennessee alabama louisiana oklahoma ' +
  'kansas missouri iowa nebraska utah hawaii alaska maryland delaware pennsylvania connecticut massachusetts jersey ' +
  'quebec ontario alberta zhejiang jiangsu shandong guangdong fujian sichuan hunan hubei henan hebei anhui yunnan ' +
  'guangxi guizhou jiangxi shanxi shaanxi jilin liaoning heilongjiang gansu hainan xinjiang tibet hokkaido kyushu ' +
  'kansai kanto tohoku shikoku chubu';

/** Cities that companies name themselves after. */
const CITIES =
  'beijing shanghai shenzhen guangzhou hangzhou nanjing suzhou tianjin chongqing chengdu wuhan xian qingdao dalian ' +
  'shenyang jinan zhuhai xiamen ningbo dongguan wuxi changzhou tokyo osaka kyoto nagoya kobe yokohama fukuoka sapporo ' +
  'hiroshima seoul busan taipei hongkong singapore bangkok jakarta manila hanoi delhi mumbai bangalore bengaluru chennai ' +
  'kolkata hyderabad pune sydney melbourne brisbane perth auckland london manchester birmingham edinburgh glasgow dublin ' +
  'paris lyon marseille toulouse berlin hamburg munich munchen koln cologne frankfurt stuttgart dusseldorf leipzig ' +
  'dresden wien vienna zurich geneva geneve basel bern madrid barcelona valencia sevilla bilbao lisboa lisbon porto ' +
  'coimbra braga aveiro roma rome milano milan torino turin napoli bologna firenze florence amsterdam rotterdam utrecht ' +
  'brussels bruxelles antwerp copenhagen kobenhavn stockholm goteborg oslo helsinki warszawa warsaw krakow praha prague ' +
  'brno budapest bucharest bucuresti sofia athens athina istanbul ankara moscow moskva kiev kyiv toronto montreal ' +
  'vancouver chicago boston houston dallas philadelphia pittsburgh detroit seattle denver york angeles francisco diego ' +
  'mexico bogota lima santiago buenos aires rio paulo brasilia johannesburg durban nairobi lagos cairo casablanca tunis ' +
  'dubai abu dhabi doha riyadh jeddah beirut amman tehran jerusalem';

/** Regions and cities: which part of a company, or which company of a kind. Countries are known by `findCountryCode`. */
export const REGION_WORDS: ReadonlySet<string> = new Set(`${REGIONS} ${CITIES}`.split(' '));

/** Spellings of one word: abbreviations, plurals, and what it is called in other languages. The first is compared. */
const SPELLINGS =
  'international intl int internacional internazionale internationale|technology tech techs technologies technologie ' +
  'tecnologia tecnologias tecnologie technik tecnologico tecnologica technological technologique|pharmaceutical pharma ' +
  'pharmaceuticals farmaceutica farmaceutico farmaceuticos farmaceutici pharmaceutique pharmaceutiques farma ' +
  'arzneimittel seiyaku|manufacturing mfg|management mgmt mgt|services svc svcs service servicos servicios servizi ' +
  'dienstleistungen dienste|systems sys system sistemas sistemi systeme systemes|solutions solution soln solns ' +
  'soluciones solucoes loesungen|university univ universidad universidade universite universitat universita|institute ' +
  'inst instituto institut istituto instituut|department dept|associates assoc|brothers bros|industries ind inds industry ' +
  'industrial industria industrias industrie industriels industriales industrielle industriali kogyo|engineering eng engg ' +
  'engineers ingenieria ingenierie engenharia ingegneria|communications comm comms communication comunicaciones ' +
  'comunicacoes|telecommunications telecom telecomunicaciones|group grp gruppe groupe gruppo grupo groep|holding holdings ' +
  'hldg hldgs|company companies compania companhia compagnie compagnia|corporation corporate corporacion|enterprise ' +
  'entreprise empresa|national natl nat nacional nationale nazionale|american amer|development dev desenvolvimento ' +
  'entwicklung developpement sviluppo desarrollo|laboratories lab labs laboratory laboratoire laboratoires laboratorio ' +
  'laboratorios laboratori|medical med medico medica medizinische|center ctr centre centro zentrum centrum|hospital hosp ' +
  'krankenhaus ospedale hopital klinik clinica clinic clinique|insurance ins seguros seguro versicherung versicherungen ' +
  'assurance assurances assicurazioni verzekeringen|financial fin finance finanz|saint st|mount mt|fort ft|research res ' +
  'investigacao forschung recherche recherches ricerca ricerche investigacion onderzoek pesquisa|bank banco banque banca|' +
  'training formacao formation formacion ausbildung formazione|education educacao bildung educacion istruzione|foods food ' +
  'alimentos lebensmittel alimentari aliments alimentaire alimentacion shokuhin|energy energia energie energias|electric ' +
  'elec electrical elettrica electrica electrique elektro elektrik denki|environment env environmental ambiente umwelt ' +
  'environnement medioambiente ambiental|consulting consultoria consultores consultants beratung consulenza conseil ' +
  'consultora|publishing editora editorial verlag edizioni editions publisher publishers verlagsgesellschaft|construction ' +
  'constr construcciones construcoes bau costruzioni kensetsu|health saude salud sante gesundheit salute|society sociedade ' +
  'sociedad societe societa gesellschaft|chemical chem chemicals quimica quimicos ' +
  'chimica chimie chemie kagaku chemistry|steel stahl acier acero aco acciaio|water agua wasser eau acqua aguas|machinery ' +
  'maquinas maquinaria maschinen machines macchine|automotive automovil automobil automobile automobiles automoveis|' +
  'studies estudos estudios etudes studien|science sci sciences ciencia ciencias wissenschaft scienze scientific ' +
  'cientifica|school escola escuela ecole schule scuola|association associacao asociacion associazione vereinigung|' +
  'foundation fundacao fundacion stiftung fondation fondazione|agency agencia agentur agence agenzia|biotechnology biotech ' +
  'biotecnologia biotechnologie biotecnologie|press presse prensa imprensa stampa|oil petroleum petroleo petrole erdol ' +
  'petrolio|gas gaz|glass vidro verre vetro vidrio glas garasu|plastics plasticos kunststoff plastiques plastik plastic|' +
  'paper papier papel carta|wood madera madeira holz bois legno|agriculture agricola agricultura landwirtschaft agricole ' +
  'agricoltura agricultural|instruments instr instrument|automation autom|equipment equip|materials material materiais ' +
  'materiales materiaux|products product produkte productos produits prodotti|investments investment invest|trading trade ' +
  'handels|logistics logistik logistica logistique';

/** Business words of Chinese and Japanese names, which are written without spaces, longest first. */
const HAN =
  '生命科学=life science|集成电路=integrated circuit|北海道=hokkaido|内蒙古=inner mongolia|名古屋=nagoya|研究所=research institute|' +
  '製作所=manufacturing|自動車=motor|重工業=heavy industries|不動産=real estate|新能源=new energy|半导体=semiconductor|' +
  '半導体=semiconductor|天然气=natural gas|計測器=instruments|工業=industries|製薬=pharmaceutical|薬品=pharmaceutical|' +
  '制药=pharmaceutical|医药=pharmaceutical|药业=pharmaceutical|電機=electric|電気=electric|电气=electric|電子=electronics|' +
  '电子=electronics|化学=chemical|化成=chemical|建設=construction|製造=manufacturing|商事=trading|物産=trading|産業=industries|' +
  '产业=industries|技術=technology|技术=technology|科技=technology|集団=group|集团=group|生物=biological|医療=medical|' +
  '医疗=medical|医学=medical|研究=research|機械=machinery|机械=machinery|日本=japan|中国=china|銀行=bank|银行=bank|' +
  '保険=insurance|保险=insurance|食品=foods|製鋼=steel|鉄鋼=steel|製鉄=steel|钢铁=steel|汽车=automotive|電力=electric power|' +
  '电力=electric power|大学=university|石油=oil|金属=metal|信息=information|情報=information|网络=network|软件=software|' +
  '材料=materials|设备=equipment|器械=instruments|仪器=instruments|計器=instruments|能源=energy|投资=investments|' +
  '控股=holding|开发=development|開発=development|工程=engineering|設計=design|设计=design|印刷=printing|運輸=transport|' +
  '鉄道=railway|铁路=railway|通信=communications|光学=optical|精工=precision|精密=precision|硝子=glass|製紙=paper|' +
  '繊維=textile|農業=agriculture|农业=agriculture|水産=fisheries|乳業=dairy|飲料=beverage|製粉=flour milling|合成=synthetic|' +
  '電線=cable|重工=heavy industries|造船=shipbuilding|航空=aviation|倉庫=warehouse|物流=logistics|証券=securities|' +
  '信託=trust|生命=life|出版=publishing|製菓=confectionery|酒造=brewing|樹脂=resin|塗料=paint|鉱業=mining|時計=watch|' +
  '計測=measurement|测量=measurement|计量=metrology|制御=control|工機=machinery|工具=tools|電池=battery|電装=electric|' +
  '総合=general|国際=international|国际=international|科学=science|环保=environment|环境=environment|基因=gene|' +
  '诊断=diagnostics|检测=testing|智能=intelligent|数据=data|電信=telecommunications|电信=telecommunications|北京=beijing|' +
  '上海=shanghai|深圳=shenzhen|杭州=hangzhou|南京=nanjing|天津=tianjin|广州=guangzhou|苏州=suzhou|重庆=chongqing|' +
  '成都=chengdu|武汉=wuhan|西安=xian|青岛=qingdao|大连=dalian|沈阳=shenyang|厦门=xiamen|珠海=zhuhai|宁波=ningbo|无锡=wuxi|' +
  '浙江=zhejiang|江苏=jiangsu|山东=shandong|云南=yunnan|四川=sichuan|湖南=hunan|湖北=hubei|广东=guangdong|河南=henan|' +
  '河北=hebei|安徽=anhui|福建=fujian|江西=jiangxi|陕西=shaanxi|山西=shanxi|辽宁=liaoning|吉林=jilin|香港=hongkong|' +
  '台湾=taiwan|東京=tokyo|大阪=osaka|京都=kyoto|神戸=kobe|横浜=yokohama|福岡=fukuoka|広島=hiroshima|関西=kansai|' +
  '関東=kanto|中部=chubu|九州=kyushu|東北=tohoku|四国=shikoku|三菱=mitsubishi|三井=mitsui|住友=sumitomo|富士=fuji|' +
  '日立=hitachi|東芝=toshiba|豊田=toyota|本田=honda';

/** What belongs to a country, compared as the country. */
const ADJECTIVES =
  'germany:german deutsche deutscher deutsches|france:french francaise francais|italy:italian italiano italiana|' +
  'spain:spanish espanola espanol|portugal:portuguese portugues portuguesa|japan:japanese nippon nihon|china:chinese|' +
  'switzerland:swiss schweizer|austria:austrian osterreichische|netherlands:dutch nederlandse|united kingdom:british|' +
  'sweden:swedish svenska|norway:norwegian norsk norske|denmark:danish dansk danske|finland:finnish suomen|' +
  'poland:polish polska polski|russia:russian|india:indian|brazil:brazilian brasileira brasileiro|' +
  'mexico:mexican mexicana|canada:canadian|australia:australian|south korea:korean|turkiye:turkish|' +
  'greece:greek hellenic|hungary:hungarian magyar|czechia:czech ceska|romania:romanian|ukraine:ukrainian';

let spellings: ReadonlyMap<string, string> | null = null;
let hanWords: readonly (readonly [han: string, word: string])[] | null = null;

function spellingsOf(table: string, afterFirst: string): readonly (readonly [string, string])[] {
  return table.split('|').flatMap((row) => {
    const at = row.indexOf(afterFirst);
    const first = row.slice(0, at);
    return row
      .slice(at + 1)
      .split(' ')
      .map((other) => [other, first] as const);
  });
}

/** The word by which all spellings of a business word are compared; any other word as it is. */
export function commonSpelling(word: string): string {
  spellings ??= new Map([...spellingsOf(SPELLINGS, ' '), ...spellingsOf(ADJECTIVES, ':')]);
  return spellings.get(word) ?? word;
}

const HAN_LETTERS = /[\u3400-\u9fff]/;
const HAN_RUN = /([\u3400-\u9fff]+)/g;

/** A name's core with the business words of Chinese and Japanese put into English; what else is in Han stays. */
export function translateHan(core: string): string {
  if (!HAN_LETTERS.test(core)) return core;
  hanWords ??= HAN.split('|').map((row) => {
    const at = row.indexOf('=');
    return [row.slice(0, at), row.slice(at + 1)] as const;
  });
  let text = core;
  for (const [han, word] of hanWords) if (text.includes(han)) text = text.replaceAll(han, ` ${word} `);
  return text.replace(HAN_RUN, ' $1 ').trim().replace(/\s+/g, ' ');
}
