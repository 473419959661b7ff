// Writes schemas/config.schema.json from the rules and their options, and the validators that Ajv compiles of the schemas, so that
// nothing is compiled at run time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { COUNTRIES } from '../server/src/language/countries.ts';
import { PLAN_VERSION } from '../server/src/reports/plan/json.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { TABLES } from '../server/src/views/tables.ts';
import { root } from './lib/node.mjs';

const severity = { enum: ['off', 'information', 'warning', 'error'], description: 'How much the rule weighs; "off" silences it.' };

export function configSchema() {
  const rules = Object.fromEntries(
    RULES.map((rule) => [
      rule.id,
      {
        description: rule.summary,
        anyOf: [
          severity,
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              severity,
              ...Object.fromEntries(
                Object.entries(rule.options ?? {}).map(([name, option]) => [
                  name,
                  { type: typeof option.default, default: option.default, description: option.doc },
                ]),
              ),
            },
          },
        ],
      },
    ]),
  );
  const texts = (description, sample) => ({ type: 'array', maxItems: 1000, items: { type: 'string', maxLength: 256 }, description, examples: [sample] });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of iplan',
    description: 'How the plans below this folder are checked. The nearest configuration above a file holds for it.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', maxLength: 256 },
      profile: {
        enum: ['essential', 'recommended', 'thorough'],
        default: 'recommended',
        description: 'essential: errors only; recommended: what every plan should answer; thorough: also what only careful plans answer.',
      },
      asOf: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day that plans are judged against; today where it is not given.' },
      jurisdiction: {
        enum: COUNTRIES,
        description: 'The country of the plans that do not say theirs, as a two-letter code of ISO 3166: some rules differ from country to country.',
      },
      rules: {
        type: 'object',
        description: 'The severity and the options of single rules.',
        propertyNames: { enum: RULES.map((rule) => rule.id) },
        additionalProperties: true,
        properties: rules,
      },
      exclude: texts('Files to leave out: globs relative to this folder.', ['archive/**']),
      frameworks: texts('Folders with more frameworks, beside or below this file.', ['frameworks']),
      baseline: {
        type: 'string',
        maxLength: 256,
        pattern: 'baseline\\.json$',
        description: 'A file with the findings that were there at first, beside or below this file: they are shown as hints and fail no run.',
        examples: ['iplan.baseline.json'],
      },
    },
  };
}

/**
 * The same with one shape for all rules: which options a rule has is asked of the rules themselves, and a validator with a branch
 * for each rule would be larger than all rules together.
 */
function plainSchema() {
  const schema = configSchema();
  const { rules } = schema.properties;
  const setting = { type: 'object', properties: { severity }, additionalProperties: { type: ['number', 'string', 'boolean'] } };
  schema.properties.rules = { type: 'object', propertyNames: rules.propertyNames, additionalProperties: { anyOf: [severity, setting] } };
  return schema;
}

function compiled(schema) {
  const ajv = new Ajv({ code: { source: true, esm: true }, allErrors: false, strict: true, allowUnionTypes: true });
  // What the code requires of Ajv at run time is imported: neither a module nor a browser has `require`.
  const code = standalone
    .default(ajv, ajv.compile(schema))
    .replace(/const (\w+) = require\("([^"]+)"\)\.default;/g, 'import $1Module from "$2.js";const $1 = $1Module.default;');
  return `// Compiled from the schema; \`npm run generate\` writes it anew.\n${code}`;
}

/** What `iplan report --format json` writes: its tables are those of the views. */
export function planSchema() {
  const types = {
    text: { type: 'string', minLength: 1 },
    number: { type: 'number' },
    date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  };
  const record = (description, properties, required) => ({ type: 'object', description, additionalProperties: false, required, properties });
  const text = (description) => ({ ...types.text, description });
  const day = (description) => ({ ...types.date, description });
  const tables = TABLES.map(({ id, about, columns }) => [
    id,
    {
      type: 'array',
      description: about,
      items: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, { ...types[column.type], description: column.about }])),
      },
    },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A plan as data',
    ...record(
      "What `iplan report --format json` writes. A cell that holds nothing is left out. New tables and fields may come within a version; a field that goes or changes its meaning raises it. Every text is the plan's own: escape it before you show it.",
      {
        version: { const: PLAN_VERSION },
        tool: record('What wrote it.', { name: { const: 'iplan' }, version: { type: 'string' } }, ['name', 'version']),
        asOf: day('The day that the plan was judged against.'),
        plan: record(
          'What the plan says of itself.',
          {
            id: { type: 'string' },
            title: { type: 'string' },
            kind: text('action-plan, strategy, statute, pact, monitor or project.'),
            level: { type: 'array', items: { type: 'string' }, description: 'The levels of government.' },
            status: text('Where it stands.'),
            territory: text('The territory it is for.'),
            territoryCode: text('The code of the territory.'),
            country: text('The country, as a two-letter code.'),
            currency: text('The currency of amounts without a code.'),
            language: text('The language it is written in.'),
            from: day('The first day of its period.'),
            to: day('The last day of its period.'),
            coordinator: text('Who coordinates it.'),
            review: text('How often it is reviewed, and by whom.'),
            vision: text('What it is all for.'),
            about: text('What it is, in Markdown.'),
          },
          ['id', 'title', 'kind', 'level'],
        ),
        tables: record(
          'Everything the plan says, as tables.',
          Object.fromEntries(tables),
          TABLES.map(({ id }) => id),
        ),
      },
      ['version', 'tool', 'asOf', 'plan', 'tables'],
    ),
  };
}

/** The files that this script keeps, by path. */
export function schemaFiles() {
  const report = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
  return {
    'schemas/config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
    'schemas/plan.schema.json': `${JSON.stringify(planSchema(), null, 2)}\n`,
    'server/src/config/validate.generated.js': compiled(plainSchema()),
    'test/validate-report.generated.js': compiled(report),
  };
}
