// Twenty files of different layouts and languages: the tables that municipalities, ministries and projects write. All places are fictional.
import { csvOf, docxOf, latin, mac, wide, xlsxOf } from './build.ts';

export interface Example {
  /** What is special about it. */
  readonly about: string;
  readonly file: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** What has to be said by hand: no column of it is recognised otherwise. */
  readonly map?: readonly string[];
}

export const EXAMPLES: readonly Example[] = [
  {
    about: 'Norwegian action table: semicolons, the encoding of Windows, a section row, a total',
    file: '01-handlingsplan.csv',
    bytes: () =>
      csvOf(
        `
Handlingsplan for integrering 2025–2028| | | | | | |
| | | | | | |
Nr.|Tiltak|Ansvarlig|Samarbeidspartnere|Frist|Budsjett|Status|Indikator
Bolig| | | | | | |
1.1|Etablere språkkafé på biblioteket|Biblioteket|Røde Kors, Frivilligsentralen|31.12.2026|150 000 kr per år|Pågår|Antall deltakere
1.2|Kurs for nye leietakere|Boligkontoret|Flyktningkontoret|løpende|innenfor rammen|Planlagt|Andel beholdt leie
2.1|Jobbsøkerkurs|NAV|Næringsforeningen|Q4 2026|avklares|Ferdig|
Sum| | | | |150 000 kr| |
`,
        ';',
        latin,
      ),
  },
  {
    about: 'English workbook: lead, other partners, by when, outcome, several dates in a cell, TBC, totals',
    file: '02-integration-strategy.xlsx',
    bytes: () =>
      xlsxOf({
        'Action plan': `
Riverton Integration Strategy|<|<|<|<|<|<|<
No|Action|Lead|Other partners|By when|Outcome|Budget|Status
1|Welcome desk in the town hall|Community Services|Library; Red Cross Riverton|@2026-06-30|Newcomers find their way|#20000;[$€-2] #,##0|In progress
2|Evening language classes|Adult Education Centre|Riverton College|30 June 2026; 30 June 2027|Newcomers speak the language|€ 45,000 per year|Not started
3|Mentoring with local employers|Community Services|Chamber of Commerce|Q2 2027|Newcomers work|TBC|TBC
4|Guide for landlords|Housing Team| |ongoing|Newcomers find their way|–|Completed
Total| | | | | |#65000|
`,
      }),
  },
  {
    about: 'Swedish workbook: areas merged over rows, empty columns, frequencies',
    file: '03-atgardsplan.xlsx',
    bytes: () =>
      xlsxOf({
        Blad1: `
Område|Åtgärd| |Ansvarig nämnd|Samverkan med|När|Kostnad|Uppföljningsintervall
Arbete|Praktikplatser i kommunen| |Arbetsmarknadsnämnden|Lokala företagare|senast 2026-12-31|200 tkr|halvårsvis
^|Yrkesmentorer| |Arbetsmarknadsnämnden|Företagarföreningen|2025–2027|50 000 kr per år|varje år
Språk|Svenska på arbetsplatsen| |Vuxenutbildningen| |löpande|1,2 mnkr|kvartalsvis
^|Språkvänner| |Biblioteket|Röda Korset|hösten 2026| |
`,
      }),
  },
  {
    about: 'Danish document of Word: a chapter an area, a table in each',
    file: '04-indsatsplan.docx',
    bytes: () =>
      docxOf([
        '! Integrationsplan for Ådal Kommune 2026–2029',
        'Planen er vedtaget som ramme for arbejdet.',
        '# Beskæftigelse\nMålet er, at flere kommer i arbejde.',
        [
          `
Indsats|Ansvarlig|Samarbejdspartnere|Tidsfrist|Status
Virksomhedspraktik fra første dag|Jobcentret|Lokale virksomheder|31. december 2026|Igangsat
Mentorordning|Jobcentret|Dansk Røde Kors|2. kvartal 2027|Planlagt
`,
        ],
        '# Bolig',
        [
          `
Indsats|Ansvarlig|Samarbejdspartnere|Tidsfrist|Status
Flere små boliger|Teknik og Miljø|Ådal Boligselskab|inden udgangen af 2028|Planlagt
`,
        ],
        'Planen evalueres hvert år.',
      ]),
  },
  {
    about: 'Finnish table with tabs in UTF-16',
    file: '05-toimenpiteet.tsv',
    bytes: () =>
      csvOf(
        `
Toimenpide|Vastuutaho|Kumppanit|Aikataulu|Mittari|Rahoituslähde|Kustannusarvio
Alkukartoitus kahdessa viikossa|Maahanmuuttopalvelut|TE-toimisto|31.12.2026|Kartoitusten määrä|Valtionkorvaus|120 000 €
Kielikahvila kirjastossa|Kirjasto|Punainen Risti|jatkuva|Kävijöiden määrä| |
Opas työnantajille|Työllisyyspalvelut|Kauppakamari|vuoden 2027 loppuun mennessä|Oppaan lataukset|Oma budjetti|15 000 €
`,
        '\t',
        wide,
      ),
  },
  {
    about: 'Dutch table with commas and a mark of UTF-8',
    file: '06-uitvoeringsplan.csv',
    bytes: () =>
      csvOf(
        `
Thema|Maatregel|Trekker|Samenwerkingspartners|Gereed|Kosten|Stand van zaken|Toelichting
Wonen|Woonbegeleiding in het eerste jaar|Afdeling Wonen|Woningcorporatie De Linde|31-12-2026|€ 80.000|in uitvoering|Start met twintig gezinnen
Wonen|Voorlichting voor buren|Afdeling Wonen|Wijkteam Noord|Q3 2026|€ 5.000|gepland|
Taal|Taalmaatjes|Bibliotheek Linden|Vrijwilligerscentrale|doorlopend|n.t.b.|in uitvoering|Zie ook het jaarverslag
`,
        ',',
        (text) => new TextEncoder().encode(`\ufeff${text}`),
      ),
  },
  {
    about: 'German indicator matrix: two rows of headings, values by year',
    file: '07-indikatoren.xlsx',
    bytes: () =>
      xlsxOf({
        Indikatoren: `
Indikator|Einheit|Ausgangswert|<|Zielwert|<|Datenquelle|Turnus|Datenverantwortlich
^|^|Wert|Jahr|2026|2028|^|^|^
Erwerbstätigenquote der Zugewanderten|Prozent|#0.46;0%|#2024|#0.5;0%|#0.55;0%|Statistik der Arbeitsagentur|jährlich|Jobcenter Lindau
Teilnehmende in Sprachkursen|Personen|#320|#2024|#400|#450|Teilnehmerstatistik der Volkshochschule|halbjährlich|Volkshochschule
Schulabgänge ohne Abschluss|%|12,5 %|2023|11 %|9 %|Schulstatistik|jährlich|Schulamt
`,
      }),
  },
  {
    about: 'French document of Word: a sheet for each action, headings in the first column',
    file: '08-fiches-actions.docx',
    bytes: () =>
      docxOf([
        "! Plan d'action pour l'accueil 2026-2028",
        '# Logement',
        [
          `
Action 1 : Accompagner les locataires|<
Pilote|Service logement
Partenaires|Bailleur social du Val; Croix-Rouge
Échéance|31/12/2026
Budget|25 000 € par an
Indicateurs|Nombre de ménages accompagnés
État d'avancement|En cours
`,
        ],
        '# Langue',
        [
          `
Intitulé de l'action|Ateliers de conversation
Responsable|Médiathèque
Partenaires|Association des habitants
Calendrier|2026 à 2028
Coût|à définir
État d'avancement|Prévue
`,
        ],
      ]),
  },
  {
    about: 'English logframe: levels in the first column, means of verification, assumptions',
    file: '09-logframe.xlsx',
    bytes: () =>
      xlsxOf({
        Logframe: `
Intervention logic|Indicators|Baseline (2024)|Target 2027|Means of verification|Assumptions
Impact: Newcomers live independently|Share in own tenancy|52 %|at least 65 %|Municipal register|Housing market stays stable
Outcome 1: Newcomers are in work|Employment rate after two years|38 %|50 %|Register of the labour service|Employers keep hiring
Output 1.1: Job-ready newcomers|Newcomers with a job plan|120|300|Case management system|
Activity 1.1.1: Coaching in small groups| | | | |
Outcome 2: Newcomers speak the language|Passed B1 tests|46 %|60 %|Test statistics|Teachers can be found
Activity 2.1: Evening courses| | | | |
`,
      }),
  },
  {
    about: 'French logframe in Word: cells merged over several indicators',
    file: '10-cadre-logique.docx',
    bytes: () =>
      docxOf([
        '! Cadre logique du projet Passerelle',
        [
          `
Niveau|Logique d'intervention|Indicateurs|Valeur de référence|Cible|Sources de vérification
Objectif général|Les nouveaux arrivants participent à la vie locale|Membres d'associations|12 %|20 % en 2028|Enquête auprès des habitants
Objectif spécifique|Les familles trouvent un logement stable|Familles relogées|40 (2024)|90|Registre du service logement
^|^|Durée moyenne d'attente en mois|8|5|Registre du service logement
Activité|Médiation avec les bailleurs| | | |
`,
        ],
      ]),
  },
  {
    about: 'English indicator list in Markdown',
    file: '11-indicators.md',
    bytes: () =>
      new TextEncoder().encode(`# Monitoring framework of Northbridge

Indicators are reviewed every year.

## Work

| Ref | Indicator | Unit | Baseline | Target | Source | Frequency | Owner |
| --- | --- | --- | --- | --- | --- | --- | --- |
| W1 | Employment rate of newcomers | % | 41% (2024) | 55% by 2028 | Labour force survey | annually | Economic Development |
| W2 | Newcomer-owned businesses | businesses | 35 (2024) | 60 by 2028 | Business register | every 2 years | Chamber of Commerce |

## Belonging

| Ref | Indicator | Unit | Baseline | Target | Source | Frequency | Owner |
| --- | --- | --- | --- | --- | --- | --- | --- |
| B1 | Residents who feel at home | % | 63% (2023) | at least 70% by 2027 | Residents' survey | every 2 years | Community Services |
| B2 | Reported hate incidents | incidents | 48 (2024) | max. 30 by 2028 | Police statistics | quarterly | Police |
`),
  },
  {
    about: 'Norwegian workbook: a sheet for each area, title rows, empty rows and columns',
    file: '12-tiltak-per-omrade.xlsx',
    bytes: () =>
      xlsxOf({
        Helse: `
Tiltaksplan Fjordvik kommune 2026–2029| | | | |
| | | | |
|Tiltak|Hovedansvar|Medvirkende|Når|Ressurser
|Helsesamtale innen tre måneder|Helsestasjonen|Flyktningtjenesten|innen 2026|50 000 NOK
| | | | |
|Tolk i alle samtaler|Helsestasjonen|Tolketjenesten|løpende|Innenfor rammen
`,
        Oppvekst: `
Tiltak|Hovedansvar|Medvirkende|Når|Ressurser
Leksehjelp to dager i uken|Skolene|Frivilligsentralen; Biblioteket|2026–2028|120 000 NOK per år
Foreldrekurs|Barnehagene|Flyktningtjenesten|høsten 2026|?
`,
      }),
  },
  {
    about: 'German document of Word: goals and measures as lists',
    file: '13-konzept.docx',
    bytes: () =>
      docxOf([
        '! Integrationskonzept der Stadt Neustadt am See',
        '# Einleitung\nDas Konzept wurde mit vielen Menschen erarbeitet.',
        '# Bildung\nKinder sollen von Anfang an dabei sein.',
        '## Ziele\n- Alle Kinder besuchen eine Kita\n- Mehr Jugendliche machen einen Abschluss',
        '## Maßnahmen\n- Sprachförderung in jeder Kita\n  - Fachkräfte schulen\n  - Material anschaffen\n- Lernpaten für Jugendliche',
      ]),
  },
  {
    about: 'Swedish list of indicators: the years stand in the headings',
    file: '14-indikatorer.csv',
    bytes: () =>
      csvOf(
        `
Mål;Indikator;Utgångsläge 2023;Delmål 2025;Målvärde 2027;Källa;Mätfrekvens
Nyanlända i arbete;Sysselsatta efter två år;38,5 %;45 %;52 %;Registerdata;årligen
Nyanlända i arbete;Egna företag;25;30;40;Bolagsregistret;vartannat år
Barn klarar skolan;Behöriga till gymnasiet;61 %;66 %;72 %;Skolverkets statistik;årligen
`.replaceAll(';', '|'),
        ';',
      ),
  },
  {
    about: 'English workbook in words that nobody else uses: a column has to be named by hand',
    file: '15-own-words.xlsx',
    map: ['In charge=lead', 'Helpers=partners'],
    bytes: () =>
      xlsxOf({
        Sheet1: `
Thing|In charge|Helpers|Ready|How it goes
Conversation evenings at the mill|Ms Andersen's team|Mill friends|2026-09-30|started
Bicycle workshop for families|Youth house|Wheel club|2027-03-31|not started
Summer garden behind the school|Youth house|Garden friends|2027-06-30|not started
`,
      }),
  },
  {
    about: 'Danish workbook: goals above goals, owners with two spellings',
    file: '16-strategi.xlsx',
    bytes: () =>
      xlsxOf({
        Strategi: `
Overordnet mål|Målsætning|Indsats|Tovholder|Deadline|Succeskriterium|Økonomi
Flere i job|Kvinder kommer i arbejde|Åbent hus for kvinder|Beskæftigelsesforvaltningen|01.06.2026|40 deltagere|30.000 kr.
^|^|Børnepasning under kurser|Børneforvaltningen|01.09.2026| |75.000 kr.
^|Virksomheder åbner døren|Aftaler med virksomheder|Beskæftigelsesforvaltning|ultimo 2027|20 aftaler|
`,
      }),
  },
  {
    about: 'English matrix of responsibilities: a column for each office, letters where they meet',
    file: '17-responsibilities.csv',
    bytes: () =>
      csvOf(
        `
Task|Housing Office|Refugee Office|Health Centre|Red Cross Elmford
Settle assigned refugees|A/R|C|I|S
First health check| |C|A, R|
Guide families|I|A| |R
`,
        ',',
      ),
  },
  {
    about: 'Dutch document of Word: numbers in the titles, areas as merged rows',
    file: '18-actieplan.docx',
    bytes: () =>
      docxOf([
        '# Actieplan nieuwkomers 2025-2027',
        'Vastgesteld door het college.',
        [
          `
Actie|Wie|Met wie samen|Wanneer
Werk|<|<|<
1.1 Werkervaringsplaatsen|Werkplein|Ondernemersvereniging|eind 2026
1.2 Taal op de werkvloer|Werkplein|ROC De Brug|1e kwartaal 2027
Gezondheid|<|<|<
2.1 Gezondheidscheck|GGD|Huisartsen|binnen 3 maanden
`,
        ],
      ]),
  },
  {
    about: 'English table: lines about the file above, a note below, days that could be two, names joined by and',
    file: '19-tracker.csv',
    bytes: () =>
      csvOf(
        `
Updated by|Community Services| | |
Version|3| | |
| | | |
Action|Responsible department|Supporting|Due date|Progress
Open a welcome point|Community Services|Library|03/04/2027|on track
Train frontline staff|Human Resources|Library and Community Services|13/04/2027|delayed
Publish a service map|Communications|Library, Human Resources|31/12/2026|not started
* Dates are the latest possible.| | | |
`,
        ',',
      ),
  },
  {
    about: 'German table from an old Mac: beginning and end apart, thousands of euros in the heading',
    file: '20-massnahmenplan.csv',
    bytes: () =>
      csvOf(
        `
Lfd. Nr.|Handlungsfeld|Maßnahme|Federführung|Beteiligte|Beginn|Ende|Kosten (T€)|Zielgruppe|Stand
1|Ankommen|Lotsendienst für Zugewanderte|Amt für Soziales|Caritas; Diakonie|01.2026|12.2027|40|Neu Zugewanderte|läuft
2|Ankommen|Mehrsprachige Startseite|Pressestelle| |Q1 2026|Q3 2026|7,5|Alle Bürgerinnen und Bürger|geplant
3|Gesundheit|Gesundheitslotsen|Gesundheitsamt|Ärzteverein|2026|2028|noch offen|Frauen|geplant
`,
        ';',
        mac,
      ),
  },
];
