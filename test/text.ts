import fc from 'fast-check';

/** A plan that uses every part of the language: what the mutators start from. */
export const SAMPLE = `# A comment of the plan
plan town "Plan of the town" {
  level local
  territory "Town" NO-3099
  under state
  period 2025 to 2028
  adopted 2024-12-10 by council as "case 112/24"
  review yearly by council
}
actor council "Council" { type council; contact "Head" "head@town.example" }
partner cross "Red Cross" {
  type ngo
  agreement "Agreement 2025" {
    kind partnership
    amount 400000 NOK per year
  }
}
group women "Women" { size 320 persons on 2024-12-31; priority high }
sector work "Work" {
  field work
  about """
    Long *text*
    of two lines
    """
  measure cafe "Job café" {
    number "3.2"
    lead council
    with cross,
      council
    period 2025-03 to 2027
    budget 150000 NOK per year from grant
    step "Agree" by 2026-06 ongoing
  }
  target jobs "Jobs" { measured by in-work; at least 55% by 2028 }
  indicator in-work "In work" {
    unit percent
    baseline 41% on 2023-12-31
    value 43% on 2024-12-31 { women 38%; men 47% }
    source register "Register of work"
  }
}
# Why it is accepted
waive coverage/group-without-measure on women until 2026-06-30
  approved by council
  because "Needs survey in spring"
`;

/** Pieces that break things: braces, quotes, every kind of line break, marks of direction, lone surrogates. */
export const NASTY = [
  '{',
  '}',
  '"',
  '"""',
  '#',
  ';',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  '\u202E',
  '\t',
  '\\',
  '\nplan ',
  '\nsector x "X" {',
  '\n}',
  ' by ',
  '\nbecause ',
  'tbd',
  '2026-02-30',
  '55%',
  '🧭',
  'é',
  '<<<<<<<',
  '\n# c',
  '__proto__',
  'constructor',
];

export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Random edits: places are fractions of the text, so that they fit whatever came before. */
export const changes = (most: number): fc.Arbitrary<readonly Change[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 1, arbitrary: fc.integer({ min: 5, max: 300 }) },
      ),
      insert: fc.oneof(
        fc.constantFrom(...NASTY),
        fc.constant(''),
        fc.string({ maxLength: 6 }),
        fc.integer({ min: 0, max: SAMPLE.length - 40 }).map((i) => SAMPLE.slice(i, i + 40)),
      ),
    }),
    { minLength: 1, maxLength: most },
  );

export function apply(text: string, change: Change): { span: { start: number; end: number }; text: string } {
  const start = Math.min(text.length, Math.floor(change.at * (text.length + 1)));
  return { span: { start, end: Math.min(text.length, start + change.remove) }, text: change.insert };
}
