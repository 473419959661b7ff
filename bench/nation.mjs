// Makes up a nation of plans: a state with many offices and partners, counties, and municipalities that take up its duties.

const FIELDS = ['housing', 'work', 'education', 'health', 'language', 'participation'];
const OFFICES = ['agency', 'service-provider', 'supervisor', 'health-service', 'adult-education'];
const PARTNERS = ['ngo', 'migrant-organisation', 'trade-union', 'employers-association', 'university'];

const block = (head, lines) => `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));

function state() {
  const offices = times(40, (i) => `actor office-${i} "National office ${i}" { type ${OFFICES[i % OFFICES.length]}; part of ministry }\n`);
  const partners = times(50, (i) =>
    block(`partner partner-${i} "National partner ${i}"`, [`type ${PARTNERS[i % PARTNERS.length]}`, `works with office-${i % 40} yearly`]),
  );
  const mandates = FIELDS.flatMap((field) =>
    times(2, (i) =>
      block(`mandate ${field}-duty-${i} "Duty ${i + 1} on ${field}"`, [
        'from ministry',
        'to local',
        'force must',
        `supervised by office-${i + 2}`,
        'funding grant',
      ]),
    ),
  );
  const sectors = FIELDS.map((field, f) =>
    block(`sector ${field} "National ${field}"`, [
      `field ${field}`,
      'lead ministry',
      ...times(6, (i) => {
        const [office, partner] = [(f * 6 + i) % 40, (f * 8 + i) % 50];
        return `measure ${field}-${i} "National measure ${i + 1} on ${field}" { lead office-${office}; with partner-${partner}; for newcomers; period 2025 to 2028; status ongoing }`;
      }),
    ]),
  );
  return [
    block('plan state "Living together: the national plan"', [
      'level national',
      'territory "Northmark" XN',
      'period 2024 to 2032',
      'status adopted',
      'currency EUR',
    ]),
    'actor ministry "Ministry for integration" { type ministry }\n',
    ...offices,
    ...partners,
    'group newcomers "People who have just arrived" { size 24000 persons on 2024-12-31 }\n',
    'fund grant "Integration grant" { from ministry; to office-0; amount 400 million EUR per year; period 2024 to 2032; secured yes }\n',
    ...mandates,
    ...sectors,
  ].join('\n');
}

const county = (c) =>
  [
    block(`plan county-${c} "Plan of county ${c}"`, ['level regional', 'under state', 'period 2025 to 2030', 'status adopted']),
    'actor governor "County governor" { type supervisor }\n',
    ...FIELDS.map((field) => `sector ${field} "County work on ${field}" { field ${field}; lead governor }\n`),
  ].join('\n');

function town(i, counties) {
  const sectors = FIELDS.map((field) =>
    block(`sector ${field} "${field[0].toUpperCase()}${field.slice(1)} in town ${i}"`, [
      `field ${field}`,
      'lead office',
      'groups refugees',
      ...times(
        2,
        (n) =>
          `responsibility ${field}-duty-${n} "Answer for duty ${n + 1}" { accountable ${n === 0 ? 'council' : 'office'}; responsible office; fulfils state.${field}-duty-${n} }`,
      ),
      ...times(3, (n) => {
        const money = `budget ${100 + ((i + n) % 90)}000 EUR per year from budget`;
        return `measure ${field}-${n} "Measure ${n + 1} on ${field} in town ${i}" { lead office; with volunteers; for refugees; serves ${field}-better; period 2025-03 to 2027; ${money}; status ongoing }`;
      }),
      `target ${field}-better "It gets better: ${field}" { measured by ${field}-share; at least ${55 + (i % 30)}% by 2028 }`,
      `indicator ${field}-share "Share of people for whom it works: ${field}" { unit percent; direction increase; baseline ${40 + (i % 10)}% on 2023-12-31; value ${45 + (i % 10)}% on 2024-12-31; source register "Register of the town"; frequency yearly; owner office }`,
    ]),
  );
  const about = `about """\n    ${'The town has written down what it does, for whom, and how it will know. '.repeat(14)}\n    """`;
  return [
    block(`plan town-${i} "Integration plan of town ${i}"`, [
      'level local',
      `territory "Town ${i}" XN-${1000 + i}`,
      `under county-${i % counties}`,
      'period 2025 to 2028',
      'status adopted',
      'coordinator office',
      about,
    ]),
    'actor council "Municipal council" { type council }\nactor office "Integration office" { type department; part of council }\n',
    'partner volunteers "Volunteer centre" { type ngo; role informal; capacity volunteer }\n',
    'group refugees "Recognised refugees" { size 320 persons on 2024-12-31 }\n',
    'fund budget "Operating budget" { from council; amount 2400000 EUR per year; period 2025 to 2028; secured yes }\n',
    ...sectors,
  ].join('\n');
}

/** The texts of a nation by path: 300 plans with 3 MB unless told otherwise. */
export function nation(plans = 300, counties = 12) {
  const towns = times(plans - counties - 1, (i) => [`towns/town-${i}/plan.iplan`, town(i, counties)]);
  return new Map([['plan.iplan', state()], ...times(counties, (c) => [`counties/county-${c}/plan.iplan`, county(c)]), ...towns]);
}
