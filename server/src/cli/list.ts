import { isKind, KINDS, type Kind } from '../language/vocabulary.ts';
import { type Expression, parseQuery, QueryError } from '../query/expression.ts';
import { fieldsOf, rowsOf } from '../query/query.ts';
import { terminal } from '../reports/escape.ts';
import { listingCsv, listingJson, listingTable } from '../reports/listing.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { askedFor } from './asked.ts';
import { gathered } from './checking.ts';
import { dayOf, today } from './days.ts';
import { hereOf } from './judging.ts';
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
  const { workspace, uris, failures, leftOut } = gathered(
    await askedFor(where.length === 0 ? ['.'] : where, options.get('stdin-path')),
    { today: day },
    () => {},
  );
  const listing = { rows: rowsOf(workspace, new Set(uris), kinds, question), columns, shown: hereOf };
  process.stdout.write(
    format === 'table' ? listingTable(listing, process.stdout.columns ?? 160) : format === 'csv' ? listingCsv(listing) : listingJson(listing),
  );
  for (const sentence of [...failures, ...leftOut]) process.stderr.write(`${terminal(sentence)}\n`);
  return failures.length > 0 ? 2 : 0;
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
