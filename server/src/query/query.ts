import { monthsOf } from '../language/times.ts';
import { type Kind, kindRow } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Expression, Literal, Operator } from './expression.ts';
import { type Atom, atomsOf, factsOf, said, text } from './values.ts';

/** One declaration that was asked for, as plain data. */
export interface Row {
  readonly kind: Kind;
  /** The id of its plan. */
  readonly plan: string;
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  /** What each of the columns says of it: a statement may stand several times. */
  readonly cells: readonly (readonly string[])[];
}

/** A question: which declarations of some kinds are wanted, and what is to be told of them. */
export interface Question {
  readonly kinds: readonly Kind[];
  readonly where: Expression | undefined;
  readonly columns: readonly string[];
}

/** A declaration with the plan that it stands in. */
interface Asked {
  readonly declaration: Declaration;
  readonly scope: Scope;
}

/** What is known of each declaration beside its statements, where no statement has that name. */
const GIVEN: Readonly<Record<string, (asked: Asked) => string>> = {
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

/** The declarations that stand in some files and answer a question with yes, in the order of files and lines. */
export function rowsOf(workspace: Workspace, uris: ReadonlySet<string>, { kinds, where, columns }: Question): readonly Row[] {
  const rows = workspace.scopes.list.flatMap((scope) =>
    scope.of(...kinds).flatMap((declaration): Row[] => {
      const uri = uriOf(declaration.node.chunk);
      const range = uris.has(uri) ? workspace.files.get(uri)?.tree.rangeIn(declaration.node.chunk, declaration.node.head) : undefined;
      const asked = { declaration, scope };
      if (range === undefined || (where !== undefined && !holds(where, asked))) return [];
      const { kind, id, title } = declaration;
      return [{ kind, plan: scope.id, id, title, uri, line: range.start.line, cells: columns.map((column) => cellOf(asked, column)) }];
    }),
  );
  return rows.sort(byPlace);
}

export const byPlace = (a: Row, b: Row): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.line - b.line);

function cellOf(asked: Asked, field: string): readonly string[] {
  if (isStatement(asked, field)) return factsOf(asked.declaration, field).map(said);
  const given = GIVEN[field]?.(asked) ?? '';
  return given === '' ? [] : [given];
}

const isStatement = ({ declaration }: Asked, field: string): boolean => Object.hasOwn(kindRow(declaration.kind).rows, field);

function holds(expression: Expression, asked: Asked): boolean {
  switch (expression.kind) {
    case 'and':
      return holds(expression.left, asked) && holds(expression.right, asked);
    case 'or':
      return holds(expression.left, asked) || holds(expression.right, asked);
    case 'not':
      return !holds(expression.inner, asked);
    case 'says':
      return cellOf(asked, expression.field).length > 0;
    case 'compare': {
      const { field, operator, literal } = expression;
      const { declaration, scope } = asked;
      const atoms = isStatement(asked, field) ? factsOf(declaration, field).flatMap((fact) => atomsOf(fact, scope)) : cellOf(asked, field).map(text);
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
