// Writes schemas/config.schema.json from the rules and their options, and the validators that Ajv compiles of the schemas, so that
// nothing is compiled at run time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { COUNTRIES } from '../server/src/language/countries.ts';
import { RULES } from '../server/src/rules/rules.ts';
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

/** The files that this script keeps, by path. */
export function schemaFiles() {
  const report = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
  return {
    'schemas/config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
    'server/src/config/validate.generated.js': compiled(plainSchema()),
    'test/validate-report.generated.js': compiled(report),
  };
}
