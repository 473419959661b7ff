/** A complete plan of a town, on which no rule has anything to say, under an act that asks nothing of it. */
export const TOWN = `plan town "Integration plan of Town" {
  level local
  territory "Town"
  under state
  country SE
  currency SEK
  period 2025 to 2030
  status adopted
  adopted 2024-12-10 by council as "case 112/24"
  anchored in financial "Financial plan 2025–2030"
  coordinator integration-office
  review yearly by table
  evaluated 2030-06 by university
  principle "Integration: newcomers and residents live, work and decide together"
}

actor council "Council" { type council }
actor municipality "Town" { type municipality }
actor integration-office "Integration office" { type department; part of municipality; capacity paid; staff 5 fte; contact "Head of office" "integration@town.example" }
actor school-office "School office" { type department; capacity paid; staff 12 fte }
actor housing-office "Housing office" { type department; capacity paid; staff 4 fte }
actor university "University" { type university }

partner bakery "Bakeries" {
  type employer
  role formal
  agreement "Places in bakeries" {
    kind partnership
    period 2025 to 2030
    basis "Decision of the council"
    terms "The bakeries take twelve people a year, the town pays their teacher"
    equality-clause yes
  }
}

body migrant-council "Migrant council" {
  kind migrant-council
  members newcomers
  involved in design, adoption, implementation, monitoring, evaluation
  advises "On this plan"
  basis "By-laws, chapter 4"
  term 2025 to 2030
  meets quarterly
  published yes
  input used "Evening courses were its idea"
}

body table "Round table" {
  kind coordination
  members integration-office, school-office, housing-office, bakery, migrant-council
  involved in design, adoption, implementation, monitoring, evaluation
  decides "What is done in the year to come"
  basis "Decision of the council"
  meets quarterly
  published yes
}

group newcomers "Newcomers" { size 320 persons on 2024-12-31 }
group women "Women among newcomers" { size 150 persons on 2024-12-31 }
group youth "Young newcomers" { age 16 to 25; size 60 persons on 2024-12-31 }
group residents "Residents" { kind receiving-society; size 42000 persons on 2024-12-31 }
fund own "Ordinary budget" { from council; amount 9000000 SEK per year; secured yes }

sector living "Living together" {
  field participation, anti-discrimination, culture
  lead integration-office
  groups newcomers, women, youth, residents

  measure meet "Evenings of newcomers and residents, against discrimination" {
    lead integration-office
    consulted migrant-council
    with school-office
    serves settled
    period 2025 to 2030
    status ongoing
    budget 400000 SEK per year from own
    evidence "Newcomers who met residents stayed, survey of 2023"
  }
  measure meetings "Information for residents, free of charge, with interpreters" {
    lead housing-office
    consulted migrant-council
    serves settled
    period 2025 to 2030
    status ongoing
    budget 100000 SEK per year from own
    evidence "Asked for by residents"
  }
  target settled "Newcomers who feel at home" { measured by at-home; at least 70% by 2030 }
  indicator at-home "Share of newcomers who feel at home" {
    unit percent
    direction increase
    baseline 52% on 2024-12-31
    value 60% on 2025-12-31
    source survey "Survey of the town"
    frequency yearly
    owner integration-office
    broken down by gender, age, area
    compared with residents
  }
}

sector daily "Work, school, home and health" {
  field work, education, language, housing, health
  lead school-office
  groups newcomers, women, youth

  measure course "Language course in a bakery, with bus tickets" {
    lead school-office
    with bakery, integration-office
    serves in-work
    period 2025 to 2030
    status ongoing
    budget 600000 SEK per year from own
    evidence "Evaluation of the pilot of 2023"
  }
  measure training "Training of staff in plain language" {
    lead housing-office
    with integration-office
    serves in-work
    period 2025 to 2030
    status ongoing
    budget 80000 SEK per year from own
    evidence "Complaints of 2023"
  }
  target in-work "Newcomers in work" { measured by work; at least 55% by 2030 }
  indicator work "Share of newcomers in work" {
    unit percent
    direction increase
    baseline 38% on 2024-12-31
    value 45% on 2025-12-31
    source register "Register of employment"
    frequency yearly
    owner school-office
    broken down by gender, age, area
    compared with residents
  }
}
`;

export const ACT = `--- state/plan.iplan
plan state "Integration Act" { kind statute; level national; period from 2020; country SE }
`;

/** A strategy of a state with nothing to be said of it, and two duties. */
export const STATE = `plan state "Integration strategy" {
  kind strategy
  level national
  territory "Land"
  country SE
  currency SEK
  period 2025 to 2034
  status adopted
  adopted 2024-06-01 by parliament
  anchored in financial "Budget of the state"
  coordinator ministry
  review every 2 years by national-table
  evaluated 2034 by university
  principle "Integration: newcomers and residents live, work and decide together"
}

actor parliament "Parliament" { type parliament; level national }
actor ministry "Ministry" { type ministry; level national; part of parliament; capacity paid; staff 40 fte }
actor university "University" { type university; level national }
actor regions "Regions" { type region; level regional; each of regional }
actor municipalities "Municipalities" { type municipality; level local; each of local }
group newcomers "Newcomers" { size 80000 persons on 2024 }
partner union "Union of newcomers" { type migrant-organisation; contributes "Speaks for newcomers"; represents newcomers }
fund grant "Grant for integration" { from parliament; to municipalities; amount 900 million SEK per year; secured yes }

body national-table "National table" {
  kind coordination
  members ministry, regions, municipalities, union
  involved in design, adoption, implementation, monitoring, evaluation
  decides "One position of all municipalities for each law"
  basis "Act on integration"
  meets quarterly
  published yes
}

mandate settle "Settle refugees" {
  from parliament
  to local
  with union
  force must
  funding grant
  discretion instruments
  standard at least 1 homes within 1 year
  basis "Act on integration"
  for newcomers
}

mandate plan-it "Adopt an integration plan" {
  from parliament
  to local
  with union
  force must
  funding grant
  discretion instruments
  standard at least 1 plans within 4 years
  basis "Act on integration"
  for newcomers
}
`;

export const measure = (id: string, text: string): string =>
  `measure ${id} "Measure ${id}" {\n    serves in-work\n    period 2025 to 2030\n    status ongoing\n    evidence "Pilot of 2023"\n    ${text.replaceAll('; ', '\n    ')}\n  }`;
export const PAID = 'budget 100000 SEK per year from own';

/** An organisation with an agreement in which nothing is missing. */
export const organisation = (id: string, type: string, role: string, kind: string, more = 'renewal "Each year, unless one side ends it"'): string =>
  `partner ${id} "Organisation ${id}" {
  type ${type}
  role ${role}
  agreement "Agreement with ${id}" { kind ${kind}; period 2025 to 2030; basis "Decision of the council"; terms "Rooms against hours"; equality-clause yes; ${more} }
}`;
export const volunteers = (id: string): string => `partner ${id} "Volunteers ${id}" { type volunteer-group; role informal; contributes "Company" }`;
