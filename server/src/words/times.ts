// How dates, times and frequencies are said in the eight languages. Every entry is the whole of a pattern, in lower case.

/** The months, January first: how their names begin. */
export const MONTHS: readonly RegExp[] = [
  /^(?:jan(?:uary|uar|uari|\.)?|januar|januari|janvier|janv|tammikuu\w*|tammi)$/,
  /^(?:feb(?:ruary|ruar|ruari|\.)?|févr(?:ier)?|fév|helmikuu\w*|helmi)$/,
  /^(?:mar(?:ch|s|ts|t)?|märz|mär|maart|mrt|maaliskuu\w*|maalis)$/,
  /^(?:apr(?:il)?|avr(?:il)?|huhtikuu\w*|huhti)$/,
  /^(?:may|mai|maj|mei|toukokuu\w*|touko)$/,
  /^(?:june?|juni|juin|kesäkuu\w*|kesä)$/,
  /^(?:july?|juli|juil(?:let)?|heinäkuu\w*|heinä)$/,
  /^(?:aug(?:ust|usti|ustus)?|août|elokuu\w*|elo)$/,
  /^(?:sept?(?:ember|embre)?|syyskuu\w*|syys)$/,
  /^(?:o[ck]t(?:ober|obre)?|lokakuu\w*|loka)$/,
  /^(?:nov(?:ember|embre)?|marraskuu\w*|marras)$/,
  /^(?:de[csz](?:ember|embre)?|déc(?:embre)?|joulukuu\w*|joulu)$/,
];

export const ONGOING =
  /^(?:on-?going|continuous(?:ly)?|permanent(?:ly|e)?|always|rolling|løpende|kontinuerlig(?:t)?|fortløpende|löpande|pågående|fortlöpande|tillsvidare|tills vidare|løbende|vedvarende|jatkuva(?:sti)?|koko ajan|toistaiseksi|doorlopend|continu|lopend|permanent|laufend|fortlaufend|dauerhaft|kontinuierlich|ständig|dauerauftrag|daueraufgabe|en continu|continu(?:e)?|en permanence|hele perioden|hela perioden)$/;

/** Not known yet. */
export const UNKNOWN =
  /^(?:t\.?b\.?[cda]\.?|to be (?:confirmed|decided|determined|agreed|announced)|not known(?: yet)?|not yet (?:known|decided|available)|unknown|n\/?k|\?+|x{2,}\s*%?|avklares|avklares senere|ikke avklart|ikke fastsatt|fastsettes senere|ukjent|bestäms senare|ej (?:fastställt|beslutat|klart)|okänt|meddelas senare|fastlægges senere|ikke fastlagt|afklares|avoin|ei vielä tiedossa|tarkentuu myöhemmin|täsmentyy myöhemmin|selvitetään|n\.?t\.?b\.?|nader te bepalen|nog te bepalen|nog niet bekend|noch offen|offen|n\.?\s?n\.?|wird noch festgelegt|noch festzulegen|steht noch nicht fest|à (?:définir|déterminer|préciser|confirmer)|à compléter|inconnu)$/;

/** A dash and its like: that there is nothing to say. */
export const NOTHING =
  /^(?:[-–—/.]+|n\/?a\.?|not applicable|none|ingen|inga|ikke aktuelt|ikke relevant|ej aktuellt|ei ole|ei sovellu|geen|n\.?v\.?t\.?|keine?r?|entfällt|néant|aucune?|s\/?o|sans objet)$/;

export const BY =
  /^(?:by|until|before|due|no later than|at the latest by|deadline|innen|senest|innan|senast|före|till|inden|bis|bis zum|bis spätestens|spätestens|spätestens bis|tegen|uiterlijk|voor|tot|vóór|d'ici(?: à)?|avant|jusqu'(?:à|en|au)|au plus tard(?: le| en)?|viimeistään|ferdig|ferdigstilt|klart?|færdig|valmis|gereed|fertig)\s+(?:the\s+|zum\s+|den\s+|le\s+|la\s+|utgangen av\s+|udgangen af\s+|utgången av\s+|i\s+)?/;
export const FROM =
  /^(?:from|starting|since|as of|fra(?: og med)?|f\.o\.m\.|från(?: och med)?|fr\.o\.m\.|ab|seit|vanaf|sinds|dès|à partir d[eu'](?: )?|depuis|alkaen)\s+(?:the\s+|dem\s+|den\s+)?/;
export const FROM_AFTER = /\s(?:alkaen|onwards?|og utover|och framåt|og frem)$/;
/** Finnish says it behind. */
export const BY_AFTER = /\s(?:mennessä|loppuun(?: mennessä)?|lopussa|asti|saakka|at the latest)$/;
export const END =
  /^(?:(?:the\s+)?end\s+(?:of\s+)?|by the end of\s+|(?:i\s+)?(?:innen\s+)?(?:utgangen|slutten|slutningen|udgangen|slutet|utgången)\s+(?:av|af)\s+|ultimo\s+|eind(?:e)?\s+(?:van\s+)?|ende\s+|jahresende\s+|(?:la\s+)?fin\s+(?:de\s+)?|(?:vuoden\s+))/;
export const MIDDLE = /^(?:mid-?\s*|the middle of\s+|medio\s+|midt(?:en)?\s+(?:i|av|af)?\s*|i mitten av\s+|mitten av\s+|mitte\s+|midden\s+|mi-)/;
export const TO = /–|—|\s-\s|\bto\b|\buntil\b|\btil\b|\btill\b|\bt\.o\.m\.\s|\bbis\b|\btot(?: en met)?\b|\bt\/m\b|(?:^|\s)à\s|(?:^|\s)au\s|\bjusqu'à\b/;

export const QUARTER = /^(?:q|k|t|kv(?:artal)?\.?|quarter|quartal|kvartal|kwartaal|trimestre|neljännes|kvartaali)$/;
export const HALF = /^(?:h|halvår(?:et)?|half(?:[- ]?year)?|halbjahr|halfjaar|semestre|vuosipuolisko|hj|hy)$/;
export const FIRST: readonly RegExp[] = [
  /^(?:1|i|1st|first|første|første|första|ensimmäinen|eerste|erstes?|premier|1er|1e|1:a)$/,
  /^(?:2|ii|2nd|second|andre|andra|anden|andet|toinen|tweede|zweites?|deuxième|second|2e|2ème|2:a)$/,
  /^(?:3|iii|3rd|third|tredje|kolmas|derde|drittes?|troisième|3e|3ème|3:e)$/,
  /^(?:4|iv|4th|fourth|fjerde|fjärde|neljäs|vierde|viertes?|quatrième|4e|4ème|4:e)$/,
];

/** How the units of time are called. */
export const UNITS: readonly (readonly [unit: string, named: RegExp])[] = [
  ['day', /^(?:days?|dag(?:er|ar|e|en)?|päivä\w*|tage?n?|jours?)$/],
  ['week', /^(?:weeks?|uker?|veckor?|uger?|viikko\w*|viikon|weken|week|wochen?|semaines?)$/],
  ['month', /^(?:months?|måned(?:er)?|månad(?:er)?|kuukau\w*|maand(?:en)?|monate?n?|mois)$/],
  ['quarter', /^(?:quarters?|kvartal(?:er)?|quartale?|kwartalen|trimestres?)$/],
  ['year', /^(?:years?|år|vuo\w*|jaar|jahre?n?|ans?|années?)$/],
];
export const WITHIN = /^(?:within|innen|inom|inden for|inden|binnen|innerhalb(?: von)?|dans(?: les)?|sous|sisällä)\s+/;

/** How often, in the words of the language of plans. */
export const OFTEN: readonly (readonly [says: string, word: RegExp])[] = [
  ['daily', /^(?:daily|every day|daglig(?:en)?|dagligt|päivittäin|dagelijks|täglich|quotidien(?:ne(?:ment)?)?|chaque jour)$/],
  [
    'weekly',
    /^(?:weekly|every week|ukentlig|hver uke|veckovis|varje vecka|ugentlig(?:t)?|hver uge|viikoittain|wekelijks|elke week|wöchentlich|hebdomadaire(?:ment)?|chaque semaine)$/,
  ],
  [
    'monthly',
    /^(?:monthly|every month|månedlig(?:t)?|hver måned|månatlig(?:en|t)?|varje månad|månadsvis|kuukausittain|maandelijks|elke maand|monatlich|mensuel(?:le(?:ment)?)?|chaque mois|tous les mois)$/,
  ],
  [
    'quarterly',
    /^(?:quarterly|every quarter|kvartalsvis(?:t)?|hvert kvartal|varje kvartal|neljännesvuosittain|elk kwartaal|per kwartaal|driemaandelijks|vierteljährlich|quartalsweise|jedes quartal|trimestriel(?:le(?:ment)?)?|chaque trimestre)$/,
  ],
  [
    'half-yearly',
    /^(?:half-?yearly|six-?monthly|bi-?annual(?:ly)?|semi-?annual(?:ly)?|every six months|halvårlig(?:t)?|hvert halvår|halvårsvis|varje halvår|halvårsvis|puolivuosittain|halfjaarlijks|elk halfjaar|hal[bv]jährlich|jedes halbjahr|semestriel(?:le(?:ment)?)?|chaque semestre)$/,
  ],
  [
    'yearly',
    /^(?:yearly|annual(?:ly)?|every year|once a year|per year|årlig(?:en|t)?|hvert år|varje år|en gang i året|en gång per år|én gang årlig|vuosittain|kerran vuodessa|jaarlijks|elk jaar|eens per jaar|jährlich|jedes jahr|einmal (?:im|pro) jahr|annuel(?:le(?:ment)?)?|chaque année|tous les ans|une fois par an)$/,
  ],
  [
    'twice a year',
    /^(?:twice a year|two times a year|2 times a year|to ganger i året|to ganger årlig|två gånger per år|två gånger om året|to gange om året|kahdesti vuodessa|kaksi kertaa vuodessa|twee keer per jaar|tweemaal per jaar|2x per jaar|zweimal (?:im|pro) jahr|zweimal jährlich|deux fois par an)$/,
  ],
  [
    'every 2 years',
    /^(?:biennial(?:ly)?|every (?:second|other|two|2) years?|annethvert år|hvert andre år|hvert annet år|vartannat år|hvert andet år|joka toinen vuosi|kahden vuoden välein|tweejaarlijks|om de twee jaar|alle (?:zwei|2) jahre|zweijährlich|tous les deux ans|bisannuel(?:le)?)$/,
  ],
  ['once', /^(?:once|one-off|one time|én gang|en gang|engang|en gång|engangs|kerran|eenmalig|einmalig|une fois|ponctuel(?:le)?)$/],
];

export const STATUSES: readonly (readonly [says: string, word: RegExp])[] = [
  [
    'planned',
    /^(?:planned|not (?:yet )?started|to do|todo|new|open|planlagt|ikke (?:påbegynt|startet|igangsatt)|ny|planerad|ej påbörjad|inte påbörjad|ikke påbegyndt|suunniteltu|suunnitteilla|ei aloitettu|gepland|nog niet gestart|niet gestart|nieuw|geplant|nicht begonnen|noch nicht begonnen|neu|in planung|prévue?|planifiée?|non (?:démarrée?|commencée?)|à lancer|nouveau|nouvelle)$/,
  ],
  [
    'ongoing',
    /^(?:on-?going|in progress|started|under ?way|running|active|on track|pågår|pågående|i gang|igang|igangsatt|påbegynt|under arbeid|påbörjad|påbegyndt|igangsat|i gang|under gennemførelse|käynnissä|aloitettu|kesken|lopend|loopt|in uitvoering|gestart|bezig|laufend|läuft|in umsetzung|begonnen|in arbeit|en cours|démarrée?|engagée?|commencée?)$/,
  ],
  [
    'delayed',
    /^(?:delayed|late|behind(?: schedule)?|overdue|forsinket|utsatt|försenad|uppskjuten|forsinket|udskudt|viivästynyt|myöhässä|vertraagd|achter op schema|verzögert|verspätet|im verzug|retardée?|en retard|reportée?)$/,
  ],
  [
    'completed',
    /^(?:completed?|done|finished|implemented|achieved|closed|gjennomført|ferdig|fullført|avsluttet|utført|genomförd|klar|avslutad|slutförd|gennemført|færdig|afsluttet|valmis|toteutettu|toteutunut|päättynyt|afgerond|gereed|klaar|voltooid|uitgevoerd|abgeschlossen|erledigt|umgesetzt|fertig|beendet|terminée?|achevée?|réalisée?|finalisée?|accomplie?)$/,
  ],
  [
    'cancelled',
    /^(?:cancell?ed|stopped|dropped|abandoned|avlyst|avbrutt|stanset|inställd|avbruten|struken|aflyst|stoppet|opgivet|peruttu|keskeytetty|geannuleerd|gestopt|geschrapt|vervallen|abgebrochen|gestrichen|eingestellt|annulée?|abandonnée?|supprimée?)$/,
  ],
];
