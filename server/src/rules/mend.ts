import type { Day } from '../language/dates.ts';
import { withArticle } from '../language/nouns.ts';
import { sampleOf } from '../language/sample.ts';
import type { Ref } from '../language/shape.ts';
import { isKind, type Kind, kindRow } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { mayStand } from '../syntax/heads.ts';
import type { Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import type { Edit, Span } from '../text/span.ts';

/** A mend that is mechanical. Edits are spans of the chunk that `node` stands in. */
export interface Fix {
  /** What is done, as an order: `Remove the waiver`. */
  readonly title: string;
  readonly node: Statement;
  readonly edits: readonly Edit[];
  /** The plan means the same afterwards, so it may be done without being looked at; every other mend is a suggestion. */
  readonly safe?: true;
}

export function replace(node: Statement, { start, end }: Span, text: string, title = say`Replace by "${text}"`): Fix {
  return { title, node, edits: [{ span: { start, end }, text }] };
}

/** Adds a statement as the first line of a declaration's block, making the block where there is none. */
export function addStatement(declaration: Declaration, text: string, title = say`Add "${text}"`): Fix {
  const { node } = declaration;
  const indent = ' '.repeat(columnOf(node.chunk.text, node.span.start));
  if (node.braces === undefined)
    return { title, node, edits: [{ span: { start: node.span.end, end: node.span.end }, text: ` {\n${indent}  ${text}\n${indent}}` }] };
  const at = node.braces.start + 1;
  const inline = !/[\r\n]/.test(node.chunk.text.slice(node.braces.start, node.braces.end));
  return { title, node, edits: [{ span: { start: at, end: at }, text: inline ? ` ${text};` : `\n${indent}  ${text}` }] };
}

/** Declares a name after the top-level declaration that says it, as each kind of thing that may stand there. */
export function declaring({ name, kinds }: Ref, node: Statement): readonly Fix[] {
  const end = node.chunk.text.trimEnd().length;
  return (kinds as readonly Kind[])
    .filter((kind) => isKind(kind) && mayStand(kind, undefined) && kind !== 'plan' && kind !== 'framework')
    .slice(0, 2)
    .map((kind) => {
      const title = name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/g, ' ');
      const text = `\n\n${declared(kind, name, `"${title}"`)}`;
      return { title: say`Declare ${withArticle(kind)} "${name}"`, node, edits: [{ span: { start: end, end }, text }] };
    });
}

/** A declaration with what it cannot do without; the title is given as it is written, in its quotes. */
export const declared = (kind: Kind, id: string, title: string): string => `${kind} ${id} ${title}${blockOf(kind)}`;

/** The statements that a kind cannot do without. */
function blockOf(kind: Kind): string {
  const lines = Object.entries(kindRow(kind).rows)
    .filter(([, row]) => row.required === true)
    .map(([word, row]) => `  ${word} ${sampleOf(row.shape)}\n`);
  return lines.length === 0 ? '' : ` {\n${lines.join('')}}`;
}

/** Says that something is not known yet and will be in half a year: the rule asks again then. */
export const promise = (declaration: Declaration, word: string, today: Day): Fix => addStatement(declaration, `${word} tbd until ${inHalfAYear(today)}`);

/** The month half a year after a day. */
export function inHalfAYear(today: Day): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + 6;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Moves a statement out of the block it stands in, to the line before that block. */
export function moveOut(node: Statement, title: string): Fix | undefined {
  const inside = node.parent;
  if (inside === undefined) return undefined;
  const { text } = node.chunk;
  const column = columnOf(text, inside.span.start);
  const start = inside.span.start - column;
  if (text.slice(start, inside.span.start).trim() !== '') return undefined;
  const moved = text.slice(node.span.start, node.span.end);
  const [taken] = removal(node, title).edits;
  return { title, node, edits: [{ span: { start, end: start }, text: `${' '.repeat(column)}${moved}\n` }, taken as Edit] };
}

/** Takes a statement out, and its line with it when it stands there alone. */
export function removal(node: Statement, title: string): Fix {
  const { text } = node.chunk;
  const { start, end } = lineOf(node);
  return { title, node, edits: [{ span: { start, end: end + (/^;?[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0) }, text: '' }] };
}

/** A statement with the white space before it, as far as its line's beginning. */
export function lineOf(node: Statement): Span {
  const { text } = node.chunk;
  let { start, end } = node.span;
  const column = columnOf(text, start);
  if (text.slice(start - column, start).trim() === '') start -= column;
  return { start, end };
}

/**
 * Whom a plan would most likely name for something: who leads the sector that it stands in, else who coordinates the plan. Where
 * nobody is known, a name that the rule about names asks about.
 */
export function someone(plan: Scope, near: Declaration, otherwise: string, except: readonly Declaration[] = []): string {
  const sector = near.is('sector') ? near : plan.sectorOf(near);
  const named = [...(near.is('sector') ? [] : (sector?.refs('lead' as never) ?? [])), ...(plan.plan?.refs('coordinator') ?? [])];
  return (
    named.find(({ name }) => {
      const found = plan.resolve(name)?.declaration;
      return found !== undefined && found !== near && !except.includes(found);
    })?.name ?? otherwise
  );
}

/** How far a place is indented. */
export function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return offset - start;
}
