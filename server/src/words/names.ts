// Words by which organisations, fields of policy and the levels of a logframe are known in the eight languages.

/** What sort of organisation a name speaks of; the first that fits. */
export const SORTS: readonly (readonly [type: string, words: RegExp])[] = [
  [
    'migrant-organisation',
    /\b(?:migrant|immigrant|refugee|innvandrer|flykt|invandrar|maahanmuuttaj|migranten|flüchtlings)\p{L}*[ -]?(?:organi[sz]ation|association|forening|förening|järjestö|verein|vereniging|selbstorganisation|council of associations)/iu,
  ],
  [
    'ngo',
    /\b(?:red cross|røde kors|röda korset|punainen risti|rode kruis|rotes kreuz|croix[- ]rouge|caritas|diakonie|save the children|redd barna|rädda barnen|ngos?|csos?|civil society|frivillige organisasjoner|civilsamhälle\p{L}*|järjestöt|wohlfahrtsverb\p{L}*|associations?)\b/iu,
  ],
  ['volunteer-group', /volunteer|frivillig|vapaaehtois|vrijwillig|ehrenamt|freiwillig|bénévol/iu],
  [
    'ministry',
    /\b(?:ministr\p{L}+|departementet|ministerium|ministeriö|ministerie|ministère)\b|ministeriet|ministeriö|department of (?:justice|the interior)/iu,
  ],
  ['police', /\b(?:police|politi(?:et)?|polis(?:en)?|poliisi|politie|polizei)\b/iu],
  ['university', /universit|høgskole|högskola|korkeakoulu|hogeschool|hochschule/iu],
  [
    'adult-education',
    /adult education|voksenopplæring|komvux|vuxenutbildning|voksenuddannelse|aikuiskoulutus|volwassenen|volkshochschule|vhs\b|sfi\b|formation des adultes/iu,
  ],
  ['school', /\b(?:schools?|skoler?|skolor|skolan|skolen|koulut?|scholen|schulen?|école[s]?|barnehager?|kindergartens?|kitas?)\b/iu],
  ['library', /librar|bibliotek|kirjasto|bibliothe/iu],
  ['health-service', /health (?:centre|service|board)|helsestasjon|helsetjeneste|vårdcentral|terveys|ggd\b|gesundheitsamt|hospital|sykehus|sundheds/iu],
  [
    'employers-association',
    /chamber|næringsforening|handelskammer|kauppakamari|kamer van koophandel|handwerkskammer|employers' association|arbeitgeberverb|ihk\b/iu,
  ],
  ['trade-union', /trade union|fagforening|fackförbund|fagforbund|ammattiliitto|vakbond|gewerkschaft|syndicat/iu],
  ['housing-provider', /housing (?:association|company|trust)|boligstiftelse|bostadsbolag|boligselskab|vuokratalo|woningcorporatie|wohnungsbau|bailleur/iu],
  ['council', /\b(?:council|kommunestyret|bystyret|fullmäktige|byrådet|valtuusto|gemeenteraad|stadtrat|gemeinderat|conseil municipal)\b/iu],
  ['sports-club', /sports? clubs?|idrettslag|idrottsförening|idrætsforening|urheiluseura|sportvereniging|sportverein|club sportif/iu],
  ['religious-community', /\b(?:church|parish|mosque|kirken|kyrkan|seurakunta|kerk|kirche|paroisse)\b/iu],
  [
    'agency',
    /directorate|direktorat|\bagency\b|myndighet|styrelsen\b|virasto|jobcenter|\bnav\b|arbetsförmedling|agentur|préfecture|\bimdi\b|\budi\b|\buwv\b|te-toimisto|labou?r service/iu,
  ],
  ['municipality', /municipalit|\bkommunen?\b|kunta\b|kaupunki|gemeente\b|\bgemeinde\b|\bstadt\b|\bville de\b|\bcity of\b|mairie/iu],
  ['region', /\b(?:county|region|fylkeskommune\p{L}*|regionen|landkreis|provincie|province|région|département|hyvinvointialue)\b/iu],
  [
    'department',
    /department|\boffice\b|\bunit\b|avdeling|kontor|etaten?\b|förvaltning|nämnd|forvaltning|afdeling|\bamt\b|\p{L}+amt\b|fachbereich|fachdienst|referat|stabsstelle|palvelut|toimiala|yksikkö|service|dienst|direction/iu,
  ],
  ['post', /coordinator|koordinator|samordnare|koordinaattori|coördinator|beauftragte|director|leder\b|head of|chargée? de mission|rådmann/iu],
];

/** The field of policy that the name of a chapter speaks of. */
export const FIELDS: readonly (readonly [field: string, words: RegExp])[] = [
  ['housing', /housing|homes?\b|bolig|bosetting|bostad|boende|asumi|asunto|wonen|huisvesting|wohn|unterbringung|logement|hébergement/iu],
  ['language', /language|språk|sprog|kiel(?:i|en)|\btaal|sprach|deutsch|langue|linguistique|norskoppl/iu],
  ['work', /work\b|employ|labou?r|arbeid|arbeit|arbete|arbejde|beskæftigelse|sysselsetting|työ|\bwerk\b|beruf|emploi|travail|entreprene/iu],
  [
    'education',
    /educat|school|utdanning|utbildning|uddannelse|skole|skola|koulut|opetus|onderwijs|bildung|schul|éducation|scolar|barnehage|kita\b|childcare|oppvekst/iu,
  ],
  ['health', /health|helse|hälsa|sundhed|tervey|gezondheid|gesundheit|santé/iu],
  [
    'anti-discrimination',
    /discriminat|diskriminer|racis|rasism|equal|likestilling|jämlik|ligestilling|yhdenvertais|gelijke|gleichbehandlung|égalité|extremis/iu,
  ],
  ['participation', /participat|deltak|delaktig|deltag|osallis|teilhabe|beteiligung|inclusion|democra|demokrati|volunteer|frivillig|engagement/iu],
  ['culture', /cultur|kultur|kulttuuri|leisure|fritid|vapaa-aika|freizeit|sport|idrett|loisir/iu],
  ['reception', /reception|arrival|mottak|mottagande|modtagelse|vastaanot|opvang|aufnahme|ankommen|accueil/iu],
  ['social-support', /social|sosial|sosiaali|sociaal|sozial|family|familie|perhe|gezin|welfare|counsel|beratung/iu],
  ['legal', /legal|rights|juridisk|rättslig|retlig|oikeudel|juridisch|recht|juridique|droits/iu],
];

/** The levels of government, by what is governed there. */
export const GOVERNMENT: readonly (readonly [level: string, words: RegExp])[] = [
  ['eu', /^(?:europe|european(?: union)?|europa|eurooppa|union)$/],
  [
    'national',
    /^(?:state|nation|country|central|federal|government|stat(?:en|lig)?|nasjonal(?:t)?|nationell(?:t)?|valtakunnallinen|valtio|rijk|land(?:elijk)?|bund|national(?:e)?|état)$/,
  ],
  [
    'regional',
    /^(?:region(?:en|aal)?|count(?:y|ies)|province|provins|provincie|state level|fylke(?:skommune)?|län|landkreis|kreis|bundesland|maakunta|département|région(?:al)?|kanton|canton)$/,
  ],
  [
    'local',
    /^(?:municipal(?:ity)?|city|town|village|district|kommun(?:e|en|al|alt)?|lokal(?:t)?|kunta|kaupunki|paikallinen|gemeente(?:lijk)?|stad|gemeinde|stadt|kommunal|commune|ville|communal)$/,
  ],
];

/** The levels of a logframe, by the words in a column of their own or at the beginning of a row. */
export const LEVELS: readonly (readonly [level: 'impact' | 'outcome' | 'output' | 'activity' | 'indicator', words: RegExp])[] = [
  [
    'impact',
    /^(?:impact|overall (?:objective|goal)|long-term (?:goal|outcome|objective)|goal|hovedmål|overordnet mål|samfunnsmål|övergripande mål|overordnet formål|päätavoite|vaikutus|hoofddoel(?:stelling)?|oberziel|leitziel|objectif (?:général|global)|finalité|vision)$/,
  ],
  [
    'outcome',
    /^(?:outcomes?|specific objectives?|purpose|intermediate outcomes?|short-term outcomes?|objectives?|effektmål|delmål|mål|målsetting|effekt|inriktningsmål|tavoite|tulos|doel|doelstelling|effect|projektziel|ziel|teilziel|wirkung|handlungsziel|objectifs? spécifiques?|objectif|effet)$/,
  ],
  [
    'output',
    /^(?:outputs?|results?|expected results?|deliverables?|resultatmål|leveranse|resultat|leverans|leverance|tuotos|resultaat|product|ergebnis|leistung|résultats?(?: attendus?)?|produits?)$/,
  ],
  [
    'activity',
    /^(?:activit(?:y|ies)|actions?|measures?|inputs?|tiltak|aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?|indsats(?:er)?|toimenpi(?:de|teet)|actie|activiteit(?:en)?|maatregel|maßnahmen?|aktivität(?:en)?|activités?|mesures?)$/,
  ],
  ['indicator', /^(?:indicators?|kpis?|indikator(?:er|en)?|indicatore?n?|mittari|indikaattori|indicateurs?)$/],
];

/** The first words of a row of totals. */
export const TOTALS =
  /^(?:(?:grand |sub)?-?totals?|sum(?:ma)?|sum total|totalt|samlet|i alt|ialt|summa|yhteensä|kaikki yhteensä|totaal|gesamt(?:summe|kosten)?|insgesamt|zwischensumme|total général|sous-total|delsum)\b/iu;

/** Words between the names of two organisations. */
export const AND = /\s(?:and|og|och|ja|en|und|et|sowie|samt|&)\s/iu;

/** How figures are gathered, where the words say it. */
export const SURVEY =
  /survey|questionnaire|interview|spørreundersøkelse|undersøkelse|enkät|undersökning|spørgeskema|kysely|enquête|vragenlijst|umfrage|befragung|evaluation|brukerundersøk/iu;
export const ESTIMATE = /estimat|anslag|skjønn|uppskatt|skøn\b|arvio|schatting|schätz/iu;
export const REGISTER =
  /regist|statisti|tilastokeskus|\bssb\b|\bscb\b|\bcbs\b|destatis|eurostat|insee|imdi|data ?base|databas|datenbank|fagsystem|administrative|records?\b|kelosto|kommunedata|kolada|case management|fachverfahren/iu;
