import { monthsOf } from '../language/times.ts';
import { type Kind, kindRow } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Expression, Literal, Operator } from './expression.ts';
import { type Atom, atomsOf, factsOf, said, text } from './values.ts';

/** One declaration that was asked for. */
export interface Row {
  readonly declaration: Declaration;
  readonly scope: Scope;
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

/** What is known of each declaration beside its statements, where no statement has that name. */
const GIVEN: Readonly<Record<string, (row: Row) => string>> = {
  kind: ({ declaration }) => declaration.kind,
  id: ({ declaration }) => declaration.id,
  title: ({ declaration }) => declaration.title,
  plan: ({ scope }) => scope.id,
  'plan title': ({ scope }) => scope.title,
  sector: ({ declaration, scope }) => scope.sectorOf(declaration)?.id ?? '',
  inside: ({ declaration }) => declaration.parent?.id ?? '',
};

/** The names that may be asked about, and shown, of some kinds. */
export function fieldsOf(kinds: readonly Kind[]): readonly string[] {
  return [...new Set([...Object.keys(GIVEN), ...kinds.flatMap((kind) => Object.keys(kindRow(kind).rows))])];
}

/** The declarations of some kinds that stand in some files and answer a question with yes, in the order of files and lines. */
export function rowsOf(workspace: Workspace, uris: ReadonlySet<string>, kinds: readonly Kind[], where: Expression | undefined): readonly Row[] {
  const rows = workspace.scopes.list.flatMap((scope) =>
    scope.of(...kinds).flatMap((declaration): Row[] => {
      const uri = uriOf(declaration.node.chunk);
      const range = uris.has(uri) ? workspace.files.get(uri)?.tree.rangeIn(declaration.node.chunk, declaration.node.head) : undefined;
      return range === undefined ? [] : [{ declaration, scope, uri, line: range.start.line }];
    }),
  );
  const found = where === undefined ? rows : rows.filter((row) => holds(where, row));
  return found.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.line - b.line));
}

/** What a column says of a declaration: a statement may stand several times. */
export function cellOf(row: Row, field: string): readonly string[] {
  if (isStatement(row, field)) return factsOf(row.declaration, field).map(said);
  const given = GIVEN[field]?.(row) ?? '';
  return given === '' ? [] : [given];
}

const isStatement = ({ declaration }: Row, field: string): boolean => Object.hasOwn(kindRow(declaration.kind).rows, field);

function holds(expression: Expression, row: Row): boolean {
  switch (expression.kind) {
    case 'and':
      return holds(expression.left, row) && holds(expression.right, row);
    case 'or':
      return holds(expression.left, row) || holds(expression.right, row);
    case 'not':
      return !holds(expression.inner, row);
    case 'says':
      return cellOf(row, expression.field).length > 0;
    case 'compare': {
      const { field, operator, literal } = expression;
      const atoms = isStatement(row, field) ? factsOf(row.declaration, field).flatMap((fact) => atomsOf(fact, row.scope)) : cellOf(row, field).map(text);
      return operator === '!=' ? !atoms.some((atom) => meets(atom, '=', literal)) : atoms.some((atom) => meets(atom, operator, literal));
    }
  }
}

/** Only like is compared with like: a date with dates, a number with numbers, a percentage with percentages. */
function meets(atom: Atom, operator: Exclude<Operator, '!='>, literal: Literal): boolean {
  if (operator === 'has') return atom.kind === 'text' && folded(atom.text).includes(folded(literal.kind === 'text' ? literal.text : written(literal)));
  if (atom.kind === 'date' && literal.kind === 'date') return spans(atom, operator, literal.date);
  if (atom.kind === 'number' && literal.kind === 'number')
    return (literal.unit === undefined || literal.unit === atom.unit) && compared(atom.number - literal.number, operator);
  if (atom.kind === 'duration' && literal.kind === 'duration') return compared(monthsOf(atom.duration) - monthsOf(literal.duration), operator);
  return atom.kind === 'text' && operator === '=' && folded(atom.text) === folded(literal.kind === 'text' ? literal.text : written(literal));
}

const folded = (words: string): string => words.normalize('NFC').toLowerCase();
const written = (literal: Exclude<Literal, { kind: 'text' }>): string =>
  literal.kind === 'date' ? literal.date.text : literal.kind === 'number' ? String(literal.number) : `${literal.duration.count} ${literal.duration.unit}`;

function compared(difference: number, operator: string): boolean {
  if (Math.abs(difference) < 1e-9) return operator.includes('=');
  return difference < 0 ? operator.startsWith('<') : operator.startsWith('>');
}

/** A span lies before another when it has ended by then, and equals it when it lies inside. */
function spans(atom: { readonly start: string; readonly end: string }, operator: string, literal: { readonly start: string; readonly end: string }): boolean {
  if (operator === '<') return atom.end < literal.start;
  if (operator === '<=') return atom.end <= literal.end;
  if (operator === '>') return atom.start > literal.end;
  if (operator === '>=') return atom.start >= literal.start;
  return atom.start >= literal.start && atom.end <= literal.end;
}
