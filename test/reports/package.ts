// What a tabular data package (Frictionless, version 1) says of itself and of its tables.
import { Ajv } from 'ajv';

const text = { type: 'string', minLength: 1 };
const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };
const exactly = (properties: object, required: readonly string[]) => ({ type: 'object', additionalProperties: false, required, properties });

const field = exactly(
  {
    name: text,
    title: text,
    description: text,
    type: {
      enum: [
        ...['string', 'number', 'integer', 'boolean', 'object', 'array', 'date', 'time', 'datetime'],
        ...['year', 'yearmonth', 'duration', 'geopoint', 'geojson', 'any'],
      ],
    },
  },
  ['name'],
);

const resource = exactly(
  {
    profile: { const: 'tabular-data-resource' },
    name,
    // A file beside the package or below it: not of the whole disk, of a home or of the folder above.
    path: { type: 'string', pattern: '^(?![./~])(?!file:)(?!.*(?:/\\.\\./|\\\\|://)).+$' },
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^.+/.+$' },
    encoding: { const: 'utf-8' },
    // Without it readers guess, and take a comma in a sentence for something else.
    dialect: exactly(
      {
        delimiter: { const: ',' },
        lineTerminator: { const: '\r\n' },
        quoteChar: { const: '"' },
        doubleQuote: { const: true },
        skipInitialSpace: { const: false },
        header: { const: true },
      },
      ['delimiter', 'lineTerminator', 'quoteChar', 'doubleQuote', 'skipInitialSpace', 'header'],
    ),
    schema: exactly({ fields: { type: 'array', minItems: 1, items: field }, missingValues: { type: 'array', items: { type: 'string' } } }, ['fields']),
  },
  ['profile', 'name', 'path', 'dialect', 'schema'],
);

const validate = new Ajv({ strict: true, allErrors: true }).compile(
  exactly({ profile: { const: 'tabular-data-package' }, name, title: text, description: text, resources: { type: 'array', minItems: 1, items: resource } }, [
    'profile',
    'resources',
  ]),
);

/** What is wrong with the description of a package. A name stands once: of a table among tables, of a field in its table. */
export function wrongInPackage(described: unknown): readonly string[] {
  if (!validate(described)) return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  const { resources } = described as { resources: readonly { name: string; schema: { fields: readonly { name: string }[] } }[] };
  return [resources, ...resources.map(({ schema }) => schema.fields)].flatMap((named) =>
    named.filter((one, i) => named.findIndex((other) => other.name === one.name) < i).map((one) => `${one.name} stands twice`),
  );
}
