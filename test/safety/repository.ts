// Plan repositories as people might have them, and what people do to them.
import fc from 'fast-check';
import { NASTY } from '../text.ts';

/** Texts by their paths below the folder that is opened. */
export type Texts = Readonly<Record<string, string>>;

const FIELDS = ['housing', 'employment', 'education', 'health'] as const;
const field = fc.constantFrom(...FIELDS);

interface Sector {
  readonly field: (typeof FIELDS)[number];
  readonly lead: string;
  readonly measures: readonly { readonly budget: number; readonly fund: string; readonly status: string; readonly until: number }[];
  readonly data: boolean;
}
const actor = fc.constantFrom('office', 'council', 'agency', 'nobody');
const sector: fc.Arbitrary<Sector> = fc.record({
  field,
  lead: actor,
  measures: fc.array(
    fc.record({
      budget: fc.integer({ min: 1, max: 900 }),
      fund: fc.constantFrom('grant', 'own', 'gone'),
      status: fc.constantFrom('planned', 'ongoing', 'done'),
      until: fc.integer({ min: 2024, max: 2030 }),
    }),
    { maxLength: 3 },
  ),
  data: fc.boolean(),
});

const written = ({ field, lead, measures, data }: Sector): string => `sector ${field} "Sector of ${field}" {
  field ${field}
  lead ${lead}
  responsibility answer-${field} "Answers for ${field}" { accountable ${lead}; fulfils settle; deadline by 2027-06-30 }
${measures
  .map(
    ({ budget, fund, status, until }, i) => `  measure ${field}-${i} "Measure ${i} of ${field}" {
    lead ${lead}
    for women
    serves more-${field}
    period 2025 to ${until}
    budget ${budget}000 NOK per year from ${fund}
    status ${status}
  }
`,
  )
  .join('')}  target more-${field} "More ${field}" { measured by in-${field}; at least 55% by 2028 }
  indicator in-${field} "In ${field}" {
    unit percent
    baseline 41% on 2023-12-31
${data ? `    data "${field}.csv"\n` : ''}    source register "Register"
    frequency yearly
  }
}
`;

const town = fc.record({
  under: fc.constantFrom('state', 'county', undefined),
  uses: fc.boolean(),
  period: fc.integer({ min: 2024, max: 2029 }),
  together: fc.boolean(),
  sectors: fc.uniqueArray(sector, { maxLength: 3, selector: (one) => one.field }),
});

/** A state, its framework, up to three towns, their data and a configuration. */
export const repository: fc.Arbitrary<Texts> = fc
  .record({ towns: fc.array(town, { minLength: 1, maxLength: 3 }), config: fc.option(fc.constantFrom(...configs()), { nil: undefined }) })
  .map(({ towns, config }) => {
    const texts: Record<string, string> = {
      'state/plan.iplan':
        'plan state "State plan" { level national; period 2020 to 2035; status adopted }\nactor agency "State agency" { type agency }\nfund grant "Grant" { from agency; amount 4000000 NOK per year }\nmandate settle "Settle refugees" { from agency; to local; force must }\n',
      'state/charter.iplan': 'framework charter "Charter" {\n  item equal "Equal access" { indicator access "Access" { unit percent } }\n}\n',
    };
    if (config !== undefined) texts['iplan.config.json'] = config;
    for (const [i, { under, uses, period, together, sectors }] of towns.entries()) {
      const head = `plan town-${i} "Plan of town ${i}" {\n  level local\n  period ${period} to 2030\n${under === undefined ? '' : `  under ${under}\n`}${uses ? '  uses charter\n' : ''}}\nactor council "Council" { type council }\nactor office "Office" { type department; part of council }\ngroup women "Women" { size 320 persons on 2024-12-31 }\nfund own "Own means" { from council; amount 90000 NOK per year }\n`;
      const parts = sectors.map((one) => [one.field, written(one)] as const);
      texts[`town-${i}/plan.iplan`] = together ? head + parts.map(([, text]) => text).join('') : head;
      if (!together) for (const [name, text] of parts) texts[`town-${i}/${name}.iplan`] = text;
      for (const { field: name, data } of sectors) if (data) texts[`town-${i}/${name}.csv`] = `indicator,date,value\nin-${name},2024-12-31,43\n`;
    }
    return texts;
  });

function configs(): readonly string[] {
  return [
    '{ "profile": "thorough" }',
    '{ "profile": "essential" }',
    '{ "exclude": ["town-1/**"] }',
    '{ "frameworks": ["state"] }',
    '{ "rules": { "names/',
    '{',
  ];
}

const which = fc.nat(40);
/** Something that somebody does; files are chosen by their place in the list of those there are, places in a text are fractions of it. */
export type Deed =
  | { readonly do: 'type'; readonly file: number; readonly at: number; readonly remove: number; readonly insert: string }
  | { readonly do: 'paste'; readonly file: number; readonly from: number; readonly at: number; readonly line: number; readonly lines: number }
  | { readonly do: 'rename'; readonly file: number; readonly at: number; readonly name: string }
  | { readonly do: 'move'; readonly file: number; readonly to: string }
  | { readonly do: 'checkout'; readonly texts: Texts }
  | { readonly do: 'open' | 'save' | 'close' | 'remove'; readonly file: number }
  | { readonly do: 'write'; readonly path: string; readonly text: string | undefined };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      file: which,
      at: fraction,
      remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
      insert: fc.constantFrom(...NASTY, '', 'x', '\n  lead office', '\n  status done', '\n}\n', ' "Ny tittel æøå" '),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('paste' as const), file: which, from: which, at: fraction, line: fraction, lines: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rename' as const), file: which, at: fraction, name: fc.constantFrom('renamed', 'office', 'women', '__proto__') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), file: which, to: fc.constantFrom('town-0', 'town-1', 'state', 'new/deep', '.') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('checkout' as const), texts: repository }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'save' as const, 'close' as const), file: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), file: which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('write' as const), path: fc.constant('iplan.config.json'), text: fc.constantFrom(undefined, ...configs()) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      path: fc.tuple(fc.nat(2), field).map(([i, name]) => `town-${i}/${name}.csv`),
      text: fc.oneof(
        fc.constantFrom(undefined, '', 'x\n', 'indicator,date,value\n"'),
        fc
          .tuple(field, fc.integer({ min: -5, max: 120 }))
          .map(([name, value]) => `indicator,date,value\nin-${name},2024-12-31,${value}\nin-${name},2025-12-31,44\n`),
      ),
    }),
  },
);
