// What JSON Schema can say about such a plan: its keys, the form of its values, and no word about what its names refer to.

const text = { type: 'string', minLength: 1 };
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]*$', description: 'The name of another declaration.' };
const names = { type: 'array', items: name };
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A date.' };
const status = { enum: ['planned', 'ongoing', 'delayed', 'completed'], description: 'How far it has come.' };
const percent = { type: 'number', minimum: 0, maximum: 100 };
const record = (properties, required = Object.keys(properties)) => ({ type: 'object', properties, required, additionalProperties: false });
const all = (one) => ({ type: 'object', additionalProperties: one });

const measure = record(
  {
    title: text,
    serves: name,
    lead: name,
    with: names,
    for: names,
    deadline: date,
    budget: record({ amount: { type: 'number' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' }, per: text }),
    status,
    about: text,
    steps: { type: 'array', items: record({ title: text, by: date, status }) },
  },
  ['title', 'lead', 'deadline', 'status'],
);
const target = record({ title: text, 'measured-by': name, 'at-least': record({ percent, by: date }) });
const indicator = record({
  title: text,
  unit: { enum: ['percent', 'persons'] },
  baseline: record({ percent, on: date }),
  source: record({ kind: { enum: ['register', 'survey'] }, text }),
  frequency: { enum: ['yearly', 'quarterly', 'monthly'] },
});
const sector = record({
  title: text,
  field: text,
  lead: name,
  groups: names,
  measures: all(measure),
  targets: all(target),
  indicators: all(indicator),
});
const plan = record({
  title: text,
  level: { enum: ['local', 'regional'] },
  period: record({ from: { type: 'integer' }, to: { type: 'integer' } }),
  currency: text,
  coordinator: name,
});
const actor = record({ title: text, type: text, contact: { type: 'array', items: text } });
const group = record({ title: text, size: record({ count: { type: 'integer' }, on: date }) });

export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...record({ plans: all(plan), actors: all(actor), groups: all(group), sectors: all(sector) }, []),
};

/** The same for Spectral, which wraps a schema in a rule, and some of what the checker of plans asks. */
// biome-ignore lint/suspicious/noThenProperty: Spectral's word for what a rule does.
const must = (given, field, message) => ({ given, message, severity: 'error', then: { field, function: 'truthy' } });
const measures = '$.sectors[*].measures[*]';
export const ruleset = {
  rules: {
    // biome-ignore lint/suspicious/noThenProperty: as above.
    schema: { given: '$', severity: 'error', then: { function: 'schema', functionOptions: { schema } } },
    'measure-lead': must(measures, 'lead', 'A measure needs somebody who leads it.'),
    'measure-deadline': must(measures, 'deadline', 'A measure needs a deadline.'),
    'measure-serves': must(measures, 'serves', 'A measure serves a target.'),
    'target-indicator': must('$.sectors[*].targets[*]', 'measured-by', 'A target needs an indicator.'),
    'indicator-baseline': must('$.sectors[*].indicators[*]', 'baseline', 'An indicator needs a baseline.'),
  },
};
