import { say } from '../../text/say.ts';
import type { Cell, Column, Table } from '../../views/table.ts';
import { tablesOf } from '../../views/tables.ts';
import { csvField, csvText, plain } from '../escape.ts';
import type { Dossier, Files } from './format.ts';

const TYPES: Readonly<Record<Column['type'], string>> = { text: 'string', number: 'number', date: 'date' };

/** A Frictionless data package: `datapackage.json` and a CSV file a table. */
export function csv(dossier: Dossier): Files {
  const tables = tablesOf(dossier);
  return new Map([['datapackage.json', packageOf(dossier, tables)], ...tables.map((table) => [`${table.id}.csv`, sheet(table)] as const)]);
}

/** Lines end as RFC 4180 has them. */
const sheet = (table: Table): string =>
  [table.columns.map(({ key }) => key), ...table.rows.map((row) => table.columns.map(({ key, type }) => shown(row.cells[key], type)))]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('');

const shown = (cell: Cell, type: Column['type']): string => (cell === undefined ? '' : type === 'text' ? csvText(String(cell)) : String(cell));

function packageOf({ scope, today, version }: Dossier, tables: readonly Table[]): string {
  const resources = tables.map((table) => ({
    name: table.id,
    path: `${table.id}.csv`,
    title: table.title,
    description: table.about,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
    schema: {
      fields: table.columns.map(({ key, title, type, about }) => ({ name: key, title, type: TYPES[type], description: about })),
      missingValues: [''],
    },
  }));
  const described = {
    profile: 'tabular-data-package',
    name: nameOf(scope.id),
    title: plain(scope.title),
    description: say`The plan as tables, written by iplan ${version} as of ${today}.`,
    resources,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** A name as data packages have them: lower case letters of ASCII, digits, `-`, `_`, `.`. */
const nameOf = (id: string): string =>
  id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '') || 'plan';
