import assert from 'node:assert/strict';
import { ACT, measure, organisation, PAID, STATE, TOWN, volunteers } from './complete-plans.ts';
import { fixture, problemsOf } from './fixture.ts';

interface Pattern {
  /** What was found to work, and where. */
  readonly title: string;
  readonly of?: string;
  /** Replaced in the plan it is added to. */
  readonly changes?: readonly (readonly [string, string])[];
  readonly adds?: string;
  /** Without what makes it right, some rule does speak. */
  readonly without: readonly (readonly [string, string])[];
  readonly rule: string;
}

/** What the publications name as good, or as an exception: no rule may take it for a mistake. */
const PATTERNS: readonly Pattern[] = [
  {
    title: 'bundles all services under one roof',
    adds: `${organisation('house', 'ngo', 'formal', 'contract', 'supervised by council')}
sector daily {
  ${['one', 'two', 'three'].map((id) => measure(id, `accountable school-office; responsible house; delivery bundled; ${PAID}`)).join('\n  ')}
  ${['four', 'five'].map((id) => measure(id, `accountable housing-office; responsible house; delivery bundled; ${PAID}`)).join('\n  ')}
}`,
    without: [['delivery bundled', 'delivery in-house']],
    rule: 'partners/provider-concentration',
  },
  {
    title: 'divides the work clearly between offices and volunteers',
    adds: `${volunteers('guides')}
sector living {
  ${measure('walks', `accountable school-office; responsible guides; supported by housing-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['responsible guides', 'responsible guides, school-office']],
    rule: 'accountability/overlapping-roles',
  },
  {
    title: 'brings all who take part into one house',
    adds: `actor house "House of integration" { type department; part of municipality; capacity paid; staff 2 fte; works with cross, church, club weekly }
${organisation('cross', 'ngo', 'formal', 'partnership')}
${organisation('church', 'religious-community', 'formal', 'partnership')}
${organisation('club', 'sports-club', 'formal', 'partnership')}
sector daily {
  ${measure('desk', `lead house; with cross, church, club, school-office; ${PAID}`)}
}`,
    without: [['; works with cross, church, club weekly', '']],
    rule: 'accountability/no-civil-society-coordinator',
  },
  {
    title: 'lets one person hold the threads of a small place',
    changes: [
      ['42000 persons', '1900 persons'],
      ['  coordinator integration-office\n', ''],
    ],
    adds: `actor adviser "Adviser for newcomers" { type post; part of municipality; capacity paid; staff 1 fte; deputy integration-office; contact "Adviser" "adviser@town.example" }
sector living {
  ${measure('visits', `lead adviser; with school-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['1900 persons', '42000 persons']],
    rule: 'accountability/no-coordinator',
  },
  {
    title: 'talks with the neighbours before a shelter opens',
    adds: `consultation neighbours "Evening before the shelter opens" {
  involved in design
  period 2024-06
  with residents
  participants 80
  input used "The entrance was moved to the other street"
}`,
    without: [['  input used "The entrance was moved to the other street"\n', '']],
    rule: 'participation/no-feedback',
  },
  {
    title: 'spreads homes over its villages',
    adds: `sector daily {
  ${measure('homes', `lead housing-office; with integration-office; ${PAID}`).replace('in-work', 'spread')}
  target spread "Villages in which newcomers live" { measured by villages; at least 7 villages by 2030 }
  indicator villages "Villages in which newcomers live" {
    unit villages
    direction increase
    baseline 2 villages on 2024-12-31
    value 4 villages on 2025-12-31
    source register "Register of residents"
    frequency yearly
    owner housing-office
    broken down by age, area
  }
}`,
    without: [[', area\n', '\n']],
    rule: 'monitoring/housing-without-area',
  },
  {
    title: 'works closely with employers',
    adds: `sector jobs "Jobs" {
  field work
  lead school-office
  ${measure('trial', `lead school-office; with bakery, integration-office; ${PAID}`).replace('in-work', 'earning')}
  target earning "Newcomers who earn" { measured by work; at least 50% by 2030 }
}`,
    without: [['  type employer\n', '  type service-provider\n']],
    rule: 'participation/no-employer',
  },
  {
    title: 'speaks with one voice at a table of the state',
    of: STATE,
    without: [['members ministry, regions, municipalities, union', 'members ministry, union']],
    rule: 'mandates/no-say-upward',
  },
  {
    title: 'buys courses together with its neighbours',
    changes: [
      ['size 320 persons', 'size 28 persons'],
      ['size 150 persons', 'size 14 persons'],
      ['size 60 persons', 'size 6 persons'],
    ],
    adds: `sector daily {
  ${measure('courses', `lead school-office; with integration-office; delivery pooled; ${PAID}`)}
}`,
    without: [['delivery pooled', 'delivery in-house']],
    rule: 'mandates/no-regional-pooling',
  },
  {
    title: 'names who directs and who pays',
    adds: `sector daily {
  ${measure('direct', `lead housing-office; with integration-office; ${PAID}`)}
}`,
    without: [['lead housing-office\n    with integration-office\n    budget 100000 SEK per year from own', 'with housing-office, integration-office']],
    rule: 'accountability/no-accountable',
  },
  {
    title: 'hands over to a named organisation after three years',
    adds: `phase guided "Guided years" { from settlement; lasts 3 years; then settled-phase when "three years have passed" }
phase settled-phase "Years after" { from guided }
${organisation('welfare', 'service-provider', 'formal', 'contract', 'supervised by council')}
sector daily {
  ${measure('guide', `lead housing-office; with integration-office; in guided; hands over to welfare when "three years have passed"; ${PAID}`)}
  ${measure('after', `accountable school-office; responsible welfare; with housing-office; in settled-phase; ${PAID}`)}
}`,
    without: [['    hands over to welfare when "three years have passed"\n', '']],
    rule: 'coverage/phase-handover-missing',
  },
  {
    title: 'lets those help who came the same way',
    changes: [
      ['  kind migrant-council\n  members newcomers', '  kind stakeholder-council\n  members cross'],
      ['"Migrant council"', '"Council of associations"'],
    ],
    adds: `${organisation('cross', 'ngo', 'formal', 'partnership').replace('role formal', 'role formal\n  contributes "Mentors who are experts by experience"')}
sector living {
  ${measure('mentors', `accountable housing-office; responsible cross; with integration-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['Mentors who are experts by experience', 'Mentors']],
    rule: 'participation/no-migrant-actor',
  },
  {
    title: 'is for one group, and says why it leaves out the others',
    changes: [
      [
        'size 320 persons on 2024-12-31 }\ngroup women "Women among newcomers" { size 150 persons on 2024-12-31 }\ngroup youth "Young newcomers" { age 16 to 25; size 60 persons on 2024-12-31 }',
        'age 16 to 64; size 320 persons on 2024-12-31 }',
      ],
      ['groups newcomers, women, youth', 'groups newcomers'],
      ['  principle "Integration', '  excludes "Labour migrants" because "Their employers see to them, survey of 2023"\n  principle "Integration'],
    ],
    without: [['  excludes "Labour migrants" because "Their employers see to them, survey of 2023"\n', '']],
    rule: 'coverage/single-group',
  },
  {
    title: 'gives duties a floor, though places that want to do more are many',
    of: STATE,
    without: [['  standard at least 1 homes within 1 year\n', '']],
    rule: 'mandates/no-minimum-standard',
  },
  {
    title: 'pays a partnership where no law asks for procurement',
    adds: `${organisation('cross', 'ngo', 'formal', 'partnership').replace('equality-clause yes', 'equality-clause yes; amount 400000 SEK per year')}
sector living {
  ${measure('cafe', `accountable housing-office; responsible cross; with integration-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [
      ['country SE', 'country NO'],
      ['; basis "Decision of the council"', ''],
    ],
    rule: 'partners/partnership-where-procured',
  },
  {
    title: 'has an idea-based partnership on a legal ground',
    adds: `${organisation('cross', 'ngo', 'formal', 'partnership').replace('basis "Decision of the council"', 'basis "Partnership where no market competes"')}
sector living {
  ${measure('cafe', `accountable housing-office; responsible cross; with integration-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['basis "Partnership where no market competes"; ', '']],
    rule: 'partners/agreement-without-basis',
  },
  {
    title: 'moves the means down and keeps the content above',
    of: STATE,
    without: [['  funding grant\n  discretion instruments\n', '']],
    rule: 'mandates/partial-decentralisation',
  },
  {
    title: 'hears people in an evening and not in a standing body',
    adds: `consultation evening "Evening at the school" { involved in design; period 2025-03; with newcomers; participants 40; input used "Courses begin after work" }`,
    without: [
      ['consultation evening', 'body evening'],
      ['period 2025-03; with newcomers; participants 40; input used "Courses begin after work"', 'kind stakeholder-council; members newcomers'],
    ],
    rule: 'participation/body-without-meetings',
  },
  {
    title: 'leaves it to the place how partners work together',
    changes: [
      ['  coordinator integration-office\n', '  coordinator jointly integration-office, school-office under table\n'],
      [
        'members integration-office, school-office, housing-office, bakery, migrant-council',
        'members integration-office, school-office, housing-office, bakery, cross, church, migrant-council',
      ],
    ],
    adds: `${organisation('cross', 'ngo', 'formal', 'partnership')}
${organisation('church', 'religious-community', 'formal', 'partnership')}
sector living {
  ${measure('desk', `lead housing-office; with cross, church, bakery, school-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['  coordinator jointly integration-office, school-office under table\n', '']],
    rule: 'accountability/no-coordinator',
  },
  {
    title: 'leaves a loose group of volunteers loose',
    adds: `${volunteers('walkers')}
sector living {
  ${measure('walks', `accountable school-office; responsible walkers; supported by housing-office; ${PAID}`).replace('in-work', 'settled')}
}`,
    without: [['role informal; contributes "Company"', 'role formal; contributes "Company"']],
    rule: 'partners/task-without-agreement',
  },
  {
    title: 'invites municipalities with money and binds none',
    of: STATE,
    changes: [['force must', 'force should']],
    without: [['  funding grant\n', '']],
    rule: 'mandates/voluntary-only',
  },
  {
    title: 'stands in the other plans of the town',
    without: [['  anchored in financial "Financial plan 2025–2030"\n', '']],
    rule: 'adoption/not-anchored',
  },
];

const problems = (text: string) => problemsOf(fixture(text)).map((d) => `${d.range.start.line + 1} ${d.rule}: ${d.message}`);
const replaced = (text: string, from: string, to: string): string => {
  assert.ok(text.includes(from), `"${from}" stands in the plan`);
  return text.replaceAll(from, to);
};

describe('what the research names as good or as an exception', () => {
  it('starts from plans on which no rule has anything to say', () => {
    assert.deepEqual(problems(TOWN + ACT), []);
    assert.deepEqual(problems(STATE), []);
  });
  for (const { title, of = TOWN, changes = [], adds = '', without, rule } of PATTERNS) {
    it(`passes a plan that ${title}`, () => {
      const plan = changes.reduce((text, [a, b]) => replaced(text, a, b), `${of}\n${adds}\n${of === TOWN ? ACT : ''}`);
      assert.deepEqual(problems(plan), []);
      assert.ok(
        problems(without.reduce((text, [a, b]) => replaced(text, a, b), plan)).some((found) => found.includes(rule)),
        `${rule} speaks without it`,
      );
    });
  }
});
