import { isKind, KINDS, type Kind } from '../language/vocabulary.ts';
import { type Expression, parseQuery, QueryError } from '../query/expression.ts';
import { byPlace, fieldsOf, type Question, type Row, rowsOf } from '../query/query.ts';
import { terminal } from '../reports/escape.ts';
import { listingCsv, listingJson, listingTable } from '../reports/listing.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { askedFor } from './asked.ts';
import { dayOf, today } from './days.ts';
import { hereOf } from './judging.ts';
import { partOf, partsOf, Reader } from './parts.ts';
import { type Scan, scanned, unitsOf } from './scan.ts';
import { oneOf, readArguments, UsageError } from './usage.ts';

/** `iplan list KIND [paths…]`: the declarations of a kind that answer a question, over any number of plans. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['where', 'columns', 'format', 'as-of', 'stdin-path'], []);
  const format = oneOf(options, 'format', ['table', 'csv', 'json'] as const) ?? 'table';
  const [asked, ...where] = paths;
  if (asked === undefined) throw new UsageError(say`Say what to list: ${LISTED.join(', ')}.`);
  const kinds = asked.split(',').map(kindOf);
  const fields = fieldsOf(kinds);
  const day = dayOf(options) ?? today();
  const question = questionOf(options.get('where'), fields, day);
  const columns = options
    .get('columns')
    ?.split(',')
    .map((column) => columnOf(column.trim(), fields)) ?? [...new Set(['plan', ...(kinds.length > 1 ? ['kind'] : []), 'id', 'title', ...fieldsIn(question)])];
  const scan = await scanned(await askedFor(where.length === 0 ? ['.'] : where, options.get('stdin-path')), { today: day }, undefined, () => {});
  const listing = { rows: rowsIn(scan, { kinds, where: question, columns }), columns, shown: hereOf };
  process.stdout.write(
    format === 'table' ? listingTable(listing, process.stdout.columns ?? 160) : format === 'csv' ? listingCsv(listing) : listingJson(listing),
  );
  for (const sentence of [...scan.failures, ...scan.leftOut]) process.stderr.write(`${terminal(sentence)}\n`);
  return scan.failures.length > 0 ? 2 : 0;
}

/** The rows of a repository. It is read part by part, so that a whole country needs no more memory than what is found in it. */
function rowsIn(scan: Scan, question: Question): readonly Row[] {
  const wanted = new Set(scan.uris);
  const reader = new Reader(scan.sight.ids, (uri) => scan.configs.settingsOf(uri));
  const rows = partsOf(scan, unitsOf(scan, scan.uris)).flatMap((units) => {
    const { workspace } = reader.read(partOf(scan, units));
    const own = units.flatMap(({ files }) => files.flatMap(({ uri }) => (wanted.has(uri) ? [uri] : [])));
    // Written and read again, for a piece of a text would hold the whole of it.
    return JSON.parse(JSON.stringify(rowsOf(workspace, new Set(own), question))) as readonly Row[];
  });
  return rows.sort(byPlace);
}

const LISTED: readonly Kind[] = KINDS.filter((kind) => kind !== 'waive');

/** A kind as it is written in a plan, or in the plural: `measures`, `bodies`. */
function kindOf(written: string): Kind {
  const word = written.trim();
  const kind = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y')].find((one) => isKind(one) && LISTED.includes(one));
  if (kind !== undefined) return kind as Kind;
  const close = nearest(word.replace(/s$/, ''), LISTED);
  throw new UsageError(
    say`There is no kind "${word}". ${close === undefined ? say`What can be listed: ${LISTED.join(', ')}.` : say`Did you mean "${close}"?`}`,
  );
}

function questionOf(text: string | undefined, fields: readonly string[], day: string): Expression | undefined {
  if (text === undefined) return undefined;
  try {
    return parseQuery(text, fields, day);
  } catch (error) {
    if (error instanceof QueryError) throw new UsageError(say`--where, character ${error.at + 1}: ${error.message}`);
    throw error;
  }
}

function columnOf(column: string, fields: readonly string[]): string {
  if (fields.includes(column)) return column;
  const close = nearest(column, fields);
  throw new UsageError(
    say`There is no column "${column}". ${close === undefined ? say`What can be shown: ${fields.join(', ')}.` : say`Did you mean "${close}"?`}`,
  );
}

function fieldsIn(question: Expression | undefined): readonly string[] {
  if (question === undefined) return [];
  if ('left' in question) return [...fieldsIn(question.left), ...fieldsIn(question.right)];
  return 'inner' in question ? fieldsIn(question.inner) : [question.field];
}
